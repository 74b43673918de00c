// How the arrow keys walk from card to card, as in every tree, and what is said of a card on the way.

import { lineText } from "./measure.js";

/**
 * What a key does at a card of a scene: {to: card}, {fold: true or false}, {unfold: [claims]}, or
 * null. `keys` "out" and "in" are the arrows that lead towards the thesis and away from it.
 */
export const stepByKey = (scene, card, key) => {
  const keys = scene.mirrored ? { ArrowLeft: "in", ArrowRight: "out" } : { ArrowRight: "in", ArrowLeft: "out" };
  const step = KEY_STEPS[keys[key] ?? key];
  return step ? step(scene, card) : null;
};

const foldable = (card) => card.steps > 0 && !card.away;

const goingTo = (card) => (card ? { to: card } : null);

const cardBy = (by) => (scene, card) => goingTo(scene.cards[card.index + by]);

const KEY_STEPS = {
  in: (scene, card) => (foldable(card) && card.folded ? { fold: false } : goingTo(card.kids[0])),
  out: (scene, card) => (foldable(card) && !card.folded ? { fold: true } : goingTo(card.above)),
  ArrowDown: cardBy(1),
  ArrowUp: cardBy(-1),
  Home: (scene) => goingTo(scene.cards[0]),
  End: (scene) => goingTo(scene.cards[scene.cards.length - 1]),
  " ": (scene, card) => (foldable(card) ? { fold: !card.folded } : null),
  "*": (scene, card) => {
    const among = card.above ? card.above.kids : scene.tops.map((place) => place.cards[0]);
    const closed = among.filter((one) => foldable(one) && one.folded);
    return closed.length ? { unfold: closed.map((one) => one.claim) } : null;
  },
};

const SPOKEN_SIGNS = { for: "reason", against: "counterpoint", explains: "explanation" };

/** What a screen reader says of a card: what it is, its text, on what it bears. */
export const spokenName = (model, card, { threads, mark }) => {
  const { place, claim } = card;
  const words = [model.claim(claim).text];
  if (!place.argument) words.unshift(model.isThesis(claim) ? "thesis:" : "claim:");
  else words.unshift(`${SPOKEN_SIGNS[place.sign]}${place.on ? " on a step" : ""}:`);
  const said = [words.join(" ")];
  if (place.on) said.push(`it bears on the step from “${briefly(model.textOf(place.on.argument))}”`);
  else if (card.above) said.push(`it bears on “${briefly(model.textOf(card.above.claim))}”`);
  if (place.cards.length > 1) said.push(`counts only together with ${place.cards.length - 1} more`);
  if (place.step?.shape === "label") said.push(`step: ${place.step.lines.map(lineText).join(" ")}`);
  if (card.reference) said.push("stands elsewhere in the map");
  if (model.claim(claim).implicit) said.push("unstated");
  if (mark?.change) said.push(mark.change);
  if (threads) said.push(threads === 1 ? "1 comment" : `${threads} comments`);
  if (card.folded) said.push(`${card.hidden || card.steps} folded below`);
  return said.join("; ");
};

const briefly = (text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
