// Small building blocks. Foreign text only ever becomes text nodes.
import { t } from "./texts.js";

export function el(name, props = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") node.className = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const allowed = {
  B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s",
  CODE: "code", PRE: "pre", BLOCKQUOTE: "blockquote", A: "a", SPAN: "span", "TG-SPOILER": "span",
};

/** Copies Telegram's tags, and nothing else, from inert HTML into fresh nodes. */
export function safeHtml(html) {
  const source = new DOMParser().parseFromString(html, "text/html").body;
  const target = document.createDocumentFragment();
  copy(source, target);
  return target;
}

function copy(source, target) {
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      // A quote is a block of its own: the line break behind it is not shown twice.
      const behindQuote = target.lastChild?.nodeName === "BLOCKQUOTE";
      target.append(behindQuote ? child.textContent.replace(/^\n/, "") : child.textContent);
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      const name = allowed[child.tagName];
      const node = name ? tag(child, name) : target;
      copy(child, node);
      if (node !== target) target.append(node);
    }
  }
}

function tag(source, name) {
  const node = document.createElement(name);
  if (name === "a") {
    const href = source.getAttribute("href") ?? "";
    if (/^(https?|tg|mailto):/i.test(href)) {
      node.href = href;
      node.target = "_blank";
      node.rel = "noopener noreferrer";
    }
  }
  if (name === "span") {
    node.className = "spoiler";
    node.tabIndex = 0;
    node.addEventListener("click", () => node.classList.add("shown"));
    node.addEventListener("keydown", (event) => event.key === "Enter" && node.classList.add("shown"));
  }
  return node;
}

export function initials(title) {
  return title.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
}

export function colour(id) {
  return `colour-${Math.abs(id) % 7}`;
}

export function time(iso) {
  return new Date(iso).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

export function money(amount, currency) {
  const [whole, cents = "00"] = String(amount).split(".");
  const comma = document.documentElement.lang === "ru";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, comma ? "\u00a0" : ",");
  return `${grouped}${comma ? "," : "."}${cents.padEnd(2, "0")} ${currency ?? ""}`;
}

export function message(m, ctx) {
  if (m.service) return el("p", { class: "service", "data-testid": `message-${m.messageId}` }, t(m.service) ?? m.service);
  const own = m.from.bot ? "theirs" : "mine";
  const bubble = el("article", {
    class: `bubble ${own}`,
    "data-testid": `message-${m.messageId}`,
    "data-edited": m.edited,
  });
  const via = m.viaBot ? ` ${t("viaBot")}` : "";
  const author = m.from.bot ? "PaymentBot" : m.anonymous ? ctx.title : m.from.name;
  if (ctx.group || via) bubble.append(el("p", { class: "author" }, author + via));
  const quoted = m.replyTo && ctx.find(m.replyTo);
  if (quoted) {
    const text = quoted.text || quoted.documents[0]?.name || "";
    bubble.append(el("p", { class: "quoted" }, el("span", {}, text.slice(0, 120))));
  }
  for (const file of m.documents) bubble.append(documentLink(file));
  if (m.text) {
    const text = el("div", { class: "text" });
    text.append(safeHtml(m.html));
    bubble.append(text);
  }
  bubble.append(footer(m, ctx));
  const box = el("div", { class: `row ${own}` }, bubble);
  if (m.buttons.length) box.append(keyboard(m, ctx));
  return box;
}

function footer(m, ctx) {
  const mark = m.edited ? `${t("edited")} ${time(m.editDate)}` : time(m.date);
  return el(
    "p",
    { class: "meta" },
    el("button", { type: "button", class: "reply", "aria-label": t("reply"), "data-testid": `reply-${m.messageId}`, onclick: () => ctx.reply(m) }, "↩"),
    el("time", { datetime: m.editDate ?? m.date, "data-testid": m.edited ? "edited" : null, title: m.date }, mark),
  );
}

function documentLink(file) {
  if (file.photo) {
    const link = { class: "photo", href: file.href, target: "_blank", rel: "noopener", "data-testid": "photo" };
    return el("a", link, el("img", { src: file.href, alt: file.name }));
  }
  const dot = file.name.lastIndexOf(".");
  const kind = dot > 0 ? file.name.slice(dot + 1, dot + 5).toUpperCase() : "FILE";
  return el(
    "a",
    { class: "file", href: file.href, target: "_blank", rel: "noopener", "data-testid": "file" },
    el("span", { class: "file-icon", "aria-hidden": "true" }, kind),
    el("span", { class: "file-name" }, file.name, el("small", {}, size(file.size))),
  );
}

function keyboard(m, ctx) {
  const rows = m.buttons.map((row) =>
    el("div", { class: "keys" }, ...row.map((button) => key(m, button, ctx))),
  );
  return el("div", { class: "keyboard" }, ...rows);
}

function key(m, button, ctx) {
  if (button.url) {
    const props = { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer", "data-testid": `button-${button.text}` };
    return el("a", props, `${button.text} ↗`);
  }
  if (button.switchInline !== null && button.switchInline !== undefined) {
    const props = { type: "button", class: "key", "data-testid": `button-${button.text}`, onclick: () => ctx.switchInline(button.switchInline) };
    return el("button", props, button.text);
  }
  const waiting = ctx.isWaiting(m.messageId, button.callbackData);
  return el(
    "button",
    {
      type: "button",
      class: waiting ? "key waiting" : "key",
      "aria-busy": waiting ? "true" : null,
      "data-testid": `button-${button.text}`,
      onclick: () => ctx.tap(m, button),
    },
    button.text,
  );
}
