// A card dragged onto another one: on top of "Move…", which does the same by keys.

import { ask } from "./dialogs.js";
import { el } from "../parts/dom.js";

const FROM = 6; // pixels before a press becomes a drag

/**
 * Cards can be dragged: the selected one by the mouse, and any by `drag(event, claim)` from a grip.
 * Gives `drag`.
 */
export const mountDragging = ({ session, store, editor }) => {
  const picture = document.querySelector(".picture");
  const idAt = (x, y) => {
    const found = document
      .elementsFromPoint(x, y)
      .map((one) => one.closest?.("[data-key], [data-part]"))
      .find(Boolean);
    // The key of a card is its claim, but for a reference to what stands elsewhere.
    const id = found?.getAttribute("data-part") ?? found?.getAttribute("data-key") ?? "";
    return store.model.has(id) ? [id, found] : ["", null];
  };

  const drag = (event, id) => {
    if (event.button || !session.live.writable || !store.model.claim(id)?.home) return;
    event.stopPropagation();
    const begin = { x: event.clientX, y: event.clientY };
    let ghost = null;
    let over = null;
    const listening = new AbortController();
    const on = (name, act) =>
      addEventListener(name, act, { signal: listening.signal, capture: true });
    const end = () => {
      listening.abort();
      ghost?.remove();
      over?.classList.remove("drop-here");
      document.body.classList.remove("dragging-card");
    };
    on("pointermove", (now) => {
      if (!ghost && Math.hypot(now.clientX - begin.x, now.clientY - begin.y) < FROM) return;
      if (!ghost) {
        ghost = document.body.appendChild(
          el(
            "div",
            { class: "drag-ghost", dir: "auto", "aria-hidden": "true" },
            store.model.textOf(id),
          ),
        );
        document.body.classList.add("dragging-card");
      }
      ghost.style.transform = `translate(${now.clientX + 12}px, ${now.clientY + 12}px)`;
      const [target, element] = idAt(now.clientX, now.clientY);
      const next = target && target !== id && !store.model.within(target, id) ? element : null;
      if (next === over) return;
      over?.classList.remove("drop-here");
      over = next;
      over?.classList.add("drop-here");
    });
    on("pointerup", (now) => {
      const [target] = ghost && over ? idAt(now.clientX, now.clientY) : [""];
      // The click that ends a drag chooses nothing.
      if (ghost) addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
      end();
      if (target) drop(id, target);
    });
    on("pointercancel", end);
    on("keydown", (pressed) => {
      if (pressed.key !== "Escape") return;
      pressed.stopPropagation();
      end();
    });
  };

  const drop = async (id, target) => {
    const { model } = store;
    const stance = await ask(
      "Move it here?",
      [
        el("p", { class: "desk-about", dir: "auto" }, model.textOf(model.claim(id).home)),
        el("p", { class: "kicker" }, model.isClaim(target) ? "Under" : "Under the step from"),
        el("p", { class: "picked", dir: "auto" }, model.textOf(target)),
      ],
      [
        ["for", "As a reason"],
        ["against", "As a counterpoint"],
        ["", "Cancel"],
      ],
    );
    if (stance) editor().moveTo(id, target, stance);
  };

  picture.addEventListener(
    "pointerdown",
    (event) => {
      if (event.pointerType !== "mouse" || event.target.closest("[data-act]")) return;
      const card = event.target.closest('[role="treeitem"].selected:not(.reference)');
      if (card) drag(event, store.state.selected);
    },
    { capture: true },
  );
  return drag;
};

const swallow = (event) => {
  event.stopPropagation();
  event.preventDefault();
};
