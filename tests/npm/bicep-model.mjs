// Reads Bicep files with a grammar that somebody else wrote and prints what is declared in them, as JSON, for tests that judge it.
// Usage: node bicep-model.mjs <file>...
import { readFileSync } from "node:fs";
import { Language, Parser } from "web-tree-sitter";

const { parser, name: grammar } = await loadGrammar();

async function loadGrammar() {
  await Parser.init();
  const wasm = new URL("node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm", import.meta.url);
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(wasm)));
  return { parser, name: "tree-sitter-bicep" };
}

// The grammar knows no parameter files. What "param x = 1" says there, "var x = 1" says in a Bicep file.
const readSource = (path) => {
  const text = readFileSync(path, "utf8");
  return path.endsWith(".bicepparam") ? text.replace(/^param(?= )/gm, "var  ") : text;
};

const named = (node) => node.namedChildren.filter((child) => child.type !== "comment");
const isDeclaration = (node) => /_(declaration|statement|functionality)$/.test(node.type);

function visit(node, action) {
  action(node);
  node.children.forEach((child) => visit(child, action));
}

function readString(node) {
  const raw = node.text;
  if (raw.startsWith("'''")) return raw.slice(3, -3).replace(/^\r?\n/, "");
  if (node.namedChildren.some((child) => child.type === "interpolation")) return { expression: raw };
  return raw.slice(1, -1).replace(/\\(.)/g, (_, escaped) => ({ n: "\n", r: "\r", t: "\t" })[escaped] ?? escaped);
}

const keyOf = (node) => (node.type === "string" ? node.text.slice(1, -1) : node.text);

function readObject(node) {
  const entries = named(node).map((property) => {
    const [key, value] = named(property);
    return [keyOf(key), read(value ?? key)];
  });
  return Object.fromEntries(entries);
}

const readers = {
  string: readString,
  number: (node) => Number(node.text),
  boolean: (node) => node.text === "true",
  null: () => null,
  array: (node) => named(node).map(read),
  object: readObject,
  parenthesized_expression: (node) => read(named(node)[0]),
  for_statement: (node) => ({
    each: named(node)[0].text,
    of: read(named(node).at(-2)),
    body: read(node.childForFieldName("body")),
  }),
  if_statement: (node) => ({ condition: named(node)[0].text.slice(1, -1), then: read(named(node)[1]) }),
  ternary_expression: (node) => ({
    condition: node.childForFieldName("condition").text,
    then: read(node.childForFieldName("consequence")),
    otherwise: read(node.childForFieldName("alternative")),
  }),
};

function read(node) {
  // An array that a loop makes is a for_statement in brackets of its own.
  if (node.type === "array" && named(node).length === 1 && named(node)[0].type === "for_statement")
    return read(named(node)[0]);
  return readers[node.type]?.(node) ?? { expression: node.text };
}

function readDecorators(node) {
  return Object.fromEntries(
    named(node).map((decorator) => {
      const call = named(decorator)[0];
      const [target, list] = call.type === "call_expression" ? named(call) : [call];
      return [target.text, list ? named(list).map(read) : []];
    }),
  );
}

// Only what follows "=" is a value: "param x string" ends in a type.
function valueOf(node) {
  const sign = node.children.findIndex((child) => child.type === "=");
  return sign < 0 ? undefined : read(node.children.slice(sign + 1).find((child) => child.isNamed));
}

function readParameter(node, decorators) {
  const type = named(node).find((child) => child.type === "type")?.text;
  const value = valueOf(node);
  return { name: named(node)[0].text, type, decorators, required: value === undefined && !type?.endsWith("?"), value };
}

function readResource(node, decorators) {
  const [symbol, type, ...rest] = named(node);
  const [name, apiVersion] = keyOf(type).split("@");
  const existing = node.children.some((child) => child.text === "existing");
  return { symbol: symbol.text, type: name, apiVersion, existing, decorators, body: read(rest.at(-1)) };
}

function readModule(node, decorators) {
  const [symbol, path, ...rest] = named(node);
  return { symbol: symbol.text, path: keyOf(path), decorators, body: read(rest.at(-1)) };
}

const declarations = {
  parameter_declaration: (model, node, decorators) => model.parameters.push(readParameter(node, decorators)),
  variable_declaration: (model, node) => model.variables.push({ name: named(node)[0].text, value: valueOf(node) }),
  output_declaration: (model, node, decorators) =>
    model.outputs.push({ name: named(node)[0].text, decorators, expression: named(node).at(-1).text }),
  resource_declaration: (model, node, decorators) => model.resources.push(readResource(node, decorators)),
  module_declaration: (model, node, decorators) => model.modules.push(readModule(node, decorators)),
  using_statement: (model, node) => (model.using = keyOf(named(node)[0])),
};

const lambdaNames = (lambda) => named(lambda).slice(0, -1).flatMap((child) => child.text.match(/\w+/g) ?? []);

// Names an expression may use because of the loops and lambdas around it. The grammar takes "x => list[x]" for "(x => list)[x]".
function localNames(node) {
  const names = [];
  for (let scope = node.parent; scope; scope = scope.parent) {
    const object = scope.type === "subscript_expression" ? scope.childForFieldName("object") : null;
    if (scope.type === "for_statement") names.push(named(scope)[0].text);
    if (scope.type === "lambda_expression") names.push(...lambdaNames(scope));
    if (object?.type === "lambda_expression") names.push(...lambdaNames(object));
  }
  return names;
}

function isUse(node) {
  const parent = node.parent;
  if (node.type !== "identifier") return false;
  const introduces = parent.type === "object_property" || parent.type === "lambda_expression" || isDeclaration(parent);
  if (introduces && parent.type !== "if_statement" && named(parent)[0].id === node.id) return false;
  return !["type", "decorator", "metadata_declaration"].includes(parent.type);
}

function readUses(model, node) {
  if (node.type === "member_expression") {
    const chain = /^(\w+)\.outputs\.(\w+)$/.exec(node.text);
    if (chain) model.moduleOutputs.push({ module: chain[1], output: chain[2] });
  }
  if (!isUse(node) || localNames(node).includes(node.text)) return;
  const called = node.parent.type === "call_expression" && node.parent.childForFieldName("function")?.id === node.id;
  (called ? model.calls : model.names).push(node.text);
}

function readFile(path) {
  const root = parser.parse(readSource(path)).rootNode;
  const model = {
    path, using: null, faults: [], parameters: [], variables: [], outputs: [], resources: [], modules: [],
    names: [], calls: [], moduleOutputs: [], strings: [],
  };
  let decorators = {};
  for (const child of named(root)) {
    if (child.type === "decorators") decorators = readDecorators(child);
    else {
      declarations[child.type]?.(model, child, decorators);
      decorators = {};
    }
  }
  visit(root, (node) => {
    if (node.isError || node.isMissing) model.faults.push(`line ${node.startPosition.row + 1}: ${node.text}`);
    if (node.type === "string") model.strings.push(node.text);
    readUses(model, node);
  });
  return { ...model, names: [...new Set(model.names)], calls: [...new Set(model.calls)] };
}

console.log(JSON.stringify({ grammar, files: process.argv.slice(2).map(readFile) }));
