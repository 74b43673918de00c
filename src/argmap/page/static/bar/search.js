// The search box: hits as you type, their number, the next and the previous one.

import { button, clear, el } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { counted, standingOf } from "../map/words.js";

/** So many hits are listed below the box; the arrows reach the others. */
const LISTED = 40;
const PAUSE = 120; // milliseconds without a key before a search

/** The search box into `host`. */
export const mountSearch = (host, store) => {
  let waiting = 0;
  let listing = false; // the hits are listed while one types
  const box = el("input", {
    type: "search",
    class: "search-box",
    placeholder: "Search",
    "aria-label": "Search claims, speakers, quotes and notes",
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
    on: {
      input: () => {
        listing = true;
        clearTimeout(waiting);
        waiting = setTimeout(search, PAUSE);
      },
      keydown: (event) => {
        const act = {
          Enter: () => stepHits(store, event.shiftKey ? -1 : 1),
          Escape: leave,
          ArrowDown: intoList,
        };
        if (event.isComposing || !act[event.key]) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Enter") search();
        act[event.key]();
      },
    },
  });
  const count = el("span", { class: "search-count", role: "status" });
  const list = el("ul", { class: "search-hits", "aria-label": "Hits" });
  const turn = (name, label, by) =>
    button(icon(name), () => stepHits(store, by), {
      class: "tool",
      title: label,
      "aria-label": label,
    });
  const steps = el(
    "span",
    { class: "search-steps" },
    turn("up", "Previous hit", -1),
    turn("down", "Next hit", 1),
  );

  const search = () => {
    clearTimeout(waiting);
    const query = box.value.trim();
    if (query === store.state.query) return;
    store.set({ query, hits: store.model.search(query), hit: -1 });
  };
  const leave = () => {
    if (!box.value) return box.blur();
    box.value = "";
    search();
  };
  const intoList = () => {
    listing = true;
    show();
    list.querySelector("button")?.focus();
  };

  list.addEventListener("keydown", (event) => {
    const row = document.activeElement.closest("li");
    const next = {
      ArrowDown: row?.nextElementSibling,
      ArrowUp: row?.previousElementSibling ?? box,
    };
    if (event.key === "Escape") box.focus();
    else if (event.key in next)
      (next[event.key]?.querySelector?.("button") ?? next[event.key])?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const show = () => {
    const { query, hits, hit } = store.state;
    if (document.activeElement !== box) box.value = query;
    const where = hit < 0 ? "" : `${hit + 1} of `;
    count.textContent = query ? (hits.length ? where + hits.length : "none") : "";
    steps.hidden = hits.length === 0;
    const more = hits.length - LISTED;
    clear(
      list,
      hits.slice(0, LISTED).map((id, at) => hitRow(store, id, at)),
      more > 0 && el("li", { class: "faint" }, `and ${counted(more, "more hit")}`),
    );
    list.hidden = !hits.length || !listing;
  };
  store.on((state, before, changed) => {
    if (changed.has("shown")) listing = false;
    if (["query", "hits", "hit", "shown", "model"].some((key) => changed.has(key))) show();
  });
  show();
  host.append(
    el("div", { class: "search", role: "search" }, icon("search"), box, count, steps, list),
  );
  return { focus: () => (box.focus(), box.select()) };
};

/** Goes to the next hit (1) or the previous one (-1), around the ends. */
export const stepHits = (store, by) => {
  const { hits, hit } = store.state;
  if (!hits.length) return;
  const next = hit < 0 ? (by > 0 ? 0 : hits.length - 1) : (hit + by + hits.length) % hits.length;
  goToHit(store, next);
};

const goToHit = (store, at) => store.reveal(store.state.hits[at], { hit: at });

const hitRow = (store, id, at) =>
  el(
    "li",
    {},
    button(
      [
        el("span", { class: "hit-text", dir: "auto" }, store.model.textOf(id)),
        el("span", { class: "faint" }, standingOf(store.model, id)),
      ],
      () => goToHit(store, at),
      { "aria-current": at === store.state.hit ? "true" : null },
    ),
  );
