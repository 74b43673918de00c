// Where something is said: the words quoted, the source by number, the place, a way to the text.

import { button, el, link } from "../parts/dom.js";

/** The citations of a claim or a step, a block for each; nothing for none. */
export const citations = (store, cites) => cites.map((cite) => citation(store, cite));

const citation = (store, cite) => {
  const title = cite.title || cite.source;
  const inText = store.model.data.texts?.[cite.source] && cite.quote;
  return el(
    "figure",
    { class: "cite" },
    cite.quote && el("blockquote", { dir: "auto" }, `“${cite.quote}”`),
    el(
      "figcaption",
      { dir: "auto" },
      el("span", { class: "number" }, `[${cite.number ?? "–"}] `),
      cite.link ? link(cite.link, title) : title,
      cite.at && `, ${cite.at}`,
      cite.note && el("span", { class: "cite-note" }, cite.note),
      inText &&
        button("Show in the text", () => showText(store, cite.source), { class: "plain-button" }),
    ),
  );
};

const showText = (store, source) =>
  store.set({ view: "reading", source, shown: store.state.shown + 1 });

/** The sources of the map as a list with their numbers. */
export const sourceList = (sources) =>
  el(
    "ol",
    { class: "sources" },
    sources.map((source) =>
      el(
        "li",
        { value: source.number, dir: "auto" },
        [
          source.author.join(", "),
          source.link ? link(source.link, source.title || source.id) : source.title || source.id,
          source.date,
        ]
          .filter(Boolean)
          .flatMap((part, at) => (at ? [". ", part] : [part])),
        Object.entries(source.extra).map(([key, value]) =>
          el("div", { class: "faint" }, `${key}: ${spoken(value)}`),
        ),
      ),
    ),
  );

/** A field of the user's own as a text: lists and blocks are written out. */
const spoken = (value) => {
  if (Array.isArray(value)) return value.map(spoken).join(", ");
  if (value === null || typeof value !== "object") return String(value ?? "");
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${spoken(inner)}`)
    .join("; ");
};
