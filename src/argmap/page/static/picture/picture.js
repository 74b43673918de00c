// The picture of the map: what is shown and where.

import { ZOOM_STEPS, listenToActs } from "./acts.js";
import { el, svg } from "../parts/dom.js";
import { createDrawing } from "./drawing.js";
import { measureAhead } from "./faces.js";
import { createFar, fromFar } from "./far.js";
import { pictureText } from "./export.js";
import { itemsOf } from "./items.js";
import { isNarrow, layOut, suitingDirection } from "./layout.js";
import { buildScene } from "./scene.js";
import { threadCount } from "../map/threads.js";
import { createViewport } from "./viewport.js";
import { firstView, shownPart, keysIn, shownBox, viewWith, wholeScale, wholeView } from "./views.js";

const REBUILT_BY = ["model", "folded", "focus", "direction"];
const REDRAWN_BY = ["annotators", "labels"];
const SMALLEST_SCALE = 0.2;
const LARGEST_WHOLE = 1.4;

/** Mounts the picture in `host`: {reveal(id), fit(), zoomIn(), zoomOut(), svgText(), destroy()}. */
export const mountPicture = (host, store) => {
  host.classList.add("picture");
  const far = createFar(host);
  // The box moves and not the SVG in it, which then need not be laid out again.
  const surface = host.appendChild(el("div", { class: "surface" }));
  const root = surface.appendChild(svg("svg", { class: "drawing", width: 1, height: 1, role: "presentation" }));
  const extras = (id, reference = false) => ({
    threads: reference ? 0 : threadCount(store.model, store.state, id),
    mark: reference ? undefined : store.model.mark(id),
    heat: reference ? 0 : (store.model.heat(id) ?? 0),
  });
  const drawing = createDrawing(root, store, extras);
  const { cards: tree } = drawing.layers;
  let scene = null;
  let of = null; // {model, state} of the scene
  let direction = "";
  let active = null; // the card with the tab stop
  let wanted = ""; // what is to be revealed as soon as there is room
  let anchor = ""; // the card that stays where it is

  const moved = (view) => {
    if (!scene) return;
    const isFar = fromFar(scene, view.k);
    root.classList.toggle("distant", isFar);
    drawing.show(shownBox(view, viewport.size), active, isFar);
    if (isFar) far.draw(scene, view, viewport.size, store.state);
    else far.clear();
  };
  const smallest = () => (scene ? Math.min(SMALLEST_SCALE, wholeScale(scene, viewport.size)) : SMALLEST_SCALE);
  const viewport = createViewport(host, surface, moved, smallest);

  const redraw = () => {
    drawing.stale();
    moved(viewport.view);
  };

  const build = () => {
    const { model, state } = store;
    const { width, height } = viewport.size;
    const next = buildScene(model, state);
    const mirrored = Boolean(model.data.rtl);
    if (state.direction !== "auto") direction = state.direction;
    else if (!direction) direction = suitingDirection(next, mirrored, width, height);
    scene = layOut(next, direction, mirrored, isNarrow(width));
    if (of?.model !== model) measureAhead(model);
    of = { model, state };
    const still = active && nearestShown(scene, active);
    active = still ?? scene.homes.get(state.selected) ?? scene.cards[0] ?? null;
    drawing.take(scene);
    drawing.choose();
    // A tree without items would be a fault to a screen reader.
    if (active) tree.setAttribute("role", "tree");
    else tree.removeAttribute("role");
    tree.setAttribute("aria-label", `Argument map: ${model.data.heading ?? model.data.title}`);
  };

  /** Another scene, in which the card that was acted on stays where it is on the screen. */
  const rebuild = (afresh) => {
    if (!viewport.size.width || !viewport.size.height) return;
    const [before, view] = [scene, viewport.view];
    const focused = tree.contains(document.activeElement);
    build();
    if (!before || afresh) {
      viewport.jump(firstView(scene, viewport.size, scene.homes.get(store.state.focus) ?? scene.cards[0]));
    } else {
      const next = viewKeeping(before, view);
      viewport.jump(next);
      drawing.glide(before, { x: (view.x - next.x) / view.k, y: (view.y - next.y) / view.k });
    }
    anchor = "";
    if (focused) focusOn(active);
  };

  const viewKeeping = (before, view) => {
    const candidates = [anchor, store.state.selected, ...keysIn(before, shownBox(view, viewport.size))];
    const kept = candidates.find((key) => before.byKey.has(key) && scene.byKey.has(key));
    if (kept === undefined) return firstView(scene, viewport.size, scene.cards[0]);
    const [was, is] = [before.byKey.get(kept), scene.byKey.get(kept)];
    return { x: view.x + (was.x - is.x) * view.k, y: view.y + (was.y - is.y) * view.k, k: view.k };
  };

  /** Whether the scene is that of the state; makes it so if there is room. */
  const current = () => {
    const { model, state } = store;
    const stale = !scene || of.model !== model || REBUILT_BY.some((key) => of.state[key] !== state[key]);
    if (stale) rebuild(!scene);
    return scene !== null;
  };

  /** Gives a card the tab stop; it is in the document then, even if it is not on the screen. */
  const activate = (card) => {
    active = card;
    redraw();
  };
  const focusOn = (card) => {
    if (!card) return;
    if (!drawing.elementOf(card)) activate(card);
    drawing.elementOf(card)?.focus({ preventScroll: true });
  };
  const bringIntoView = (card) => {
    const next = viewWith(card, viewport.view, viewport.size);
    if (next !== viewport.view) viewport.go(next);
  };

  /** The card of a claim, or the first one of an argument. */
  const cardOf = (id) =>
    scene.homes.get(id) ?? scene.spots.get(id)?.cards[0] ?? scene.cards.find((card) => card.claim === id);

  const reveal = (id) => {
    if (!viewport.size.width || !current()) {
      wanted = id;
      return;
    }
    const card = cardOf(id);
    if (!card) return;
    const focused = tree.contains(document.activeElement);
    activate(card);
    if (focused) focusOn(card);
    bringIntoView(card);
  };

  const fit = () => {
    if (!scene) return;
    const { width, height } = viewport.size;
    if (store.state.direction === "auto") {
      const was = direction;
      direction = suitingDirection(buildScene(store.model, store.state), scene.mirrored, width, height);
      if (direction !== was) rebuild(false);
    }
    viewport.go(wholeView(scene, viewport.size, LARGEST_WHOLE));
  };

  const follow = (state, before, changed) => {
    if (!scene) return;
    if (REBUILT_BY.some((key) => changed.has(key))) {
      const others = changed.has("focus") && state.focus !== before.focus;
      const turned = changed.has("direction") && state.direction !== before.direction;
      if (others || turned) direction = "";
      rebuild(others || turned);
    } else if (REDRAWN_BY.some((key) => changed.has(key))) {
      drawing.take(scene);
      drawing.choose();
      redraw();
    } else if (changed.has("selected")) {
      drawing.choose();
      redraw();
    } else if (changed.has("hits") || changed.has("hit")) {
      redraw();
    }
  };

  let size = { width: 0, height: 0 };
  const resized = () => {
    const before = size;
    size = viewport.size;
    if (!size.width || !size.height || (size.width === before.width && size.height === before.height)) return;
    const first = !scene;
    current();
    redraw();
    const { selected } = store.state;
    const card = selected ? cardOf(selected) : null;
    const { view } = viewport;
    const hidden = card && shownPart(card, view, before) !== "none" && shownPart(card, view, size) !== "all";
    if (first && (wanted || card)) reveal(wanted || selected);
    else if (hidden) bringIntoView(card);
    wanted = "";
  };

  const listening = new AbortController();
  const { signal } = listening;
  const picture = {
    store, viewport, fit, activate, focusOn, bringIntoView,
    get scene() {
      return scene;
    },
    get active() {
      return active;
    },
    /** The card stays where it is on the screen in what is drawn next. */
    hold: (card) => (anchor = card.key),
  };
  listenToActs(host, picture, signal);
  // A browser scrolls to what has the focus; the picture moves by itself.
  host.addEventListener("scroll", () => host.scrollTo(0, 0), { signal });
  // Not at the tree: Chromium lets an SVG element that listens to the focus have it.
  host.addEventListener("focusin", (event) => {
    const card = scene?.byKey.get(event.target.closest("[data-key]")?.getAttribute("data-key"));
    if (card && card !== active) activate(card);
  }, { signal });
  // Marks on a canvas do not follow the theme by themselves.
  const repaint = () => moved(viewport.view);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint, { signal });
  const themes = new MutationObserver(repaint);
  themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const off = store.on(follow);
  const sizes = new ResizeObserver(resized);
  sizes.observe(host);
  resized();

  return {
    reveal,
    fit,
    zoomIn: () => viewport.zoom(ZOOM_STEPS["+"]),
    zoomOut: () => viewport.zoom(ZOOM_STEPS["-"]),
    /** All that is unfolded, as the text of an SVG file. */
    svgText: () => {
      const { model, state } = store;
      const shape = layOut(buildScene(model, state), direction || "right", Boolean(model.data.rtl));
      const still = (id, reference) => ({ ...extras(id, reference), still: true });
      return pictureText(shape, itemsOf(shape, still), model);
    },
    destroy: () => {
      off();
      sizes.disconnect();
      themes.disconnect();
      listening.abort();
      viewport.destroy();
      host.replaceChildren();
    },
  };
};

/** The card in a scene, or the nearest one above it that is there. */
const nearestShown = (scene, card) => {
  for (let up = card; up; up = up.above) if (scene.byKey.has(up.key)) return scene.byKey.get(up.key);
  return undefined;
};
