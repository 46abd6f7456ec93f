// "@bot text" in the composer: the results above it, as in the messenger, and sending one of them.
import { t } from "./texts.js";
import { colour, el } from "./render.js";

const $ = (id) => document.getElementById(id);
let username = "";
let timer = 0;
let asked = 0;
let found = null;
let cameFrom = null;

export function setup(app) {
  fetch("/sandbox/inline").then((response) => response.json()).then((bot) => {
    username = bot.username;
  });
  $("say").addEventListener("input", () => later(app));
  $("say").addEventListener("keydown", (event) => event.key === "Escape" && close());
  $("inline-begin").addEventListener("click", () => type(app, ""));
  $("inline").addEventListener("scroll", () => atEnd() && more(app));
}

/** Whether the composer holds a query and nothing that is sent. */
export const isQuery = () => query() !== null;

export function close() {
  clearTimeout(timer);
  asked++;
  found = null;
  $("inline").hidden = true;
}

/** What a button of the bot does that leads back to a search: the chat where it was begun, or this one. */
export function switchTo(app, text) {
  if (cameFrom !== null && cameFrom !== app.state.chatId) app.open(cameFrom);
  cameFrom = null;
  type(app, text);
}

function type(app, text) {
  $("say").value = `@${username} ${text}`;
  $("say").focus();
  later(app);
}

function query() {
  const text = $("say").value;
  const start = `@${username} `;
  return username && text.toLowerCase().startsWith(start.toLowerCase()) ? text.slice(start.length) : null;
}

function later(app) {
  clearTimeout(timer);
  if (!isQuery()) return close();
  timer = setTimeout(() => ask(app), 200);
}

async function ask(app) {
  const mine = ++asked;
  const answer = await send(app, query() ?? "", "");
  if (mine !== asked || !answer) return;
  found = { ...answer, chatId: app.state.chatId, text: query(), rows: answer.results.map((one) => ({ ...one, queryId: answer.queryId })) };
  draw(app);
  $("inline").scrollTop = 0;
}

async function more(app) {
  if (!found?.nextOffset || found.loading) return;
  const current = found;
  current.loading = true;
  const answer = await send(app, current.text, current.nextOffset);
  if (found !== current || !answer) return;
  current.loading = false;
  current.nextOffset = answer.nextOffset;
  current.rows.push(...answer.results.map((one) => ({ ...one, queryId: answer.queryId })));
  draw(app);
}

const send = (app, text, offset) =>
  app.post(`/sandbox/chats/${app.state.chatId}/inline`, { userId: app.me(), query: text, offset });

const atEnd = () => $("inline").scrollHeight - $("inline").scrollTop - $("inline").clientHeight < 60;

function draw(app) {
  const rows = found.rows.map((one) => el("li", {}, result(app, one)));
  if (found.button) rows.unshift(el("li", {}, pointer(app, found.button)));
  if (!found.answered) rows.push(el("li", { class: "inline-none" }, t("inlineNoAnswer")));
  $("inline").replaceChildren(...rows);
  $("inline").hidden = rows.length === 0;
}

function result(app, one) {
  return el(
    "button",
    { type: "button", class: "inline-result", "data-testid": "inline-result", onclick: () => choose(app, one) },
    el("span", { class: `avatar ${colour(one.title.length)}`, "aria-hidden": "true" }, "₽"),
    el("span", { class: "grow" }, el("b", {}, one.title), el("small", {}, one.description ?? "")),
  );
}

function pointer(app, button) {
  return el(
    "button",
    { type: "button", class: "inline-button", "data-testid": "inline-button", onclick: () => follow(app, button) },
    `${button.text} ›`,
  );
}

/** Opens the private chat and presses Start there. */
function follow(app, button) {
  const userId = app.me();
  cameFrom = app.state.chatId;
  clear();
  app.open(userId);
  app.say(userId, userId, `/start ${button.startParameter}`);
}

async function choose(app, one) {
  const userId = app.me();
  clear();
  await app.post(`/sandbox/inline/${one.queryId}/choose`, { userId, resultId: one.id });
}

function clear() {
  $("say").value = "";
  close();
}
