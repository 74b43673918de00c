// The rows of the outline: a claim, a reference, or the words "because together" over premises.

import { partLink } from "../parts/claimlink.js";
import { aside, el } from "../parts/dom.js";
import { signOf } from "../map/model.js";
import { threadCount } from "../map/threads.js";
import { pieces } from "../map/wording.js";
import { capital, relationOf, roleOf, smallPrint, stepWords } from "../map/words.js";

/**
 * The items for one argument: one for its only premise, or one that holds several. Each is
 * {item, claim, step, inner}: the list item, the claim at home in it, the step whose undercuts
 * stand in it, and what it holds from the start.
 */
export const stepItems = (store, id) => {
  const { model } = store;
  const step = model.argument(id);
  if (step.premises.length === 1)
    return [premiseItem(store, step.premises[0], id, id, relationOf(model, id))];
  const premises = step.premises.map((premise, at) =>
    premiseItem(store, premise, id, "", at ? "and" : ""),
  );
  const label = `${relationOf(model, id)} together`;
  const row = el("div", { class: "row" }, stepLabel(store, id, label));
  const item = treeItem(
    id,
    `linked ${signOf(step)}`,
    `${capital(roleOf(step))}, ${label}: ${model.textOf(id)}`,
    row,
  );
  return [{ item, claim: "", step: id, inner: premises }];
};

/** The item for a top of the map, or of the branch that is shown. */
export const topItem = (store, claim) =>
  claimItem(store, claim, "", "", store.model.isThesis(claim) ? "thesis" : "");

const premiseItem = (store, premise, from, step, word) => {
  const home = store.model.claim(premise).home === from;
  return home
    ? claimItem(store, premise, from, step, word)
    : referenceItem(store, premise, from, step, word);
};

const claimItem = (store, id, from, step, word) => {
  const { model } = store;
  const claim = model.claim(id);
  const sign = from ? signOf(model.argument(from)) : "top";
  const words = step ? stepWords(model.argument(step)) : [];
  const mark = model.mark(id);
  const against = model.excludes(id).map((other) => `not together with “${model.textOf(other)}”`);
  const small = [...smallPrint(claim), ...against];
  const notes =
    threadCount(model, store.state, id) + (step ? threadCount(model, store.state, step) : 0);
  const row = el(
    "div",
    { class: "row" },
    el("span", { class: "twist", "aria-hidden": "true" }),
    step ? stepLabel(store, step, word) : word && el("span", { class: "does" }, word),
    el(
      "span",
      { class: claim.implicit ? "said unstated" : "said", dir: "auto" },
      mark?.words?.length ? pieces(mark.words) : claim.text,
    ),
    el("span", { class: "notes-badge" }, notes ? `✎ ${notes}` : ""),
    mark?.change && el("span", { class: `chip change-word ${mark.change}` }, mark.change),
    small.length > 0 && el("span", { class: "small" }, aside(small)),
    model.count(id) > 0 && el("span", { class: "more" }, `+${model.count(id)} below`),
  );
  const role = from ? capital(roleOf(model.argument(from))) : word ? "Thesis" : "Claim";
  const name = [`${role}: ${claim.text}`, ...words, ...small].join(". ");
  const item = treeItem(id, [sign, mark?.change].filter(Boolean).join(" "), name, row);
  return { item, claim: id, step, inner: [] };
};

const referenceItem = (store, id, from, step, word) => {
  const { model } = store;
  const row = el(
    "div",
    { class: "row" },
    el("span", { class: "twist", "aria-hidden": "true" }),
    step ? stepLabel(store, step, word) : word && el("span", { class: "does" }, word),
    partLink(store, id, [model.textOf(id), " ↗"], { class: "said reference", tabindex: "-1" }),
  );
  const argument = model.argument(from);
  const name = `${capital(roleOf(argument))}, see elsewhere: ${model.textOf(id)}`;
  const item = treeItem(id, signOf(argument), name, row);
  item.classList.add("elsewhere");
  return { item, claim: "", step, inner: [] };
};

/** "because", and what is said of the step: its scheme, its warrant, its strength. */
const stepLabel = (store, id, word) => {
  const step = store.model.argument(id);
  const words = stepWords(step);
  return el(
    "span",
    { class: "does" },
    word,
    words.map((one) => [" ", el("bdi", { class: "chip" }, one)]),
  );
};

const treeItem = (id, classes, name, row) =>
  el(
    "li",
    {
      role: "treeitem",
      class: `item ${classes}`,
      "data-id": id,
      tabindex: "-1",
      "aria-label": name,
    },
    row,
  );
