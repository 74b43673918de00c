// What is said of a part, as words with their values and as lists under a heading.

import { el } from "../parts/dom.js";

/** Names with what the map says of these people. */
export const people = (model, names) =>
  names.map((name) =>
    el(
      "span",
      { class: "person", dir: "auto" },
      name,
      model.role(name) && el("span", { class: "faint" }, model.role(name)),
    ),
  );

/** Pairs of a word and what the map says; those of which it says nothing are left out. */
export const facts = (pairs) => {
  const said = pairs.filter(([, value]) => value !== null && value !== "" && value?.length !== 0);
  return (
    said.length > 0 &&
    el(
      "dl",
      { class: "facts" },
      said.map(([word, value]) => [
        el("dt", {}, word),
        el("dd", { dir: "auto" }, typeof value === "number" ? String(value) : value),
      ]),
    )
  );
};

/** A heading with a list below it; nothing if the list is empty. */
export const section = (heading, items) =>
  items.length > 0 && el("section", {}, el("h3", {}, heading), el("ul", { class: "links" }, items));
