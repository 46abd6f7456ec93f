import { applyTexts, language, switchLanguage, t } from "./texts.js";
import { colour, el, initials, message, time } from "./render.js";
import * as erp from "./erp.js";
import * as people from "./people.js";
import * as inline from "./inline.js";
import * as start from "./start.js";
import * as clock from "./clock.js";
import * as topics from "./topics.js";

const $ = (id) => document.getElementById(id);
const state = {
  chats: [],
  messages: [],
  requests: [],
  request: null,
  faults: { telegram: [], erp: { down: false, pull: false }, google: { down: false }, blocked: [] },
  people: [],
  accounts: [],
  chatId: Number(new URLSearchParams(location.hash.slice(1)).get("chat")) || null,
  requestId: null,
  replyTo: null,
  answered: new Set(),
  waiting: new Set(),
  seen: JSON.parse(sessionStorage.getItem("seen") ?? "{}"),
};

async function call(path, options) {
  const response = await fetch(path, options);
  const body = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Error(body?.message ?? String(response.status));
  return body;
}

async function post(path, body) {
  try {
    const answer = await call(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (path === "/sandbox/reset" || path === "/sandbox/erp/mode") forget();
    refresh();
    return answer;
  } catch (error) {
    toast(t("failed") + error.message);
    refresh();
    return null;
  }
}

function forget() {
  state.seen = {};
  state.requestId = null;
  state.replyTo = null;
  state.answered.clear();
}

// Every change leads to one more reading of everything; the data is small and this way nothing gets out of step.
let running = false;
let again = false;
let timer = 0;
function refresh() {
  clearTimeout(timer);
  timer = setTimeout(read, 40);
}

async function read() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    await load();
    draw();
  } catch {
    $("offline").hidden = false;
  } finally {
    running = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

async function load() {
  const [chats, requests, faults, everybody, accounts, time] = await Promise.all([
    call("/sandbox/chats"),
    call(`/sandbox/erp/requests?open=${encodeURIComponent(state.requestId ?? "")}`),
    call("/sandbox/faults"),
    call("/sandbox/people"),
    call("/sandbox/google/accounts"),
    call("/sandbox/clock"),
  ]);
  const chatId = chats.some((chat) => chat.chatId === state.chatId)
    ? state.chatId
    : chats.find((chat) => chat.role === "budgetHolder")?.chatId ?? chats[0]?.chatId;
  const request = requests.find((item) => item.log) ?? null;
  const messages = chatId ? await call(`/sandbox/chats/${chatId}/messages`) : [];
  if (state.chatId !== null && state.chatId !== chatId && chats.some((chat) => chat.chatId === state.chatId)) return refresh();
  Object.assign(state, { chats, requests, faults, people: everybody, accounts, chatId, messages, request, clock: time });
}

const current = () => state.chats.find((chat) => chat.chatId === state.chatId);

// What lies under a pressed finger stays: a node replaced between press and release would swallow the click.
let pressed = false;
let skipped = false;
addEventListener("pointerdown", () => (pressed = true), true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(release), true);
addEventListener("blur", release);

function release() {
  pressed = false;
  if (skipped) draw();
}

function draw() {
  skipped = pressed;
  if (pressed) return;
  drawHint();
  drawChats();
  drawTalk();
  erp.draw(app);
  people.draw(app);
  start.draw(app);
  clock.draw(app);
}

function drawHint() {
  const text = hint();
  if ($("hint").textContent !== text) $("hint").textContent = text;
}

const isOut = (chat) => people.isSignedIn(app, chat.userId) === false;

function hint() {
  const chat = current();
  if (chat && isOut(chat) && people.loginOffer(state.messages)) return t("hintLogin")(chat.title);
  const newest = state.request;
  if (!newest) return t(state.people.some((one) => one.signedIn !== false) ? "hintStart" : "hintSignIn");
  if (newest.status === "approved") return t("hintApproved");
  const stage = newest.route?.find((item) => item.state === "current");
  if (newest.status !== "pending" || !stage) return t("hintEnd");
  const approvers = (stage.approvers ?? []).map((one) => state.people.find((other) => other.erpId === one.erpId)?.userId);
  const all = state.chats.filter((other) => other.kind === "private" && approvers.includes(other.userId));
  const able = all.filter((other) => !isOut(other));
  const names = (able.length ? able : all).map((other) => other.title).join(t("hintOr")) || stage.role;
  return t(able.length ? "hintStage" : "hintStageLogin")(names);
}

function unread(chat) {
  const seen = state.seen[chat.chatId] ?? 0;
  return chat.botMessageIds.filter((id) => id > seen).length;
}

let chatsDrawn = "";
function drawChats() {
  const chat = current();
  if (chat) {
    state.seen[chat.chatId] = chat.botMessageIds.at(-1) ?? 0;
    sessionStorage.setItem("seen", JSON.stringify(state.seen));
  }
  const key = JSON.stringify([state.chats, state.people, state.chatId, state.seen, language]);
  if (key === chatsDrawn) return;
  chatsDrawn = key;
  const focused = document.activeElement?.dataset?.testid;
  $("chats").replaceChildren(...state.chats.map(chatRow));
  if (focused) $("chats").querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
}

function roleOf(chat) {
  const english = chat.language === "en" ? ` · ${t("readsEnglish")}` : "";
  return (t(chat.role) ?? "") + english;
}

function lastWords(chat) {
  const last = chat.lastMessage;
  if (last) return (last.byBot ? "" : `${t("you")}: `) + last.text;
  return isOut(chat) ? el("span", { class: "out" }, t("notSignedIn")) : "—";
}

function chatRow(chat) {
  const count = unread(chat);
  const last = chat.lastMessage;
  const button = el(
    "button",
    {
      type: "button",
      class: chat.blocked ? "chat blocked" : "chat",
      "aria-current": chat.chatId === state.chatId ? "true" : null,
      "data-testid": `chat-${chat.chatId}`,
      onclick: () => open(chat.chatId),
    },
    el("span", { class: `avatar ${colour(chat.chatId)}`, "aria-hidden": "true" }, initials(chat.title)),
    el(
      "span",
      { class: "grow" },
      el("span", { class: "line" }, el("b", {}, chat.title), last ? el("time", {}, time(last.date)) : null),
      el("span", { class: "role" }, roleOf(chat)),
      el(
        "span",
        { class: "line" },
        el("span", { class: "last" }, lastWords(chat)),
        count ? el("span", { class: "badge", "data-testid": `unread-${chat.chatId}` }, String(count)) : null,
      ),
    ),
  );
  return el("li", {}, button);
}

function open(chatId) {
  state.chatId = chatId;
  $("toast").hidden = true;
  state.messages = [];
  state.replyTo = null;
  state.answered.clear();
  inline.close();
  talkDrawn = "";
  shownChat = null;
  $("toast").hidden = true;
  history.replaceState(null, "", `#chat=${chatId}`);
  document.body.dataset.tab = "talk";
  refresh();
}

let talkDrawn = "";
function drawTalk() {
  const chat = current();
  if (!chat) return;
  $("talk-title").textContent = chat.title;
  $("talk-role").textContent = roleOf(chat);
  $("talk-avatar").textContent = initials(chat.title);
  $("talk-avatar").className = `avatar ${colour(chat.chatId)}`;
  drawActAs(chat);
  topics.draw(app, chat);
  const messages = topics.visible(state.messages, chat);
  const key = JSON.stringify([state.chatId, messages, [...state.waiting], language]);
  if (key !== talkDrawn) {
    talkDrawn = key;
    drawMessages(chat, messages);
  }
  offerReply();
  drawQuote();
  drawCommands(chat);
}

/** One press instead of typing what a newcomer does not know yet. */
function drawCommands(chat) {
  const wanted = isOut(chat) && !people.loginOffer(state.messages) ? "/login" : "";
  $("commands").hidden = !wanted;
  if ($("commands").textContent === wanted) return;
  const send = () => say(state.chatId, me(), "/login");
  $("commands").replaceChildren(wanted && el("button", { type: "button", class: "command", "data-testid": "command-login", onclick: send }, wanted));
}

async function say(chatId, userId, text, replyTo = null) {
  localStorage.setItem("actor", userId);
  return await post(`/sandbox/chats/${chatId}/say`, { userId, text, replyTo, ...topics.saying(state.chats.find((chat) => chat.chatId === chatId)) });
}

function drawActAs(chat) {
  $("act-as-box").hidden = chat.kind !== "group";
  const wanted = chat.members.join();
  if (chat.kind === "group" && $("act-as").dataset.members !== wanted) {
    $("act-as").dataset.members = wanted;
    const people = state.chats.filter((other) => chat.members.includes(other.userId));
    $("act-as").replaceChildren(...people.map((other) => el("option", { value: other.userId }, other.title)));
  }
}

let shownChat = null;
let shownLast = 0;
function drawMessages(chat, messages) {
  const box = $("messages");
  const last = messages.at(-1)?.messageId ?? 0;
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  const focused = document.activeElement?.closest?.("#messages") ? document.activeElement.dataset.testid : null;
  const top = box.scrollTop;
  const ctx = {
    group: chat.kind === "group",
    title: chat.title,
    find: (id) => state.messages.find((m) => m.messageId === id),
    reply: startReply,
    tap,
    switchInline: (text) => inline.switchTo(app, text),
    isWaiting: (id, data) => state.waiting.has(`${chat.chatId}/${id}/${data}`),
  };
  const rows = messages.map((m, index) => {
    const node = message(m, ctx);
    const same = (other) => m.albumId && other?.albumId === m.albumId;
    if (same(messages[index - 1])) node.classList.add("joined");
    if (same(messages[index + 1])) node.classList.add("joins");
    return node;
  });
  box.replaceChildren(...(rows.length ? rows : [el("p", { class: "nothing" }, t("empty"))]));
  box.scrollTop = chat.chatId !== shownChat || last !== shownLast || atEnd ? box.scrollHeight : top;
  if (focused) box.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  shownChat = chat.chatId;
  shownLast = last;
}

const me = () => (current()?.kind === "group" ? Number($("act-as").value) : current()?.userId);

async function tap(m, button) {
  const chatId = state.chatId;
  const key = `${chatId}/${m.messageId}/${button.callbackData}`;
  if (state.waiting.has(key)) return;
  state.waiting.add(key);
  drawTalk();
  const answer = await post(`/sandbox/chats/${chatId}/tap`, {
    userId: me(),
    messageId: m.messageId,
    button: button.callbackData,
  });
  state.waiting.delete(key);
  drawTalk();
  if (!answer) return;
  if (!answer.answered) toast(t("noAnswer"));
  else if (answer.text && answer.showAlert) alertBox(answer.text);
  else if (answer.text) toast(answer.text);
}

function alertBox(text) {
  $("alert-text").textContent = text;
  if (!$("alert").open) $("alert").showModal();
}

let toastTimer = 0;
function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => ($("toast").hidden = true), 4000);
}

function startReply(m) {
  state.replyTo = m.messageId;
  drawQuote();
  $("say").focus();
}

// A prompt of the bot that nobody has answered takes the input, as in the messenger.
function offerReply() {
  const prompt = state.messages.findLast((m) => m.from.bot && m.forceReply);
  if (!prompt || state.answered.has(`${state.chatId}/${prompt.messageId}`)) return;
  state.answered.add(`${state.chatId}/${prompt.messageId}`);
  if (!state.messages.some((m) => m.replyTo === prompt.messageId)) startReply(prompt);
}

function drawQuote() {
  const m = state.messages.find((other) => other.messageId === state.replyTo);
  $("quote").hidden = !m;
  $("quote-text").textContent = m ? m.text || m.documents[0]?.name || "" : "";
  $("say").placeholder = m ? m.placeholder ?? t("writeReply") : t("write");
}

function setup() {
  applyTexts();
  $("language").addEventListener("click", () => {
    switchLanguage();
    draw();
  });
  $("compose").addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = $("say").value.trim();
    if (!text || inline.isQuery()) return;
    const answer = await say(state.chatId, me(), text, state.replyTo);
    if (!answer) return;
    $("say").value = "";
    state.replyTo = null;
    drawQuote();
  });
  $("quote-cancel").addEventListener("click", () => {
    state.replyTo = null;
    drawQuote();
  });
  for (const button of document.querySelectorAll("[data-go]")) {
    button.addEventListener("click", () => {
      document.body.dataset.tab = button.dataset.go;
      $("messages").scrollTop = $("messages").scrollHeight;
    });
  }
  erp.setup(app);
  people.setup(app);
  inline.setup(app);
  start.setup();
  clock.setup(app);
  topics.setup(app);
  const events = new EventSource("/sandbox/events");
  events.onopen = () => {
    $("offline").hidden = true;
    refresh();
  };
  events.onmessage = (event) => {
    if (JSON.parse(event.data).kind === "reset") forget();
    refresh();
  };
  events.onerror = () => ($("offline").hidden = false);
}

const app = {
  state,
  post,
  open,
  say,
  redraw: () => drawTalk(),
  me,
  create: async (body) => {
    const answer = await post("/sandbox/erp/requests", body);
    if (answer) app.choose(answer.id);
  },
  choose: (id) => {
    state.requestId = id;
    refresh();
  },
  act: (what, body = {}) => post(`/sandbox/erp/requests/${state.request.id}/${what}`, body),
};

setup();
