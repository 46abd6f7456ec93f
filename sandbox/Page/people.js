// Who has signed in, and what the ERP and Google say of each.
import { t } from "./texts.js";
import { el } from "./render.js";

const $ = (id) => document.getElementById(id);
let drawn = "";

export function setup(app) {
  $("sign-in-all").addEventListener("click", () => app.post("/sandbox/people/sign-in"));
}

export const person = (app, userId) => app.state.people.find((one) => one.userId === userId);

/** Null when the bot runs elsewhere and cannot be asked. */
export const isSignedIn = (app, userId) => person(app, userId)?.signedIn ?? null;

/** The message with the way to Google that nobody has written below yet. */
export function loginOffer(messages) {
  const last = messages.findLast((m) => m.from.bot && m.buttons.flat().some((b) => b.url?.includes("/api/oauth/start")));
  return last && !messages.some((m) => m.messageId > last.messageId) ? last : null;
}

export function draw(app) {
  const { people, accounts } = app.state;
  const key = JSON.stringify([people, accounts, document.documentElement.lang]);
  if (key === drawn) return;
  drawn = key;
  $("sign-in-all").hidden = !people.some((one) => one.signedIn === false);
  const focus = document.activeElement?.dataset?.testid;
  $("people").replaceChildren(...people.map((one) => row(one, app)));
  if (focus) $("people").querySelector(`[data-testid="${CSS.escape(focus)}"]`)?.focus();
}

function row(one, app) {
  const account = app.state.accounts.find((a) => a.email.toLowerCase() === one.email.toLowerCase());
  const state = one.signedIn === null ? null : el("span", { class: one.signedIn ? "chip approved" : "chip" }, t(one.signedIn ? "signedIn" : "signedOut"));
  return el(
    "li",
    { "data-testid": `person-${one.userId}`, "data-signed-in": String(one.signedIn) },
    el("p", { class: "person" }, el("span", { class: "grow" }, el("b", {}, one.name), el("small", {}, one.email)), state),
    toggle(`gone-${one.userId}`, t("personGone"), !one.active, (on) => app.post(`/sandbox/erp/people/${one.erpId}`, { active: !on })),
    account &&
      toggle(`disabled-${one.userId}`, t("accountDisabled"), account.disabled, (on) =>
        app.post("/sandbox/google/accounts", { email: account.email, disabled: on }),
      ),
  );
}

function toggle(id, label, on, change) {
  const box = el("input", { type: "checkbox", role: "switch", "data-testid": id, onchange: (event) => change(event.target.checked) });
  box.checked = on;
  return el("label", { class: "switch" }, box, el("span", {}, label));
}
