// The keys of a tree of nested lists (WAI-ARIA Authoring Practices, "Tree View").

/**
 * Makes the keys of `tree` work; `fill(claim)` builds what is in a branch that opens, `turn(item)`
 * folds or unfolds it. One item at a time is reached by Tab: `rove(item)` says which, `focus()` goes
 * there.
 */
export const mountTreeKeys = (tree, store, { fill, turn }) => {
  let stop = null;
  const rove = (item) => {
    if (stop && stop !== item) stop.tabIndex = -1;
    stop = item;
    if (item) item.tabIndex = 0;
  };
  const go = (item) => {
    if (!item) return;
    rove(item);
    item.focus({ preventScroll: true });
    item.firstElementChild.scrollIntoView({ block: "nearest" });
    // A walk by keys is not a history of its own.
    store.set({ selected: item.dataset.id }, { record: false });
    // What is told of the selected part must not take the focus away.
    if (document.activeElement !== item) item.focus({ preventScroll: true });
  };

  tree.addEventListener("keydown", (event) => {
    const item = event.target.closest("li.item");
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const expanded = item.getAttribute("aria-expanded");
    const { id } = item.dataset;
    const rtl = document.documentElement.dir === "rtl";
    const acts = {
      ArrowDown: () => go(after(item)),
      ArrowUp: () => go(before(item)),
      [rtl ? "ArrowLeft" : "ArrowRight"]: () => {
        if (expanded === "false") turn(item);
        else go(inside(item)[0]);
      },
      [rtl ? "ArrowRight" : "ArrowLeft"]: () => {
        if (expanded === "true") turn(item);
        else go(outside(item));
      },
      Home: () => go(tree.firstElementChild),
      End: () => go(last(tree.lastElementChild)),
      Enter: () => {
        const link = item.querySelector(":scope > .row a");
        if (link) link.click();
        else store.set({ selected: id, panel: "details" });
      },
      " ": () => expanded && turn(item),
      "*": () => unfoldBeside(item),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
  });

  /** The items one level below that can be seen. */
  const inside = (item) => {
    const folded = item.getAttribute("aria-expanded") === "false";
    if (!folded && item.hasAttribute("aria-expanded")) fill(item.dataset.id);
    return [...item.children]
      .filter((list) => list.matches("ul") && !(folded && list.matches(".branch")))
      .flatMap((list) => [...list.children]);
  };
  const outside = (item) => item.parentElement.closest("li.item");
  const after = (item) => {
    const first = inside(item)[0];
    if (first) return first;
    for (let at = item; at; at = outside(at)) {
      const next = beside(at, 1);
      if (next) return next;
    }
    return null;
  };
  const before = (item) => {
    const previous = beside(item, -1);
    return previous ? last(previous) : outside(item);
  };
  /** The item next to this one at the same level, also in the next list of the same item. */
  const beside = (item, by) => {
    const all = outside(item) ? inside(outside(item)) : [...tree.children];
    return all[all.indexOf(item) + by];
  };
  const last = (item) => {
    let at = item;
    for (let inner = inside(at); inner.length; inner = inside(at)) at = inner.at(-1);
    return at;
  };
  const unfoldBeside = (item) => {
    const folded = new Set(store.state.folded);
    for (const one of item.parentElement.children) folded.delete(one.dataset.id);
    store.set({ folded });
  };
  return { rove, focus: () => stop?.focus() };
};
