// What is chosen, folded and open: one frozen state, one way to change it, and who is told.

const EMPTY = {
  view: "picture", // or "outline", "reading"
  selected: "", // a claim or an argument
  focus: "", // the claim of the only branch that is shown
  folded: new Set(), // claims whose branch is folded
  query: "",
  hits: [], // claims
  hit: -1, // which of them
  panel: "", // the open panel: "details", "threads", "changes", "legend"
  direction: "auto", // or "down", "right"
  annotators: new Set(), // those hidden
  labels: new Set(), // those hidden
  edit: -1, // the edit of the diff that is shown
  source: "", // the source in the reading view
  shown: 0, // grows each time that the selected part is to be brought into view
};

/** What a step of the browser's history holds. */
export const STEPS = ["selected", "view", "focus"];

/**
 * The state of the page.
 *
 * `on(fn)` tells `fn(state, before, changed, {record})` of every change and gives a function that
 * ends it; `changed` is the set of keys, "model" among them after `replace`.
 */
export const createStore = (firstModel, initial = {}) => {
  const listeners = new Set();
  const news = [];
  let telling = false;

  const tell = (...what) => {
    news.push(what);
    // A listener may change the state; everybody hears of each change in the same order.
    if (telling) return;
    telling = true;
    try {
      while (news.length) {
        const next = news.shift();
        for (const listener of [...listeners]) listener(...next);
      }
    } finally {
      telling = false;
      news.length = 0;
    }
  };

  const store = {
    model: firstModel,
    state: Object.freeze({ ...EMPTY, folded: firstModel.defaultFolded(), ...initial }),

    /** Changes these keys and no others. `record`: whether it is a step of the browser's history. */
    set: (patch, { record = true } = {}) => {
      const before = store.state;
      const changed = new Set(differing(patch, before));
      if (!changed.size) return;
      store.state = Object.freeze({ ...before, ...patch });
      tell(store.state, before, changed, { record });
    },

    /**
     * Another version of the map; what is selected, folded and so on stays, where it is still there.
     * `renamed`: old id -> new id.
     */
    replace: (model, renamed = new Map()) => {
      const before = store.state;
      const now = (id) => renamed.get(id) ?? id;
      const still = (id) => (model.has(now(id)) ? now(id) : "");
      store.model = model;
      const hits = before.query ? model.search(before.query) : [];
      const patch = {
        selected: still(before.selected),
        focus: model.isClaim(now(before.focus)) ? now(before.focus) : "",
        folded: new Set([...before.folded].map(now).filter((id) => model.count(id))),
        hits,
        hit: Math.min(before.hit, hits.length - 1),
        source: model.source(before.source) ? before.source : "",
        view: before.view === "reading" && !model.data.texts ? "picture" : before.view,
        edit: -1,
      };
      store.state = Object.freeze({ ...before, ...patch });
      tell(store.state, before, new Set(["model", ...differing(patch, before)]), { record: false });
    },

    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Selects a claim or an argument, unfolds the way to it, and brings it into view. */
    reveal: (id, { record = true, ...more } = {}) => {
      const { model, state } = store;
      if (!model.has(id)) return;
      const way = model.path(id).filter((claim) => state.folded.has(claim));
      const folded = way.length ? new Set(state.folded) : state.folded;
      for (const claim of way) folded.delete(claim);
      const focus = state.focus && model.within(id, state.focus) ? state.focus : "";
      store.set({ selected: id, folded, focus, shown: state.shown + 1, ...more }, { record });
    },

    /** Folds the branch of a claim, or unfolds one level of it. */
    toggle: (claim, fold = !store.state.folded.has(claim)) => {
      if (!store.model.count(claim)) return;
      const folded = new Set(store.state.folded);
      if (fold) folded.add(claim);
      else folded.delete(claim);
      store.set({ folded });
    },

    unfoldAll: () => store.set({ folded: new Set() }),

    /** Only the tops and what bears on them stay open. */
    foldAll: () => {
      const { model } = store;
      const deep = model.order.filter((claim) => model.level(claim) > 0 && model.count(claim));
      store.set({ folded: new Set(deep) });
    },
  };
  return store;
};

const differing = (patch, before) => Object.keys(patch).filter((key) => patch[key] !== before[key]);
