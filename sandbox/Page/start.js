// Telegram's links to the bot end here: they ask who presses Start. The payload stays behind the number sign.
import { t } from "./texts.js";
import { colour, el, initials } from "./render.js";

const $ = (id) => document.getElementById(id);
let payload = null;
let drawn = "";

export function setup() {
  $("start").addEventListener("close", () => {
    payload = null;
    drawn = "";
  });
  addEventListener("hashchange", take);
  take();
}

function take() {
  const given = new URLSearchParams(location.hash.slice(1)).get("start");
  if (given === null) return;
  payload = given;
  // A reload must not ask again: a code counts once.
  history.replaceState(null, "", location.pathname);
}

export function draw(app) {
  const people = app.state.chats.filter((chat) => chat.kind === "private");
  if (payload === null || people.length === 0) return;
  const last = Number(localStorage.getItem("actor"));
  const key = JSON.stringify([payload, last, people.map((chat) => chat.title), document.documentElement.lang]);
  if (key !== drawn) {
    drawn = key;
    $("start-people").replaceChildren(...people.map((chat) => el("li", {}, button(chat, chat.chatId === last, app))));
  }
  if (!$("start").open) {
    $("start").showModal();
    $("start-people").querySelector(".primary")?.focus();
  }
}

function button(chat, likely, app) {
  return el(
    "button",
    { type: "button", class: likely ? "primary" : null, "data-testid": `start-${chat.chatId}`, onclick: () => press(chat, app) },
    el("span", { class: `avatar ${colour(chat.chatId)}`, "aria-hidden": "true" }, initials(chat.title)),
    el("span", { class: "grow" }, chat.title, el("small", {}, likely ? t("startLast") : (t(chat.role) ?? ""))),
  );
}

async function press(chat, app) {
  const text = payload ? `/start ${payload}` : "/start";
  $("start").close();
  app.open(chat.chatId);
  await app.say(chat.chatId, chat.userId, text);
}
