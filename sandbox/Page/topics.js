// Groups: topics as tabs, writing in the group's name, and what can befall the bot there.
import { t } from "./texts.js";
import { el } from "./render.js";

const $ = (id) => document.getElementById(id);
let chosen = null;
let drawnFor = null;
let drawn = "";

const isGeneral = (topic) => topic.threadId === null;

/** The topic that is open in a chat: null for General, undefined where there are none. */
function current(chat) {
  if (chat.topics.length === 0) return undefined;
  if (drawnFor !== chat.chatId) {
    drawnFor = chat.chatId;
    chosen = null;
  }
  return chat.topics.some((topic) => topic.threadId === chosen) ? chosen : null;
}

/** The messages of the open topic. */
export function visible(messages, chat) {
  const topic = current(chat);
  return topic === undefined ? messages : messages.filter((m) => (m.threadId ?? null) === topic);
}

/** What a message written now carries besides its text. */
export function saying(chat) {
  if (!chat || chat.kind !== "group") return {};
  return { threadId: current(chat) ?? null, anonymous: $("anonymous").checked && !$("anonymous").disabled };
}

export function setup(app) {
  $("act-as").addEventListener("change", () => app.redraw());
}

export function draw(app, chat) {
  const group = chat.kind === "group";
  const administers = group && chat.administrators.includes(Number($("act-as").value));
  $("topics").hidden = !group;
  if (!group) return;
  $("anonymous").disabled = !administers;
  const topic = current(chat);
  const key = JSON.stringify([chat, topic, administers, document.documentElement.lang]);
  if (key === drawn) return;
  drawn = key;
  const focused = document.activeElement?.dataset?.testid;
  $("topic-tabs").replaceChildren(...chat.topics.map((one) => tab(app, chat, one, one.threadId === topic)));
  $("group-acts").replaceChildren(...acts(app, chat, chat.topics.find((one) => one.threadId === topic), administers));
  if (focused) $("topics").querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
}

function tab(app, chat, topic, open) {
  const choose = () => {
    chosen = topic.threadId;
    app.redraw();
  };
  const name = isGeneral(topic) ? t("generalTopic") : topic.name;
  const props = { type: "button", class: "topic", "aria-pressed": open ? "true" : "false", "data-testid": `topic-${topic.threadId ?? "general"}`, onclick: choose };
  return el("button", props, topic.closed ? `🔒 ${name}` : name);
}

function acts(app, chat, topic, administers) {
  if (!administers) return [];
  const userId = Number($("act-as").value);
  const membership = (bot) => () => app.post(`/sandbox/chats/${chat.chatId}/membership`, { userId, bot });
  const close = (state) => () => app.post(`/sandbox/chats/${chat.chatId}/topic`, { userId, threadId: topic.threadId, state });
  const away = chat.bot !== "Member";
  return [
    topic && act(topic.closed ? "topicOpen" : "topicClose", close(topic.closed ? "open" : "closed")),
    away ? act("botBack", membership("member")) : act("botSilence", membership("silenced")),
    away ? null : act("botRemove", membership("kicked")),
  ].filter(Boolean);
}

function act(label, onclick) {
  return el("button", { type: "button", class: "quiet", "data-testid": `group-${label}`, onclick }, t(label));
}
