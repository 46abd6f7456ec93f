// The ERP panel: ready-made requests, the form, documents, and the switches that break things.
import { t } from "./texts.js";
import { el, money, time } from "./render.js";

const $ = (id) => document.getElementById(id);
let drawn = "";

export function setup(app) {
  $("own").elements.desiredDate.value = new Date(Date.now() + 3 * 864e5).toISOString().slice(0, 10);
  $("own").addEventListener("submit", async (event) => {
    event.preventDefault();
    await app.create(await ownRequest(event.target.elements));
    event.target.elements.files.value = "";
  });
  $("reset").addEventListener("click", () => app.post("/sandbox/reset"));
}

async function ownRequest(fields) {
  const attachments = await Promise.all([...fields.files.files].map(attachment));
  return {
    amount: fields.amount.value,
    currency: fields.currency.value,
    payee: { name: fields.payee.value },
    purpose: fields.purpose.value,
    desiredDate: fields.desiredDate.value,
    overLimit: fields.overLimit.checked,
    groups: fields.groups.value.split(",").map((key) => key.trim()).filter(Boolean),
    attachments,
  };
}

function attachment(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () =>
      resolve({
        name: file.name,
        contentType: file.type || "application/octet-stream",
        content: String(reader.result).split(",", 2)[1] ?? "",
      });
    reader.readAsDataURL(file);
  });
}

export function draw(app) {
  const { requests, request, faults, chats } = app.state;
  // Redrawing only after a change keeps the focus and open details where they are.
  const key = JSON.stringify([requests, request, faults, chats.map((c) => [c.chatId, c.blocked]), document.documentElement.lang]);
  if (key === drawn) return;
  drawn = key;
  drawSamples(app);
  $("no-documents").hidden = requests.length > 0;
  $("documents").replaceChildren(...requests.map((item) => row(item, app)));
  $("document").hidden = !request;
  if (request) drawDocument(request, app);
  drawSwitches(app);
}

function drawSamples(app) {
  const buttons = [1, 2, 3, 4].map((number) =>
    el(
      "button",
      { type: "button", class: "sample", "data-testid": `sample-${number}`, onclick: () => app.create({ sample: number }) },
      el("b", {}, t(`sample${number}`)),
      el("small", {}, t(`sample${number}More`)),
    ),
  );
  $("samples").replaceChildren(...buttons);
}

function chip(status) {
  return el("span", { class: `chip ${status}`, "data-status": status }, t("status")[status] ?? status);
}

function row(item, app) {
  const chosen = app.state.request?.id === item.id;
  const button = el(
    "button",
    { type: "button", "aria-pressed": String(chosen), "data-testid": `request-${item.id}`, onclick: () => app.choose(item.id) },
    el("span", { class: "grow" }, el("b", {}, money(item.amount, item.currency)), el("small", {}, `${item.number} · ${item.payee ?? ""}`)),
    chip(item.status),
  );
  return el("li", {}, button);
}

function drawDocument(request, app) {
  const open = $("document").querySelector("details")?.open ?? false;
  const amount = el("input", {
    "data-testid": "amount-input",
    "aria-label": t("amount"),
    value: request.amount,
    inputmode: "decimal",
  });
  const pending = request.status === "pending";
  const actions = el(
    "div",
    { class: "actions" },
    pending && amount,
    pending && action("changeAmount", "change-amount", () => app.act("amount", { amount: amount.value })),
    pending && action("withdraw", "withdraw", () => app.act("withdraw")),
    request.status === "approved" && action("markPaid", "mark-paid", () => app.act("paid")),
  );
  const log = el(
    "details",
    { open },
    el("summary", { "data-testid": "log" }, `${t("log")} (${request.log.length})`),
    el("ol", { class: "log" }, ...[...request.log].reverse().map(logLine)),
  );
  $("document").replaceChildren(
    el(
      "p",
      { class: "document-head" },
      el("b", {}, request.number),
      el("span", { class: "quiet-text", "data-testid": "request-revision" }, `${t("revision")} ${request.revision}`),
      el("span", { "data-testid": "request-status", "data-status": request.status }, chip(request.status)),
    ),
    el("p", { class: "purpose" }, request.purpose ?? ""),
    el("ol", { class: "route" }, ...(request.route ?? []).map(stage)),
    actions,
    log,
  );
}

function action(text, id, onclick) {
  return el("button", { type: "button", "data-testid": id, onclick }, t(text));
}

function stage(item) {
  const who = item.decidedBy?.name ?? (item.approvers ?? []).map((person) => person.name).join(", ");
  const when = item.decidedAt ? `, ${time(item.decidedAt)}` : "";
  return el(
    "li",
    { class: item.state, "data-testid": `stage-${item.stage}`, "data-state": item.state },
    el("b", {}, t(item.role) ?? item.role),
    el("small", {}, `${t("state")[item.state] ?? item.state}${when} — ${who}`),
    item.comment ? el("q", {}, item.comment) : null,
  );
}

function logLine(entry) {
  const bad = entry.status !== null && (entry.status === 0 || entry.status >= 400);
  const status = entry.status === null ? "" : entry.status === 0 ? " ✕" : ` ${entry.status}`;
  return el(
    "li",
    { class: bad ? "bad" : "good" },
    el("time", { datetime: entry.at }, time(entry.at)),
    el("span", {}, `${t("kind")[entry.kind] ?? entry.kind}${status}${entry.revision ? ` · ${t("revision")} ${entry.revision}` : ""}`),
    entry.detail ? el("small", {}, entry.detail) : null,
  );
}

function drawSwitches(app) {
  const { faults, chats } = app.state;
  const focus = document.activeElement?.dataset?.testid;
  const left = (status) => faults.telegram.filter((f) => f.status === status).reduce((sum, f) => sum + f.times, 0);
  const telegram = (status) => (on) =>
    app.post("/sandbox/faults", { telegram: on ? { status, retryAfter: status === 429 ? 3 : null, times: 5 } : null });
  const people = chats.filter((chat) => chat.kind === "private");
  const blocked = (id, on) => [...new Set(on ? [...faults.blocked, id] : faults.blocked.filter((other) => other !== id))];
  $("mode").replaceChildren(
    toggle("erp-pull", t("erpPull"), faults.erp.pull, (on) => app.post("/sandbox/erp/mode", { pull: on })),
  );
  $("faults").replaceChildren(
    toggle("telegram-429", t("fault429"), left(429) > 0, telegram(429), left(429)),
    toggle("telegram-500", t("fault500"), left(500) > 0, telegram(500), left(500)),
    toggle("erp-down", t("faultErp"), faults.erp.down, (on) => app.post("/sandbox/faults", { erp: { down: on } })),
    toggle("google-down", t("faultGoogle"), faults.google.down, (on) => app.post("/sandbox/faults", { google: { down: on } })),
    ...people.map((chat) =>
      toggle(`blocked-${chat.chatId}`, `${chat.title} ${t("faultBlocked")}`, faults.blocked.includes(chat.chatId), (on) =>
        app.post("/sandbox/faults", { blocked: blocked(chat.chatId, on) }),
      ),
    ),
  );
  if (focus) document.querySelector(`.switch [data-testid="${CSS.escape(focus)}"]`)?.focus();
}

function toggle(id, label, on, change, left = 0) {
  const box = el("input", {
    type: "checkbox",
    role: "switch",
    "data-testid": `fault-${id}`,
    onchange: (event) => change(event.target.checked),
  });
  box.checked = on;
  return el("label", { class: "switch" }, box, el("span", {}, label), left ? el("small", {}, `${t("left")} ${left}`) : null);
}
