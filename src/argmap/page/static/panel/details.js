// The panel about what is selected: a claim, a step, or, if nothing is, the map itself.

import { aboutMap } from "./about.js";
import { additionsAt } from "../parts/additions.js";
import { citations } from "./citations.js";
import { addressOf, partLink } from "../parts/claimlink.js";
import { button, clear, el, nodes } from "../parts/dom.js";
import { facts, people, section } from "../map/facts.js";
import { icon } from "../parts/icons.js";
import { signOf } from "../map/model.js";
import { threadsAt } from "./talk.js";
import { changeTold } from "../map/wording.js";
import { argumentOn, targetLink, useOf } from "./uses.js";
import { roleOf, standingOf } from "../map/words.js";

/** What is known of the selected part, kept up to date in `host`. */
export const mountDetails = (host, store) => {
  const show = () => {
    const { model, state } = store;
    const claim = model.claim(state.selected);
    const step = model.argument(state.selected);
    clear(
      host,
      claim
        ? aboutClaim(store, state.selected, claim)
        : step
          ? aboutStep(store, state.selected, step)
          : aboutMap(store),
    );
  };
  store.on((state, before, changed) => {
    if (state.selected !== before.selected) host.scrollTop = 0;
    if (["selected", "annotators", "labels", "model"].some((key) => changed.has(key))) show();
    else if (["folded", "focus"].some((key) => changed.has(key)))
      host.querySelector(".actions")?.replaceWith(...actionsOf(store));
  });
  show();
};

const aboutClaim = (store, id, claim) => {
  const { model } = store;
  return [
    el("p", { class: `kicker ${model.signsOf(id)[0] ?? ""}` }, standingOf(model, id)),
    el(
      "h2",
      { class: claim.implicit ? "claim-text unstated" : "claim-text", dir: "auto" },
      claim.text,
    ),
    claim.implicit &&
      el("p", { class: "faint", dir: "auto" }, "Unstated: nobody said it, the mapper supplied it."),
    changeTold(model, id),
    facts([
      ["Said by", people(model, claim.by)],
      ["Reported by", people(model, claim.via)],
      ["Standing", claim.standing],
      ["Kind", claim.kind],
      ["Basis", claim.basis],
      ["Weight", claim.weight],
      ["Tags", claim.tags.join(", ")],
      ["Heat", heatOf(model, id)],
    ]),
    citations(store, claim.cites),
    claim.note.length > 0 && el("div", { class: "note", dir: "auto" }, nodes(claim.note)),
    ...actionsOf(store),
    additionsAt("claim", store, id),
    threadsAt(store, id),
    section(
      "Bears on",
      model.usedIn(id).map((on) => useOf(store, id, on)),
    ),
    section(
      "What bears on it",
      model.below(id).map((on) => argumentOn(store, on)),
    ),
    section(
      "Cannot be true together with",
      model.excludes(id).map((other) => el("li", {}, partLink(store, other))),
    ),
  ];
};

const aboutStep = (store, id, step) => {
  const { model } = store;
  return [
    el(
      "p",
      { class: `kicker ${signOf(step)}` },
      `The step of ${roleOf(step) === "explanation" ? "an" : "a"} ${roleOf(step)}`,
    ),
    el(
      "ul",
      { class: "links" },
      step.premises.map((premise) => el("li", {}, partLink(store, premise))),
    ),
    changeTold(model, id),
    el(
      "p",
      { class: "step-onto" },
      step.explains ? "explains" : step.stance === "for" ? "speaks for" : "speaks against",
      ": ",
      targetLink(store, step.target),
    ),
    facts([
      ["Scheme", step.scheme],
      ["Warrant", step.warrant],
      ["Strength", step.strength],
      ["Step by", people(model, step.by)],
    ]),
    citations(store, step.cites),
    step.note.length > 0 && el("div", { class: "note", dir: "auto" }, nodes(step.note)),
    additionsAt("step", store, id),
    threadsAt(store, id),
    section(
      "What bears on the step",
      model.below(id).map((on) => argumentOn(store, on)),
    ),
  ];
};

const actionsOf = (store) => {
  const { model, state } = store;
  const id = state.selected;
  if (!model.isClaim(id)) return [];
  const below = model.count(id);
  const act = (name, words, click) => button([icon(name), words], click, { class: "action" });
  const isFocus = state.focus === id;
  const isFolded = state.folded.has(id);
  return [
    el(
      "div",
      { class: "actions" },
      below > 0 &&
        act(isFolded ? "unfold" : "fold", isFolded ? `Unfold ${below} below` : "Fold", () =>
          store.toggle(id),
        ),
      (below > 0 || isFocus) &&
        act("branch", isFocus ? "Show everything" : "Only this branch", () =>
          store.set({ focus: isFocus ? "" : id }),
        ),
      act("link", "Copy link", (event) => copyLink(event.currentTarget, id)),
    ),
  ];
};

/** Copies the address of a part, and says on the button whether that worked. */
const copyLink = async (pressed, id) => {
  const words = pressed.lastChild;
  try {
    await navigator.clipboard.writeText(new URL(addressOf(id), location.href).href);
    words.data = "Copied";
  } catch {
    words.data = "It is in the address bar";
  }
};

const heatOf = (model, id) => {
  const heat = model.heat(id);
  return heat === undefined ? "" : `${model.data.heat.name} ${Math.round(heat * 100)} %`;
};
