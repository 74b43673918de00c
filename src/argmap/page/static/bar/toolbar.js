// The bar at the top: title, views, search, and what can be done with the map.

import { button, el } from "../parts/dom.js";
import { copyPng, copySvg, downloadPng, downloadSvg } from "../picture/export.js";
import { icon } from "../parts/icons.js";
import { menuButton } from "../parts/menu.js";

const VIEW_NAMES = [
  ["picture", "Picture"],
  ["outline", "Outline"],
  ["reading", "Reading"],
];
const DIRECTIONS = [
  ["auto", "By the window"],
  ["down", "From top to bottom"],
  ["right", "From side to side"],
];
const THEME_NAMES = [
  ["auto", "As the system"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** The bar as an element with `searchHost`, the place for the search. `page`: {store, picture, say, help, print}. */
export const mountToolbar = (page) => {
  const { store } = page;
  const searchHost = el("div", { class: "search-host" });
  const title = el("h1", { dir: "auto" });
  const views = el("div", { class: "views", role: "group", "aria-label": "View" });
  const panel = tool("panel", "Panel", () =>
    store.set({ panel: store.state.panel ? "" : "details" }),
  );
  const wide = [
    tool("fit", "Fit the picture into the window (0)", () => page.picture.fit()),
    menuButton("Fold and direction", icon("unfold"), () => shapeItems(page)),
    menuButton("Save or print", icon("save"), () => saveItems(page)),
    menuButton("Colours", icon("auto"), () => themeItems()),
    tool("help", "Keys (?)", () => page.help.showModal()),
  ];
  const narrow = menuButton("More", icon("more"), () => [
    ["Fit the picture", () => page.picture.fit()],
    ...shapeItems(page),
    null,
    ["Legend", () => store.set({ panel: "legend" })],
    ["Keys", () => page.help.showModal()],
    null,
    ...saveItems(page),
    null,
    "Colours",
    ...themeItems(),
  ]);
  narrow.classList.add("narrow-only");
  const bar = el(
    "header",
    { class: "bar" },
    title,
    views,
    searchHost,
    el("div", { class: "tools" }, el("span", { class: "wide-only" }, wide), narrow, panel),
  );

  const show = () => {
    const { model, state } = store;
    title.textContent = model.data.heading || model.data.title;
    title.title = title.textContent;
    views.replaceChildren(
      ...VIEW_NAMES.filter(([name]) => name !== "reading" || model.data.texts).map(
        ([name, words]) => button(words, () => store.set({ view: name }), { "data-view": name }),
      ),
    );
    press(state);
  };
  const press = (state) => {
    for (const one of views.children)
      one.setAttribute("aria-pressed", String(one.dataset.view === state.view));
    panel.setAttribute("aria-expanded", String(Boolean(state.panel)));
  };
  store.on((state, before, changed) => (changed.has("model") ? show() : press(state)));
  show();
  return { bar, searchHost };
};

const tool = (name, label, click) =>
  button(icon(name), click, { class: "tool", title: label, "aria-label": label });

const shapeItems = ({ store }) => [
  ["Unfold all", () => store.unfoldAll()],
  ["Fold all", () => store.foldAll()],
  null,
  "Direction",
  ...DIRECTIONS.map(([name, words]) => [
    words,
    () => store.set({ direction: name }),
    store.state.direction === name,
  ]),
];

const themeItems = () => {
  const root = document.documentElement;
  const now = root.dataset.theme ?? "auto";
  const choose = (name) => {
    if (name === "auto") delete root.dataset.theme;
    else root.dataset.theme = name;
  };
  return THEME_NAMES.map(([name, words]) => [words, () => choose(name), now === name]);
};

const saveItems = ({ store, picture, say, print }) => {
  const name = fileName(store.model.data.heading || "map");
  const act = (words, done, make) => [
    words,
    async () => {
      try {
        await make(picture.svgText(), name);
        say(done);
      } catch (error) {
        say(`That did not work: ${error.message}`);
      }
    },
  ];
  return [
    act("Save the picture as SVG", "Saved as SVG", downloadSvg),
    act("Save the picture as PNG", "Saved as PNG", downloadPng),
    act("Copy the picture as SVG", "Copied as SVG", copySvg),
    act("Copy the picture as PNG", "Copied as PNG", copyPng),
    ["Print this view", print],
  ];
};

/** A title as the name of a file, without its ending. */
const fileName = (title) =>
  title
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .toLowerCase() || "map";
