// What is to be seen, as a tree of boxes without places: cards, the frames in which they stand, steps.
//
// A claim is a card. An argument is a place below the card that it bears on: it holds the cards of its
// premises, several of them in one frame. An argument on an argument is a place beside the one whose
// step it disputes. Nothing here recurses: a map may be ten thousand claims deep.

import { signOf } from "../map/model.js";
import { faceOf, stepFace } from "./faces.js";

/**
 * The scene of a state: `cards` and `places` in reading order, `tops` the places that stand below
 * nothing, `byKey`, `homes` (the card of a claim where it is at home) and `spots` (the place of an argument)
 * to look them up.
 */
export const buildScene = (model, state) => {
  const way = wayTo(model, state.focus);
  const looked = { byKey: new Map(), homes: new Map(), spots: new Map() };
  const scene = { model, tops: [], cards: [], places: [], ...looked };
  const tops = way ? [way.top] : model.tops;
  scene.tops = tops.map((claim, at) => {
    const place = newPlace("", "", 0, null, null);
    place.cards = [newCard(model, claim, place, 0, null)];
    Object.assign(place.cards[0], { position: at + 1, among: tops.length });
    return place;
  });
  const waiting = [...scene.tops].reverse().map((place) => place.cards[0]);
  scene.places.push(...scene.tops);
  while (waiting.length) {
    const card = waiting.pop();
    enterCard(scene, card);
    card.away = way !== null && way.claims.has(card.claim) && card.claim !== state.focus;
    card.aside = way !== null && card.above !== null && card.above.away && !way.claims.has(card.claim);
    card.hidden = card.reference || card.aside ? 0 : model.count(card.claim);
    card.steps = card.reference || card.aside ? 0 : model.below(card.claim).length;
    card.folded = card.steps > 0 && !card.away && state.folded.has(card.claim);
    if (!card.steps || card.folded) continue;
    openCard(scene, card, card.away ? way.steps : null);
    waiting.push(...[...card.kids].reverse());
  }
  return scene;
};

const enterCard = (scene, card) => {
  card.index = scene.cards.push(card) - 1;
  scene.byKey.set(card.key, card);
  if (!card.reference) scene.homes.set(card.claim, card);
};

/** The places below a card; only those of the arguments in `only`, if it is given. */
const openCard = (scene, card, only) => {
  const { model } = scene;
  const waiting = [...model.below(card.claim)].reverse().map((id) => [id, null]);
  while (waiting.length) {
    const [id, on] = waiting.pop();
    if (only && !only.has(id)) continue;
    const argument = model.argument(id);
    const place = newPlace(id, signOf(argument), on ? on.disputes + 1 : 0, card, on);
    place.step = stepFace(model, id);
    place.cards = argument.premises.map((claim, at) => newCard(model, claim, place, at, card));
    card.places.push(place);
    card.kids.push(...place.cards);
    scene.places.push(place);
    scene.spots.set(id, place);
    waiting.push(...[...model.below(id)].reverse().map((other) => [other, place]));
  }
  card.kids.forEach((kid, at) => Object.assign(kid, { position: at + 1, among: card.kids.length }));
};

/**
 * `argument` is "" for a top; `disputes` counts how many steps stand between it and the card `target`;
 * `on` is the place of the argument that it bears on, if it is one.
 */
const newPlace = (argument, sign, disputes, target, on) => ({
  key: argument || "top", argument, sign, disputes, target, on, step: null, cards: [],
});

const newCard = (model, claim, place, at, above) => {
  // One premise may be named twice in a step: the second is a reference as well.
  const again = place.argument !== "" && model.argument(place.argument).premises.indexOf(claim) < at;
  const reference = again || (place.argument !== "" && model.claim(claim).home !== place.argument);
  return {
    key: reference ? `${place.argument} ↗ ${at}` : claim,
    claim, reference, place, above, face: faceOf(model, claim, reference), kids: [], places: [],
    level: above ? above.level + 1 : 1, position: 1, among: 1,
    folded: false, hidden: 0, steps: 0, away: false, aside: false,
  };
};

/** From the top to the focus: the claims and arguments on the way; null without a focus. */
const wayTo = (model, focus) => {
  if (!focus || !model.isClaim(focus)) return null;
  const claims = new Set([focus]);
  const steps = new Set();
  let top = focus;
  for (let at = model.claim(focus).home; at; at = model.claim(top).home) {
    while (model.argument(at) && !steps.has(at)) {
      steps.add(at);
      at = model.argument(at).target;
    }
    if (claims.has(at) || !model.isClaim(at)) break;
    claims.add(at);
    top = at;
  }
  return { top, claims, steps };
};
