// Puts the page together: what is where, and what of it is in view.

import { button, clear, el } from "./parts/dom.js";
import { mountHistory } from "./map/history.js";
import { mountKeys } from "./bar/keys.js";
import { createModel } from "./map/model.js";
import { mountOutline } from "./outline/outline.js";
import { mountPanel } from "./panel/panel.js";
import { mountPicture } from "./picture/picture.js";
import { mountPrint } from "./bar/print.js";
import { mountReading } from "./reading/reading.js";
import { mountSearch } from "./bar/search.js";
import { mountStatus } from "./parts/status.js";
import { createStore } from "./map/store.js";
import { mountToolbar } from "./bar/toolbar.js";

const PHONE = matchMedia("(max-width: 760px)");
const ROOMY = matchMedia("(min-width: 1700px)");

/** The page of some data (see data.py) into `body`. */
export const mountPage = (body, data) => {
  const model = createModel(data);
  const store = createStore(model, {
    panel: PHONE.matches ? "" : data.changes ? "changes" : "details",
  });
  const hosts = {
    reading: el("section", { class: "reading", "aria-label": "Source text" }),
    picture: el(
      "section",
      { class: "picture-view", "aria-label": "Picture" },
      el("div", { class: "picture", id: "picture" }),
    ),
    outline: el("section", {
      class: "outline-view",
      "aria-label": "Outline",
      lang: data.language || null,
    }),
  };
  const branch = el("div", { class: "branch-bar", hidden: true });
  const main = el("main", { class: "main" }, branch, hosts.reading, hosts.picture, hosts.outline);
  const { place, say } = mountStatus();
  const page = { store, say };

  const { bar, searchHost } = mountToolbar(page);
  const room = el(
    "div",
    { class: "room" },
    main,
    mountPanel(store, () => focusTree(main)),
  );
  const skip = button("Skip to the map", () => focusTree(main), { class: "skip" });
  body.prepend(skip, bar, room, place);
  page.search = mountSearch(searchHost, store);
  page.outline = mountOutline(hosts.outline, store);
  mountReading(hosts.reading, store);
  page.picture = mountPicture(hosts.picture.firstElementChild, store);
  page.help = mountKeys(page);
  page.print = mountPrint(store, page.picture, page.outline);

  const reveal = (id) => {
    if (!id) return;
    for (const name of ["picture", "outline"]) {
      if (hosts[name].offsetParent !== null) page[name].reveal(id);
    }
  };
  const follow = (state, before, changed) => {
    if (changed.has("view")) {
      const inside = main.contains(document.activeElement);
      main.dataset.view = state.view;
      if (inside) keepFocus(main);
      makeRoom(store, before.view);
    }
    if (changed.has("focus") || changed.has("model")) showBranch(branch, store);
    // On a phone the panel is out of the way until there is something to tell.
    const asked = changed.has("selected") && state.selected && state.view !== "reading";
    if (PHONE.matches && asked && !state.panel) return openSheet(store, reveal);
    if (changed.has("shown") || changed.has("view")) reveal(state.selected);
  };
  main.dataset.view = store.state.view;
  store.on(follow);
  mountHistory(store);
  return page;
};

/** Text, picture and panel together want a wide window; else the panel goes while one reads. */
const makeRoom = (store, before) => {
  const { view, panel } = store.state;
  if (view === "reading" && panel && !ROOMY.matches) store.set({ panel: "" });
  else if (before === "reading" && !panel && !PHONE.matches) store.set({ panel: "details" });
};

const openSheet = (store, reveal) => {
  store.set({ panel: store.state.edit < 0 ? "details" : "changes" });
  requestAnimationFrame(() => reveal(store.state.selected));
};

/** To the map past bar and panel, for those who come by keyboard. */
const focusTree = (main) =>
  [...main.querySelectorAll('[role="tree"] [tabindex="0"], [role="tree"][tabindex="0"]')]
    .find((one) => one.getClientRects().length)
    ?.focus({ preventScroll: true });

/** Who walks by keys goes on in the view that has come, as soon as it stands there. */
const keepFocus = (main) =>
  requestAnimationFrame(() =>
    setTimeout(() => {
      const { activeElement: at } = document;
      const lost = at === document.body || (main.contains(at) && !at.getClientRects().length);
      if (lost) focusTree(main);
    }),
  );

/** Says that only a branch is shown, and offers the rest. */
const showBranch = (host, store) => {
  const { model, state } = store;
  host.hidden = !state.focus;
  clear(
    host,
    state.focus && [
      el("span", { dir: "auto" }, `Only what bears on “${model.textOf(state.focus)}”`),
      button("Show everything", () => store.set({ focus: "" }), { class: "action" }),
    ],
  );
};

const found = document.getElementById("argmap-data");
const data = found && JSON.parse(found.textContent);
// A page on a server is begun by live.js.
if (data && !data.live) mountPage(document.body, data);
