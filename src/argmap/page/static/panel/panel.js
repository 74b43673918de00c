// The side panel: details, notes, changes and legend behind tabs; a sheet from below on a phone.

import { mountChanges } from "./changes.js";
import { mountDetails } from "./details.js";
import { button, clear, el } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { mountLegend } from "./legend.js";
import { mountTalk } from "./talk.js";

const PAGES = [
  ["details", "Details", mountDetails, () => true],
  ["changes", "Changes", mountChanges, (data) => data.changes],
  ["threads", "Notes", mountTalk, (data) => data.talk],
  ["legend", "Legend", mountLegend, () => true],
];

/** The names of the panels that the map has use for. */
export const panelsOf = (data) => PAGES.filter(([, , , used]) => used(data)).map(([name]) => name);

/** The panel as an element; a page of it is built when first opened. `leave()` takes the focus from it. */
export const mountPanel = (store, leave) => {
  const panel = el("aside", { class: "panel", "aria-label": "Panel", hidden: true });
  const pages = new Map();
  const tabs = el("div", { class: "tabs", role: "tablist", "aria-label": "Panel" });

  const open = (name) => {
    if (!pages.has(name)) {
      const host = el("div", {
        class: `page-of-panel ${name}`,
        id: `argmap-panel-${name}`,
        role: "tabpanel",
        "aria-labelledby": `argmap-tab-${name}`,
        tabindex: "0",
      });
      pages.set(name, host);
      panel.append(host);
      PAGES.find(([page]) => page === name)[2](host, store);
    }
    for (const [page, host] of pages) host.hidden = page !== name;
    for (const tab of tabs.children) {
      const chosen = tab.id === `argmap-tab-${name}`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) tab.setAttribute("aria-controls", `argmap-panel-${name}`);
      else tab.removeAttribute("aria-controls");
    }
  };
  const show = () => {
    const name = store.state.panel;
    if (name && !panelsOf(store.model.data).includes(name)) return store.set({ panel: "details" });
    const inside = panel.contains(document.activeElement);
    panel.hidden = !name;
    if (name) open(name);
    else if (inside) leave();
  };
  const offer = () => {
    const used = panelsOf(store.model.data);
    clear(
      tabs,
      PAGES.filter(([name]) => used.includes(name)).map(([name, title]) =>
        button(title, () => store.set({ panel: name }), {
          role: "tab",
          id: `argmap-tab-${name}`,
          "aria-selected": "false",
        }),
      ),
    );
  };
  tabs.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const all = [...tabs.children];
    const turn = document.documentElement.dir === "rtl" ? -by : by;
    const next = all.at((all.indexOf(document.activeElement) + turn) % all.length);
    next.click();
    next.focus();
    event.preventDefault();
  });

  const shut = button(icon("close"), () => store.set({ panel: "" }), {
    class: "tool",
    title: "Close",
    "aria-label": "Close the panel",
  });
  panel.append(el("div", { class: "panel-head" }, tabs, shut));
  offer();
  show();
  store.on((state, before, changed) => {
    if (changed.has("model")) offer();
    if (changed.has("panel") || changed.has("model")) show();
  });
  return panel;
};
