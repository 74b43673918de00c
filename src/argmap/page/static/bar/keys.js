// One table of shortcuts: what the keys do is what the help says.

import { additionsAt } from "../parts/additions.js";
import { stepEdits } from "../panel/changes.js";
import { button, clear, el } from "../parts/dom.js";
import { stepHits } from "./search.js";

/** Keys that the tree in view handles itself, for the help. */
const IN_THE_TREE = [
  ["↑ ↓", "the claim before, the claim after"],
  ["→ ←", "unfold or go in, fold or go out"],
  ["Home End", "the first claim, the last one"],
  ["Enter", "details of the claim"],
  ["Space", "fold or unfold its branch"],
  ["*", "unfold all beside it"],
];
const IN_THE_PICTURE = [
  ["Shift arrows", "move the picture"],
  ["+ − 0", "larger, smaller, all of it"],
];

const TAKES_TEXT = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** What each key does anywhere on the page; `page` has store, picture, search and help. */
const shortcuts = ({ store, picture, search, help }) => [
  ["/", "search", () => search.focus()],
  ["n", "the next hit, or edit", () => next(store, 1)],
  ["p", "the previous hit, or edit", () => next(store, -1)],
  ["f", "only this branch, or everything again", () => focusBranch(store)],
  ["1", "the picture", () => store.set({ view: "picture" })],
  ["2", "the outline", () => store.set({ view: "outline" })],
  ...(store.model.data.texts
    ? [["3", "the source text beside the map", () => store.set({ view: "reading" })]]
    : []),
  ["d", "details, open or closed", () => turnPanel(store, "details")],
  ["l", "legend, open or closed", () => turnPanel(store, "legend")],
  ["0", "all of the picture", () => picture.fit()],
  ["?", "this help", () => help.showModal()],
  [
    "Escape",
    "end the search, show everything, close the panel, select nothing",
    () => leave(store),
  ],
];

/** Listens to the keys of the page; gives the dialog that lists them. */
export const mountKeys = (page) => {
  const help = el("dialog", {
    class: "help",
    lang: "en",
    dir: "ltr",
    "aria-labelledby": "argmap-help",
  });
  const everywhere = shortcuts({ ...page, help });
  const writing = additionsAt("keys", page) ?? [];
  const table = [...everywhere, ...writing];
  const group = (heading, rows) => [
    el("h3", {}, heading),
    el(
      "dl",
      { class: "keys" },
      rows.map(([key, does]) => [
        el(
          "dt",
          {},
          key.split(" ").map((one) => el("kbd", {}, one)),
        ),
        el("dd", {}, does),
      ]),
    ),
  ];
  clear(
    help,
    el("h2", { id: "argmap-help" }, "Keys"),
    group("Anywhere", everywhere),
    writing.length > 0 && group("To write", writing),
    group("In the picture and the outline", IN_THE_TREE),
    group("In the picture", IN_THE_PICTURE),
    el("p", { class: "faint" }, "Drag to move the picture; turn the wheel or pinch to zoom."),
    button("Close", () => help.close(), { class: "action" }),
  );
  help.addEventListener("click", (event) => event.target === help && help.close());
  document.body.append(help);
  document.addEventListener("keydown", (event) => {
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing
    )
      return;
    if (help.open || event.target.closest?.(TAKES_TEXT)) return;
    const found = table.find(([key]) => key === event.key);
    if (!found?.[2]) return;
    event.preventDefault();
    found[2]();
  });
  return help;
};

const next = (store, by) => (store.state.hits.length ? stepHits(store, by) : stepEdits(store, by));

/** Shows only the branch of the selected claim, or everything again. */
const focusBranch = (store) => {
  const { selected, focus } = store.state;
  const claim = store.model.isClaim(selected) ? selected : store.model.parent(selected);
  store.set({ focus: focus || !claim ? "" : claim });
};

const turnPanel = (store, name) => store.set({ panel: store.state.panel === name ? "" : name });

const leave = (store) => {
  const { panel, query, focus } = store.state;
  if (query) store.set({ query: "", hits: [], hit: -1 });
  else if (focus) store.set({ focus: "" });
  else if (panel) store.set({ panel: "" });
  else store.set({ selected: "" });
};
