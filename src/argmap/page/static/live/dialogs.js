// Questions in a dialog of the browser: the focus stays in it, and goes back to where it was.

import { button, el } from "../parts/dom.js";

/**
 * Asks, and gives the name of the answer, "" for none (Escape). `choices` are [name, words] pairs;
 * the first one is proposed, or, if the question has to be thought about (`safe`), none is and the
 * last one has the focus. `content` stands above them.
 */
export const ask = (title, content, choices, { wide = false, safe = false } = {}) =>
  new Promise((resolve) => {
    const before = document.activeElement;
    const id = `argmap-ask-${(asked += 1)}`;
    const dialog = el(
      "dialog",
      { class: wide ? "ask wide" : "ask", lang: "en", dir: "ltr", "aria-labelledby": id },
      el("h2", { id, dir: "auto" }, title),
      content,
      el(
        "div",
        { class: "ask-choices" },
        choices.map(([name, words], at) =>
          button(words, () => dialog.close(name), {
            class: at || safe ? "action" : "action first",
            autofocus: at === (safe ? choices.length - 1 : 0),
          }),
        ),
      ),
    );
    // No key of the page counts in a dialog.
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before?.isConnected) before.focus({ preventScroll: true });
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });

let asked = 0;
