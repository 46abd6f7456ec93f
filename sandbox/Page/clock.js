// The sandbox's clock: shown in the company's zone, and set ahead where the bot goes by it.
import { t } from "./texts.js";

const $ = (id) => document.getElementById(id);
let behind = 0;

export function setup(app) {
  $("clock-hour").addEventListener("click", () => app.post("/sandbox/clock", { minutes: 60 }));
  $("clock-morning").addEventListener("click", () => app.post("/sandbox/clock", { nextMorning: true }));
  setInterval(() => show(app.state.clock), 1000);
}

export function draw(app) {
  const clock = app.state.clock;
  if (!clock) return;
  behind = Date.parse(clock.now) - Date.now();
  $("clock-keys").hidden = !clock.settable;
  $("clock-fixed").hidden = clock.settable;
  show(clock);
}

function show(clock) {
  if (!clock) return;
  const offset = Number(clock.now.slice(-6, -3)) * 3600e3;
  const local = new Date(Date.now() + behind + offset);
  const words = local.toLocaleString(document.documentElement.lang, {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
  const ahead = Math.round(clock.aheadSeconds / 3600);
  const text = words + (ahead ? t("clockAhead")(ahead) : "");
  if ($("clock-now").textContent !== text) $("clock-now").textContent = text;
}
