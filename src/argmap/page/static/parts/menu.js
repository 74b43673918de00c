// A button that opens a list of buttons, and closes it after a choice, by Escape or by a click elsewhere.

import { button, clear, el } from "./dom.js";

/**
 * `items()` gives [words, action, chosen?] triples, headings as texts, or null for a line between,
 * each time that the menu opens; `chosen` true or false shows a tick or its absence.
 */
export const menuButton = (label, content, items) => {
  const list = el("div", { class: "menu-list", role: "group", "aria-label": label, hidden: true });
  const opener = button(content, () => (list.hidden ? open() : close()), {
    class: "tool",
    title: label,
    "aria-label": label,
    "aria-expanded": "false",
  });
  const box = el("div", { class: "menu" }, opener, list);

  const close = () => {
    if (list.hidden) return;
    const inside = list.contains(document.activeElement);
    list.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (inside) opener.focus();
  };
  const open = () => {
    clear(
      list,
      items().map((item) => shownItem(item, close)),
    );
    list.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    list.querySelector("button")?.focus();
  };

  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.key === "ArrowDown");
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const step = (forward) => {
    const all = [...list.querySelectorAll("button")];
    const at = all.indexOf(document.activeElement) + (forward ? 1 : -1);
    all.at(at % all.length)?.focus();
  };
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target)) close();
  });
  return box;
};

const shownItem = (item, close) => {
  if (item === null) return el("hr");
  return typeof item === "string" ? el("p", {}, item) : menuItem(item, close);
};

const menuItem = ([words, action, chosen], close) =>
  button(
    words,
    () => {
      close();
      action();
    },
    { "aria-pressed": chosen === undefined ? null : String(chosen) },
  );
