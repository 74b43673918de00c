// The map itself: what it asks, who made it, how large it is, its sources and people.

import { additionsAt } from "../parts/additions.js";
import { sourceList } from "./citations.js";
import { partLink } from "../parts/claimlink.js";
import { aside, el, nodes } from "../parts/dom.js";
import { threadsAt } from "./talk.js";
import { counted } from "../map/words.js";

/** The panel when nothing is selected. */
export const aboutMap = (store) => {
  const { data } = store.model;
  const people = Object.entries(data.people);
  return [
    el("p", { class: "kicker" }, "The map"),
    el("h2", { class: "claim-text", dir: "auto" }, data.heading || data.title || data.question),
    data.question &&
      data.question !== data.heading &&
      el("p", { class: "question", dir: "auto" }, data.question),
    data.description.length > 0 && el("div", { dir: "auto" }, nodes(data.description)),
    el("p", { class: "faint" }, aside([...data.authors, data.date])),
    el("p", { class: "faint" }, el("bdi", {}, sizeOfMap(store.model))),
    additionsAt("map", store),
    data.keywords.length > 0 &&
      el(
        "p",
        { class: "chips" },
        data.keywords.map((word) => el("span", { class: "chip", dir: "auto" }, word)),
      ),
    block(
      data.theses.length === 1 ? "Thesis" : "Theses",
      data.theses.length > 0 &&
        el(
          "ul",
          { class: "links" },
          data.theses.map((id) => el("li", {}, partLink(store, id))),
        ),
    ),
    block("Sources", data.sources.length > 0 && sourceList(data.sources)),
    block(
      "People",
      people.length > 0 &&
        el(
          "ul",
          { class: "links" },
          people.map(([id, { name, role }]) =>
            el(
              "li",
              {},
              el("bdi", {}, name || id),
              " ",
              role && el("bdi", { class: "faint" }, role),
            ),
          ),
        ),
    ),
    threadsAt(store, ""),
  ];
};

const sizeOfMap = (model) => {
  const steps = Object.values(model.data.arguments);
  const against = steps.filter((step) => step.stance === "against").length;
  return [
    counted(model.size, "claim"),
    counted(steps.length - against, "argument for", "arguments for"),
    counted(against, "against", "against"),
  ].join(", ");
};

const block = (heading, content) => content && el("section", {}, el("h3", {}, heading), content);
