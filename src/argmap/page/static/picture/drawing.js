// What of a scene is in the document: only what is on the screen, and a margin around it.
//
// Cards keep their elements from scene to scene, so that they can glide and keep the focus. They
// stand in the document in reading order.

import { svg } from "../parts/dom.js";
import { itemsOf, relatedTo } from "./items.js";
import { strongLine } from "./lines.js";
import { appear, glide } from "./motion.js";
import { shapeElement } from "./shapes.js";
import { spokenName } from "./walking.js";

const DRAWN_LAYERS = ["frames", "lines", "strong", "steps", "excludes", "cards"];
const LINE_LAYERS = ["lines", "excludes"];
const DRAWN_AROUND = 0.4; // of the window, on each side
// Drawn anew after so much of a window: a little often, so that no frame has much to do.
const DRAWN_ANEW = 0.12;
const NOWHERE = {}; // the box in which nothing is drawn, from far away

/** The SVG element of the picture, and what is drawn in it. `extras(id)` gives threads, mark and heat. */
export const createDrawing = (root, store, extras) => {
  const layers = {};
  for (const name of DRAWN_LAYERS) {
    layers[name] = root.appendChild(svg("g", { "aria-hidden": name === "cards" ? null : "true" }));
  }
  const drawn = new Map(); // by key: {element, item, look}
  let scene = null;
  let items = [];
  let strong = [];
  let drawnBox = null; // what is drawn, null if that is to be seen to again
  let dressing = null; // what the elements are dressed for

  const remove = (key) => {
    drawn.get(key).element.remove();
    drawn.delete(key);
  };

  const lookOf = ({ card }) => {
    const { threads, mark, heat } = extras(card.claim, card.reference);
    const { width, height, folded, hidden, steps, away, aside } = card;
    const shown = [width, height, folded, hidden, steps, away, aside, scene.mirrored, threads, heat];
    return shown.join() + (mark ? JSON.stringify(mark) : "");
  };

  const draw = (item) => {
    const known = drawn.get(item.key);
    if (!item.card) {
      if (known?.item === item) return known;
      known?.element.remove();
      const element = shapeElement(item.shape());
      if (item.part) element.setAttribute("data-part", item.part);
      layers[item.layer].append(element);
      const entry = { element, item };
      drawn.set(item.key, entry);
      return entry;
    }
    if (known?.item === item) return known;
    const look = lookOf(item);
    const entry = known ?? { element: svg("g", { role: "treeitem", tabindex: -1 }) };
    if (entry.look !== look || entry.item.card.face !== item.card.face) {
      entry.element.replaceChildren(ringOf(item.card), shapeElement(item.shape()));
    }
    Object.assign(entry, { item, look, dressed: null });
    describe(entry.element, item.card);
    drawn.set(item.key, entry);
    return entry;
  };

  const describe = (element, card) => {
    const attrs = {
      transform: `translate(${card.x} ${card.y})`, "data-key": card.key,
      "aria-level": card.level, "aria-posinset": card.position, "aria-setsize": card.among,
      "aria-expanded": card.steps > 0 ? String(!card.folded) : null,
      "aria-label": spokenName(store.model, card, extras(card.claim)),
    };
    for (const [name, value] of Object.entries(attrs)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  };

  /** Draws what lies in `box`, and always the card `active`; `far` draws that card alone. */
  const fill = (box, active, far) => {
    const wanted = [];
    const keys = new Set();
    for (const list of [items, strong]) {
      for (const item of list) {
        if (far || !meets(item.box, box) ? !item.card || item.card !== active : false) continue;
        wanted.push(item);
        keys.add(item.key);
      }
    }
    for (const key of [...drawn.keys()]) if (!keys.has(key)) remove(key);
    let next = layers.cards.firstChild;
    for (const item of wanted) {
      const entry = draw(item);
      if (entry.dressed !== dressing) dressOne(entry, active);
      if (!item.card) continue;
      if (entry.element === next) next = next.nextSibling;
      else layers.cards.insertBefore(entry.element, next);
    }
    drawnBox = far ? NOWHERE : box;
  };

  /** What is chosen, found, faint: by classes alone. */
  const dress = (active) => {
    const { selected, hits, hit } = store.state;
    const chosen = selected ? scene.chosen : null;
    dressing = { selected, found: new Set(hits), now: hits[hit], chosen, lines: scene.chosenLines };
    root.classList.toggle("choosing", Boolean(selected));
    for (const entry of drawn.values()) dressOne(entry, active);
  };

  const dressOne = (entry, active) => {
    const { element, item } = entry;
    const { card } = item;
    const { selected, found, now, chosen, lines } = dressing;
    const line = LINE_LAYERS.includes(item.layer);
    const related = chosen && (line ? lines : chosen);
    entry.dressed = dressing;
    const classes = [
      line && "line",
      item.away && "away",
      related && item.ends.some((id) => related.has(id)) && "near",
      selected && (card ? card.claim : item.part) === selected && "selected",
      card?.reference && "reference",
      card && found.has(card.claim) && "hit",
      card && now === card.claim && !card.reference && "now",
    ];
    element.setAttribute("class", classes.filter(Boolean).join(" "));
    if (!card) return;
    element.setAttribute("aria-selected", String(card.claim === selected && !card.reference));
    element.setAttribute("tabindex", card === active ? "0" : "-1");
  };

  return {
    layers,
    /** Another scene; nothing is drawn of it before `show`. */
    take: (next) => {
      scene = next;
      items = itemsOf(scene, extras);
      drawnBox = null;
    },
    /** The element of a card, if it is drawn. */
    elementOf: (card) => drawn.get(`card ${card.key}`)?.element,
    /** What belongs to the selected part: its lines, and what they lead to and come from. */
    choose: () => {
      const related = relatedTo(scene, store.state.selected);
      scene.chosen = related.parts;
      scene.chosenLines = related.lines;
      strong = related.places.map((place) => strongLine(scene, place));
      drawnBox = null;
    },
    /** Makes sure that what the window shows is drawn: `seen` is its box in the scene. */
    show: (seenBox, active, far) => {
      if (!scene) return;
      if (!far && drawnBox && drawnBox !== NOWHERE && liesIn(widened(seenBox, DRAWN_AROUND - DRAWN_ANEW), drawnBox)) return;
      if (far && drawnBox === NOWHERE) return;
      if (!drawnBox) dress(active);
      fill(widened(seenBox, DRAWN_AROUND), active, far);
    },
    /** Everything is to be looked at again, though the scene is the same. */
    stale: () => (drawnBox = null),
    /** Cards come from where they stood; `shift` is by how much the view moved, in the scene's measure. */
    glide: (before, shift) => {
      for (const { element, item } of drawn.values()) {
        const { card } = item;
        if (!card) continue;
        let was = before.byKey.get(card.key);
        const appears = !was;
        for (let up = card.above; !was && up; up = up.above) was = before.byKey.get(up.key);
        if (was) glide(element, { x: was.x + shift.x, y: was.y + shift.y }, card, appears);
        else appear(element);
      }
      for (const name of DRAWN_LAYERS) if (name !== "cards") appear(layers[name]);
    },
  };
};

const ringOf = ({ width, height }) =>
  svg("rect", { class: "ring", x: -4, y: -4, width: width + 8, height: height + 8, rx: 8, fill: "none" });

const widened = ({ left, top, right, bottom }, share) => {
  const [dx, dy] = [(right - left) * share, (bottom - top) * share];
  return { left: left - dx, top: top - dy, right: right + dx, bottom: bottom + dy };
};

const meets = (one, other) =>
  one.left <= other.right && one.right >= other.left && one.top <= other.bottom && one.bottom >= other.top;

const liesIn = (inner, outer) =>
  inner.left >= outer.left && inner.right <= outer.right &&
  inner.top >= outer.top && inner.bottom <= outer.bottom;
