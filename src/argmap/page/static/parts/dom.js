// Elements without markup: every text of a map becomes a text node, so nothing in it can act.

const SVG_SPACE = "http://www.w3.org/2000/svg";
const PROSE = new Set("p em strong code pre ul ol li blockquote a br h4 hr del".split(" "));
const SAFE_LINK = /^(https?:\/\/|mailto:)/i;

/**
 * An HTML element. Attributes that are null, undefined or false are left out, true gives an empty
 * one; `on` holds listeners by event. Children are nodes, texts, or lists of them; nothing else is
 * shown for null, undefined, false and "".
 */
export const el = (tag, attrs = {}, ...children) =>
  furnish(document.createElement(tag), attrs, children);

/** An SVG element, as `el`. */
export const svg = (tag, attrs = {}, ...children) =>
  furnish(document.createElementNS(SVG_SPACE, tag), attrs, children);

/** The element without its children, then with these. */
export const clear = (element, ...children) => {
  element.replaceChildren(...settled(children));
  return element;
};

/** Nodes (see data.py: texts and [tag, attributes, nodes]) as DOM nodes; other tags give their text. */
export const nodes = (list) =>
  (list ?? []).map((node) => {
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, attrs, inner] = node;
    if (!PROSE.has(tag)) return el("span", {}, nodes(inner));
    return tag === "a" ? link(attrs.href, nodes(inner)) : el(tag, {}, nodes(inner));
  });

/** A link to elsewhere, if the address is safe to follow; else only its words. */
export const link = (href, ...children) =>
  SAFE_LINK.test(href ?? "")
    ? el("a", { href, rel: "noopener noreferrer", target: "_blank" }, ...children)
    : el("span", {}, ...children);

/** Nodes as plain text. */
export const plain = (list) =>
  (list ?? []).map((node) => (typeof node === "string" ? node : plain(node[2]))).join(" ");

/** Some texts on one line, each in its own direction. */
export const aside = (texts) =>
  texts.filter(Boolean).flatMap((text, at) => [at ? " · " : "", el("bdi", {}, text)]);

/** A button: words or an icon, what it does, and further attributes. */
export const button = (content, click, attrs = {}) =>
  el("button", { type: "button", ...attrs, on: { click, ...attrs.on } }, content);

const settled = (children) =>
  children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false && child !== "");

const furnish = (element, attrs, children) => {
  for (const [name, value] of Object.entries(attrs)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value))
        element.addEventListener(event, listener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...settled(children));
  return element;
};
