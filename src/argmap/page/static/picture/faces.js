// What stands on a card and on a step, in lines, and how large that makes them.

import { signOf } from "../map/model.js";
import { FACES, fromRight, lineText, seen, textWidth, wrapped } from "./measure.js";

export const CARD_WIDTH = 244;
export const BAR_WIDTH = 4;
const CARD_PAD = { across: 12, down: 10 };
const STEP_WIDTH = 132;
const SMALL_GAP = 4;

const remembered = new WeakMap();

/**
 * What stands on the card of a claim, made once for a model: its `kind`, the `lettering` (one of FACES)
 * of its `lines`, the `small` lines below, `signs` for its bars, where text starts, and the size.
 */
export const faceOf = (model, claim, reference) => {
  let known = remembered.get(model);
  if (!known) remembered.set(model, (known = new Map()));
  const key = reference ? ` ${claim}` : claim;
  if (!known.has(key)) known.set(key, reference ? referenceFace(model, claim) : cardFace(model, claim));
  return known.get(key);
};

/**
 * Measures what nobody has asked for yet, a little at a time while there is nothing else to do, so that
 * a large map unfolds at once.
 */
export const measureAhead = (model) => {
  const left = Object.entries(model.data.arguments).flatMap(([id, { premises }]) =>
    premises.map((claim) => [claim, model.claim(claim).home !== id]),
  );
  const pause = window.requestIdleCallback ?? ((run) => setTimeout(() => run({ timeRemaining: () => 6 }), 60));
  const measureSome = (idle) => {
    while (left.length && idle.timeRemaining() > 1) faceOf(model, ...left.pop());
    if (left.length) pause(measureSome);
  };
  pause(measureSome);
};

const cardFace = (model, id) => {
  const claim = model.claim(id);
  const kind = model.isThesis(id) ? "thesis" : claim.implicit ? "unstated" : "text";
  const signs = model.signsOf(id);
  const bars = kind === "thesis" && !signs.length ? 0 : Math.max(1, signs.length) * BAR_WIDTH;
  const start = bars + CARD_PAD.across;
  const room = CARD_WIDTH - start - CARD_PAD.across;
  const words = model.mark(id)?.words;
  const lines = wrapped(words?.length ? words : claim.text, room, kind);
  const small = smallWords(model, claim, room);
  const below = small.length ? SMALL_GAP + small.length * FACES.small.line : 0;
  const height = 2 * CARD_PAD.down + lines.length * FACES[kind].line + below;
  return {
    kind, lettering: kind, signs, bars, start, lines, small, width: CARD_WIDTH,
    height: Math.max(40, Math.ceil(height)), rtl: fromRight(claim.text),
  };
};

const referenceFace = (model, id) => {
  const claim = model.claim(id);
  const signs = model.signsOf(id);
  const bars = Math.max(1, signs.length) * BAR_WIDTH;
  const start = bars + CARD_PAD.across;
  // The sign "↗" stands in the corner.
  const lines = wrapped(claim.text, CARD_WIDTH - start - CARD_PAD.across - 18, "small", 2);
  return {
    kind: "reference", lettering: "small", signs, bars, start, lines, small: [], width: CARD_WIDTH,
    height: Math.ceil(14 + lines.length * FACES.small.line), rtl: fromRight(claim.text),
  };
};

/** Who says it, how it stands, where, its weight: at most two lines. */
const smallWords = (model, claim, room) => {
  const by = claim.by.join(", ");
  const via = claim.via.length ? `via ${claim.via.join(", ")}` : "";
  const parts = [
    claim.implicit ? "unstated" : "",
    [by, via].filter(Boolean).join(", "),
    claim.standing && claim.standing !== "asserted" ? claim.standing : "",
    ...cited(claim.cites),
    claim.weight === null || claim.weight === undefined ? "" : `weight ${claim.weight}`,
  ];
  const text = parts.map((part) => seen(part).trim()).filter(Boolean).join(" · ");
  return text ? wrapped(text, room, "small", 2) : [];
};

/** The sources by number, each with the first words quoted from it. */
const cited = (cites) => {
  const quotes = new Map();
  for (const cite of cites) {
    const number = cite.number ? `[${cite.number}]` : cite.source ? `[${cite.source}]` : "";
    quotes.set(number, quotes.get(number) || cite.quote);
  }
  return [...quotes].map(([number, quote]) => [number, quote && `“${quote}”`].filter(Boolean).join(" "));
};

/**
 * What stands on the line of an argument: words in a `label` (scheme, warrant, strength), a `word`
 * ("but", "explains"), a `point` for something else to end or stand at, or nothing.
 */
export const stepFace = (model, id) => {
  const argument = model.argument(id);
  const sign = signOf(argument);
  const word = { for: "", against: "but", explains: "explains" }[sign];
  const said = [
    sign === "explains" ? "" : argument.scheme,
    argument.warrant,
    argument.strength === null || argument.strength === undefined ? "" : `strength ${argument.strength}`,
  ].map((text) => seen(text ?? "").trim());
  const words = said.filter(Boolean);
  if (words.length) {
    if (word) words.unshift(word);
    const lines = words.flatMap((text) => wrapped(text, STEP_WIDTH, "label", 5));
    const width = Math.max(...lines.map((line) => textWidth(lineText(line), "label")));
    return {
      shape: "label", sign, lines, width: Math.ceil(width) + 20, height: lines.length * FACES.label.line + 10,
    };
  }
  if (word) {
    const lines = [[["same", word]]];
    return { shape: "word", sign, lines, width: Math.ceil(textWidth(word, "label")) + 10, height: 18 };
  }
  const noted = model.threads(id).length > 0 || model.mark(id) !== undefined;
  const shape = noted || model.below(id).length ? "point" : "";
  const size = shape ? 8 : 0;
  return { shape, sign, lines: [], width: size, height: size };
};
