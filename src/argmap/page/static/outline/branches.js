// The nested lists of the outline, built branch by branch, so that ten thousand claims do not stop
// the page. Nothing recurses.

import { clear, el } from "../parts/dom.js";
import { heightsOf } from "./rowcount.js";
import { stepItems, topItem } from "./rows.js";

/** So many milliseconds are built at a stretch. */
const SLICE = 12;
/** So many levels of claims are shown below each other, */
const DEEPEST = 60;
/** and so many lists in lists: linked premises and what bears on steps have their own. */
const LISTS = 2 * DEEPEST;

/** The items of `tree`; `done()` is called when all that is unfolded is built. */
export const createBranches = (tree, store, done) => {
  const items = new Map(); // claim → the list item of its home
  const steps = new Map(); // step → the item of its premise, or of its premises
  const filled = new Set(); // claims whose branch is built
  let left = []; // claims whose branch is to be built
  let asked = 0;
  let heights = new Map();
  let hits = new Set();

  /** Puts items into a list, and into each what it holds. */
  const placeAll = (top, entries) => {
    const level = Number(top.parentElement.ariaLevel) + 1;
    const waiting = entries.map((entry) => [top, entry, level]);
    for (const [list, { item, claim, step, inner }, depth] of waiting) {
      const hold = (kind, held) => {
        if (!held.length) return;
        const into = group(item, kind);
        waiting.push(...held.map((entry) => [into, entry, depth + 1]));
      };
      item.ariaLevel = depth;
      list.append(item);
      if (claim) items.set(claim, item);
      if (step) steps.set(step, item);
      hold("", inner);
      if (step && depth < LISTS) hold("on-step", itemsOn(step));
      if (claim) dress(claim, item);
    }
  };
  const itemsOn = (id) => store.model.below(id).flatMap((step) => stepItems(store, step));
  const group = (item, kind) => {
    const list = el("ul", { role: "group", class: kind });
    item.append(list);
    return list;
  };

  const dress = (claim, item) => {
    item.classList.toggle("hit", hits.has(claim));
    reserve(claim, item);
    if (!store.model.below(claim).length) return;
    const closed = isClosed(claim);
    item.setAttribute("aria-expanded", String(!closed));
    item.classList.toggle("deep", tooDeep(claim));
    if (!closed) left.push(claim);
  };
  const reserve = (claim, item) => {
    item.style.containIntrinsicBlockSize = `auto ${heights.get(claim)}px`;
  };
  const isClosed = (claim) => store.state.folded.has(claim) || tooDeep(claim);
  /** Lists in lists without end could not be read, nor drawn; there the branch is shown alone. */
  const tooDeep = (claim) => {
    const { model, state } = store;
    const level = model.level(claim) - (state.focus ? model.level(state.focus) : 0);
    return level >= DEEPEST || Number(items.get(claim)?.ariaLevel) >= LISTS;
  };

  /** Builds the branch of a claim, one level of it. */
  const fill = (claim) => {
    if (filled.has(claim) || !items.has(claim) || tooDeep(claim)) return;
    filled.add(claim);
    const on = itemsOn(claim);
    if (on.length) placeAll(group(items.get(claim), "branch"), on);
  };
  const work = (slice = SLICE) => {
    clearTimeout(asked);
    const end = performance.now() + slice;
    while (left.length && performance.now() < end) fill(left.shift());
    if (left.length) asked = setTimeout(work, 0);
    else done();
  };

  return {
    fill,
    itemOf: (id) => items.get(id) ?? steps.get(id),

    /** Everything anew; so many milliseconds of it at once, the rest bit by bit. */
    build: (slice) => {
      const { model, state } = store;
      for (const known of [items, steps, filled]) known.clear();
      left = [];
      heights = heightsOf(model, state.folded);
      hits = new Set(state.hits);
      clear(tree);
      tree.hidden = !model.size;
      const tops = state.focus ? [state.focus] : model.tops;
      placeAll(
        tree,
        tops.map((id) => topItem(store, id)),
      );
      work(slice);
    },

    /** Folds and unfolds as the state says. */
    refold: () => {
      heights = heightsOf(store.model, store.state.folded);
      for (const [claim, item] of items) {
        reserve(claim, item);
        const open = String(!isClosed(claim));
        if ([null, open].includes(item.getAttribute("aria-expanded"))) continue;
        item.setAttribute("aria-expanded", open);
        if (open === "true" && !filled.has(claim)) left.push(claim);
      }
      work();
    },

    markHits: () => {
      hits = new Set(store.state.hits);
      for (const [claim, item] of items) item.classList.toggle("hit", hits.has(claim));
    },

    /** Builds the way to a part; what is too deep is shown as a branch of its own. */
    leadTo: (id) => {
      const way = store.model.path(id);
      if (way.length && tooDeep(way[0])) {
        store.set({ focus: way[Math.min(way.length, DEEPEST / 2) - 1] });
      }
      for (const claim of way.reverse()) fill(claim);
    },
  };
};
