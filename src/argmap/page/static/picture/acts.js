// What a press or a key does in the picture.

import { fromFar } from "./far.js";
import { cardAt } from "./views.js";
import { stepByKey } from "./walking.js";

/** The keys that zoom, and by how much. */
export const ZOOM_STEPS = { "+": 1.25, "=": 1.25, "-": 0.8 };
const PAN_STEPS = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] };

/**
 * Listens to `host` until `signal` ends it. `picture` has the store, the viewport, the scene (null before
 * the first), the active card, and `activate`, `focusOn`, `bringIntoView` and `hold` for a card, and `fit`.
 */
export const listenToActs = (host, picture, signal) => {
  const { store, viewport } = picture;
  const isDistant = () => fromFar(picture.scene, viewport.view.k);

  const fold = (card, folded) => {
    picture.hold(card);
    store.toggle(card.claim, folded);
  };

  const choose = (card) => {
    if (card.reference || isDistant()) store.reveal(card.claim, { panel: "details" });
    else store.set({ selected: card.claim, panel: "details" });
  };

  const click = (event) => {
    const { scene } = picture;
    if (!scene) return;
    const key = event.target.closest("[data-key]")?.getAttribute("data-key");
    const part = event.target.closest("[data-part]")?.getAttribute("data-part");
    const distant = isDistant();
    const card = distant ? cardAt(scene, viewport.view, viewport.at(event)) : scene.byKey.get(key);
    if (card) {
      picture.hold(card);
      picture.activate(card);
      picture.focusOn(card);
      if (!distant && event.target.closest("[data-act]")) fold(card, !card.folded);
      else choose(card);
    } else if (part) {
      store.set({ selected: part, panel: "details" });
    } else if (store.state.selected) {
      store.set({ selected: "" }, { record: false });
    }
  };

  const keydown = (event) => {
    const { scene, active } = picture;
    if (event.altKey || event.ctrlKey || event.metaKey || !scene || !active) return;
    if (event.shiftKey && PAN_STEPS[event.key]) viewport.pan(...PAN_STEPS[event.key]);
    else if (ZOOM_STEPS[event.key]) viewport.zoom(ZOOM_STEPS[event.key]);
    else if (event.key === "0") picture.fit();
    else if (event.key === "Enter") choose(active);
    else if (!walk(stepByKey(scene, active, event.key))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Does what `stepByKey` found; whether there was something to do. */
  const walk = (step) => {
    if (!step) return false;
    if (step.to) {
      picture.activate(step.to);
      picture.focusOn(step.to);
      picture.bringIntoView(step.to);
      if (!step.to.reference) store.set({ selected: step.to.claim }, { record: false });
    } else if (step.unfold) {
      picture.hold(picture.active);
      store.set({ folded: new Set([...store.state.folded].filter((id) => !step.unfold.includes(id))) });
    } else {
      fold(picture.active, step.fold);
    }
    return true;
  };

  host.addEventListener("click", click, { signal });
  host.addEventListener("keydown", keydown, { signal });
};
