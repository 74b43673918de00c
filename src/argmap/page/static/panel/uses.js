// What a claim is used for, and what is used for it, as items of a list with links.

import { additionsAt } from "../parts/additions.js";
import { partLink } from "../parts/claimlink.js";
import { el } from "../parts/dom.js";
import { signOf } from "../map/model.js";
import { capital, counted, relationOf, roleOf, stepWords } from "../map/words.js";

/** One use of a claim: what it is for, with what it is linked, and what is said of the step. */
export const useOf = (store, claim, id) => {
  const { model } = store;
  const step = model.argument(id);
  const others = step.premises.filter((premise) => premise !== claim);
  return el(
    "li",
    {},
    el(
      "span",
      { class: `does ${signOf(step)}` },
      capital(roleOf(step)),
      step.explains ? " of " : step.stance === "for" ? " for " : " to ",
    ),
    targetLink(store, step.target),
    others.length > 0 &&
      el(
        "div",
        { class: "together" },
        "together with ",
        others.flatMap((other, at) => [at ? "; " : "", partLink(store, other)]),
      ),
    aboutOf(store, id, step),
    additionsAt("use", store, id),
  );
};

/** An argument on the part shown: its premises, and what is said of the step. */
export const argumentOn = (store, id) => {
  const { model } = store;
  const step = model.argument(id);
  return el(
    "li",
    {},
    el("span", { class: `does ${signOf(step)}` }, capital(relationOf(model, id)), " "),
    step.premises.flatMap((premise, at) => [
      at ? el("span", { class: "faint" }, " and ") : "",
      partLink(store, premise),
    ]),
    aboutOf(store, id, step),
  );
};

/** What an argument bears on: a claim, or the step from some premises. */
export const targetLink = (store, id) => [
  store.model.isClaim(id) ? "" : "the step from ",
  partLink(store, id),
];

const aboutOf = (store, id, step) => {
  const words = stepWords(step);
  const { model } = store;
  const on = model.below(id).length + model.threads(id).length;
  if (!words.length && !on && !step.by.length && !step.cites.length && !step.note.length)
    return null;
  const more = on ? `${counted(on, "remark")} on the step` : "about the step";
  return el(
    "div",
    { class: "about-step" },
    words.map((word) => el("span", { class: "chip", dir: "auto" }, word)),
    partLink(store, id, more, { dir: "ltr" }),
  );
};
