// The map as nested lists, to read from top to bottom.

import { createBranches } from "./branches.js";
import { el } from "../parts/dom.js";
import { mountTreeKeys } from "./treekeys.js";

/** So many milliseconds are built at once, where what was on the screen is to stay there. */
const STAY = 150;

/** The outline into `host`: `reveal(id)` scrolls to a part, `complete()` builds all that is left. */
export const mountOutline = (host, store) => {
  const tree = el("ul", {
    role: "tree",
    class: "outline",
    "aria-label": "The argument as an outline",
  });
  let fresh = false; // whether the lists are of this model and this branch
  let chosen = null;

  /** Marks the item of what is selected; that item is the one that Tab reaches. */
  const choose = () => {
    const now = branches.itemOf(store.state.selected);
    chosen?.removeAttribute("aria-selected");
    chosen = now;
    now?.setAttribute("aria-selected", "true");
    keys.rove(now ?? tree.firstElementChild);
  };
  /** Folds or unfolds an item, or shows its branch alone. */
  const turn = (item) => {
    if (item.classList.contains("deep")) store.set({ focus: item.dataset.id });
    else store.toggle(item.dataset.id);
  };
  const branches = createBranches(tree, store, choose);
  const keys = mountTreeKeys(tree, store, { fill: branches.fill, turn });

  const build = (stay = false) => {
    fresh = true;
    const before = stay ? whatIsAt(host) : null;
    const held = tree.contains(document.activeElement) && document.activeElement.dataset.id;
    branches.build(stay ? STAY : undefined);
    host.scrollTop = before?.scroll ?? 0;
    if (before) {
      const now = branches.itemOf(before.id) ?? tree;
      host.scrollTop += now.getBoundingClientRect().top - before.top;
    }
    if (held) (branches.itemOf(held) ?? tree.firstElementChild)?.focus({ preventScroll: true });
  };
  const shows = () => ["outline", "reading"].includes(store.state.view);

  store.on((state, before, changed) => {
    const has = (...names) => names.some((name) => changed.has(name));
    const other = has("model", "focus", "annotators", "labels");
    if (other) fresh = false;
    if (!shows()) return;
    if (!fresh) return build(other && state.focus === before.focus);
    if (has("folded", "view")) branches.refold();
    if (has("hits", "view")) branches.markHits();
    if (has("selected", "view")) {
      branches.leadTo(state.selected);
      choose();
    }
  });
  tree.addEventListener("click", (event) => {
    const item = event.target.closest("li.item");
    if (!item || event.defaultPrevented || String(getSelection())) return;
    const folds = item.hasAttribute("aria-expanded") && event.target.closest(".twist, .more");
    if (folds) turn(item);
    else store.set({ selected: item.dataset.id });
    item.focus({ preventScroll: true });
  });
  host.append(el("p", { class: "empty" }, "The map has no claims yet."), tree);
  if (shows()) build();

  return {
    reveal: (id) => {
      if (!fresh) build();
      branches.leadTo(id);
      choose();
      const row = branches.itemOf(id)?.querySelector(".row");
      row?.scrollIntoView({ block: "center", inline: "nearest" });
    },
    /** Everything, folded branches too: for paper. */
    complete: () => {
      if (!fresh) build();
      for (const claim of store.model.order) branches.fill(claim);
    },
  };
};

/** What stands at the upper edge of a scrolled box, and where, so that it can be put there again. */
const whatIsAt = (host) => {
  const { left, top, width } = host.getBoundingClientRect();
  const item = document.elementFromPoint(left + width / 2, top + 12)?.closest("li.item");
  if (!item) return null;
  return { id: item.dataset.id, top: item.getBoundingClientRect().top, scroll: host.scrollTop };
};
