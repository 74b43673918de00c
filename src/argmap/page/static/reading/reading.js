// The source texts beside the map: quotes lead to their claims, claims to their quotes.

import { addressOf } from "../parts/claimlink.js";
import { button, clear, el } from "../parts/dom.js";
import { cutUp } from "./passages.js";
import { counted } from "../map/words.js";

/** The texts into `host`; `reveal(id)` scrolls to the first quote of a claim or a step. */
export const mountReading = (host, store) => {
  const tabs = el("div", { class: "text-tabs" });
  const text = el("article", { class: "source-text", tabindex: "0", "aria-label": "Source text" });
  let built = "";
  let quotes = []; // of the text, and what is noted on passages of it
  let marks = []; // for each of these, the elements of its pieces

  const texts = () => store.model.data.texts;
  const current = () =>
    texts()[store.state.source] ? store.state.source : Object.keys(texts())[0];

  const build = () => {
    const other = built !== current();
    built = current();
    const { model } = store;
    const { title, uncited, blocks } = texts()[built];
    quotes = withNotes(model, built, texts()[built].quotes);
    marks = quotes.map(() => []);
    const language = model.data.language;
    clear(
      text,
      el("h2", { dir: "auto" }, title || built),
      el("p", { class: "faint" }, el("bdi", {}, told(texts()[built].quotes, uncited))),
      cutUp({ blocks, quotes, uncited }).map((pieces) =>
        el("p", { dir: "auto", lang: language || null, class: isFilled(pieces) && "filled" }, pieces.map(passage)),
      ),
    );
    if (other) text.scrollTop = 0;
    choose();
  };
  const passage = (piece) => {
    if (!piece.quotes.length)
      return piece.unused ? el("span", { class: "unused" }, piece.text) : piece.text;
    const parts = [...new Set(piece.quotes.flatMap((at) => quotes[at].parts))];
    const every = (kind) => piece.quotes.every((at) => quotes[at].kind === kind);
    const altered = every("altered");
    const names = parts.map((id) => store.model.textOf(id)).join("\n");
    const mark = el(
      "a",
      {
        class: every("noted") ? "quote noted" : altered ? "quote altered" : "quote",
        href: addressOf(parts[0]),
        title: altered ? `${names}\n(quoted in other words)` : names,
        on: { click: (event) => pick(event, parts) },
      },
      piece.text,
    );
    for (const at of piece.quotes) marks[at].push(mark);
    return mark;
  };
  /** Selects what a mark is quoted by; again and again, what else it is quoted by. */
  const pick = (event, parts) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const at = parts.indexOf(store.state.selected);
    store.reveal(parts[(at + 1) % parts.length]);
  };

  /** The numbers of the quotes of what is selected: of a claim, or of a step and its premises. */
  const chosen = () => {
    const { selected } = store.state;
    return quotes.flatMap((quote, at) => (quote.parts.includes(selected) ? [at] : []));
  };
  const choose = () => {
    for (const mark of text.querySelectorAll(".chosen")) mark.classList.remove("chosen");
    const found = chosen();
    for (const at of found) for (const mark of marks[at]) mark.classList.add("chosen");
    return found;
  };
  /** Goes to the text that quotes what is selected, unless the open one does. */
  const seek = () => {
    const { selected } = store.state;
    const has = (source) => texts()[source].quotes.some((quote) => quote.parts.includes(selected));
    const other = has(current()) ? "" : Object.keys(texts()).find(has);
    if (other) store.set({ source: other });
  };
  const reveal = () => {
    const mark = marks[choose()[0]]?.[0];
    if (mark && !wholeIn(mark, text)) mark.scrollIntoView({ block: "center" });
  };

  const offer = () => {
    const ids = Object.keys(texts());
    clear(
      tabs,
      ids.length > 1 &&
        el(
          "div",
          { role: "group", "aria-label": "Texts" },
          ids.map((id) =>
            button(texts()[id].title || id, () => store.set({ source: id }), {
              "aria-pressed": String(id === current()),
              dir: "auto",
            }),
          ),
        ),
      el(
        "label",
        { class: "tick" },
        el("input", {
          type: "checkbox",
          checked: !text.classList.contains("plain"),
          on: { change: (event) => text.classList.toggle("plain", !event.target.checked) },
        }),
        el("span", {}, "Show what no claim uses"),
      ),
    );
  };

  store.on((state, before, changed) => {
    if (!texts() || state.view !== "reading") return;
    if (changed.has("model") || !built) {
      offer();
      build();
    }
    if (changed.has("selected") || changed.has("view")) seek();
    if (store.state.source !== state.source) return;
    if (changed.has("source") && built !== current()) {
      offer();
      build();
    }
    if (["selected", "view", "source", "shown"].some((key) => changed.has(key))) reveal();
  });
  host.append(tabs, text);
  if (texts() && store.state.view === "reading") {
    offer();
    build();
    reveal();
  }
};

/** The quotes of a text and the passages that readers noted something on, by their start. */
const withNotes = (model, source, quotes) => {
  const noted = new Map();
  for (const part of model.talked()) {
    for (const { key, about, id, start, end } of model.threads(part)) {
      if (about !== "source" || id !== source || !(end > start) || !model.has(part)) continue;
      if (noted.has(key)) noted.get(key).parts.push(part);
      else noted.set(key, { start, end, parts: [part], kind: "noted" });
    }
  }
  return [...quotes, ...noted.values()].sort((one, other) => one.start - other.start);
};

/** Whether the lines of a paragraph end where a typist's line was full, so that they may end elsewhere. */
const isFilled = (pieces) => {
  const lines = pieces.map((piece) => piece.text).join("").split("\n");
  const longest = Math.max(...lines.map((line) => line.length));
  return lines.length > 1 && longest >= 50 && lines.slice(0, -1).every((line) => line.length >= 0.75 * longest);
};

const told = (quotes, uncited) =>
  `${counted(quotes.length, "quote")}; ${uncited.length ? counted(uncited.length, "passage") : "nothing"} that no claim uses`;

const wholeIn = (mark, box) => {
  const [inner, outer] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
};
