// Cards, frames and steps as shapes.

import { BAR_WIDTH } from "./faces.js";
import { FACES, fromRight, lineText, textWidth } from "./measure.js";

const CARD_ROUND = 5;
const CHANGE_LOOKS = {
  added: { sign: "+", word: "added", colour: "for" },
  removed: { sign: "−", word: "removed", colour: "explains" },
  changed: { sign: "±", word: "changed", colour: "accent" },
  moved: { sign: "⇄", word: "moved", colour: "accent" },
};

/**
 * A card at the origin. `extras`: {threads: how many, mark: what changed, heat: 0 to 1, still: whether
 * nothing in it can be pressed}. What can be pressed has `data-act`.
 */
export const cardShape = (card, scene, extras) => {
  const { face, width, height } = card;
  const dark = face.kind === "thesis";
  const change = CHANGE_LOOKS[extras.mark?.change];
  const flipped = scene.mirrored;
  const struck = extras.mark?.change === "removed";
  return [
    "g", {},
    ["rect", {
      class: "body", width, height, rx: CARD_ROUND, fill: fillOf(face, extras), ...outline(face, extras),
    }],
    ...bars(face, width, height, flipped),
    ...(dark && extras.heat > 0 ? [heatBar(width, height, extras.heat)] : []),
    ...lineShapes(face.lines, face.lettering, card, textTop(card), struck ? faintOf(face) : colourOf(face), { flipped, struck }),
    ...lineShapes(face.small, "small", card, smallTop(card), smallColour(card, extras), { flipped }),
    face.kind === "reference" && arrowAway(card, flipped),
    ...badges(card, change, extras, flipped),
    card.steps > 0 && !card.away && !(extras.still && !card.folded) && foldSign(card, scene),
  ];
};

const fillOf = (face, { heat }) => {
  if (face.kind === "thesis") return "thesis";
  if (face.kind === "reference") return "page";
  return heat > 0 ? `heat ${Math.round(heat * 100)}%` : "card";
};

const colourOf = ({ kind }) => (kind === "thesis" ? "thesis-ink" : kind === "reference" ? "faint" : "ink");

const faintOf = ({ kind }) => (kind === "thesis" ? "thesis-faint" : "faint");

const outline = (face, { mark }) => {
  if (mark?.change === "added") return { stroke: "for", "stroke-width": 3 };
  if (mark?.change === "removed") return { stroke: "explains", "stroke-width": 1.5, "stroke-dasharray": "5 4" };
  if (mark?.change) return { stroke: "accent", "stroke-width": 2 };
  if (face.kind === "thesis") return { stroke: "thesis", "stroke-width": 1 };
  const dashed = face.kind === "unstated" || face.kind === "reference";
  const stroke = face.kind === "unstated" ? "faint" : "border";
  return { stroke, "stroke-width": 1, ...(dashed && { "stroke-dasharray": "4 3" }) };
};

/** Bars at the side on which reading begins: what the claim does wherever it is used. */
const bars = (face, width, height, flipped) => {
  const signs = face.signs.length ? face.signs : face.kind === "thesis" ? [] : ["border"];
  return signs.map((sign, at) => {
    const x = flipped ? width - (at + 1) * BAR_WIDTH : at * BAR_WIDTH;
    return ["path", { d: barPath(x, height, at === 0, flipped), fill: sign }];
  });
};

/** The outermost bar follows the round corners of the card. */
const barPath = (x, height, outer, flipped) => {
  const end = x + BAR_WIDTH;
  if (!outer) return `M${x} 0.5H${end}V${height - 0.5}H${x}Z`;
  const round = Math.min(CARD_ROUND, BAR_WIDTH);
  const [edge, inner, turn] = flipped ? [end, x, end - round] : [x, end, x + round];
  return `M${inner} 0H${turn}Q${edge} 0 ${edge} ${round}V${height - round}Q${edge} ${height} ${turn} ${height}H${inner}Z`;
};

const heatBar = (width, height, heat) =>
  ["rect", { x: 6, y: height - 6, width: Math.round((width - 12) * heat), height: 3, rx: 1.5, fill: "heat" }];

/** Text in a stretched card stands at its top, in one of its own height in the middle. */
const textTop = ({ face, height }) => {
  const lines = face.lines.length * FACES[face.lettering].line;
  const small = face.small.length ? 4 + face.small.length * FACES.small.line : 0;
  return height > face.height + 2 ? 10 : (height - lines - small) / 2;
};

const lineShapes = (lines, kind, card, top, colour, { flipped, struck }) => {
  const { size, line, weight, style } = FACES[kind];
  return lines.map((runs, at) => [
    "text",
    {
      ...sideOf(card, flipped), y: round1(top + at * line + line * 0.75), "font-size": size, fill: colour,
      ...(weight !== 400 && { "font-weight": weight }), ...(style !== "normal" && { "font-style": style }),
      ...(struck && { "text-decoration": "line-through" }),
    },
    ...(runs.length === 1 && runs[0][0] === "same" ? [runs[0][1]] : runs.map(wordShape)),
  ]);
};

const WORD_LOOKS = {
  gone: { fill: "against", "text-decoration": "line-through" },
  came: { fill: "for", "text-decoration": "underline", "font-weight": 600 },
};

const wordShape = ([mark, text]) => ["tspan", WORD_LOOKS[mark] ?? {}, text];

const round1 = (value) => Math.round(value * 10) / 10;

/** Where the lines of a card begin: at the left, or at the right for scripts that run from there. */
const sideOf = ({ face, width }, flipped) => {
  const left = flipped ? 12 : face.start;
  const right = flipped ? width - face.start : width - 12;
  return face.rtl ? { x: right, direction: "rtl" } : { x: left };
};

const smallTop = (card) => textTop(card) + card.face.lines.length * FACES[card.face.lettering].line + 4;

/** What is faint already is not made fainter by heat or by stepping back. */
const smallColour = ({ face, away, aside }, { heat }) => {
  if (face.kind === "thesis") return away ? "thesis-ink" : faintOf(face);
  return heat > 0.25 || away || aside ? "ink" : "faint";
};

const centredText = (x, y, size, colour, text, attrs = {}) =>
  ["text", { x, y, "text-anchor": "middle", "font-size": size, fill: colour, ...attrs }, text];

const arrowAway = ({ width }, flipped) =>
  ["text", { x: flipped ? 16 : width - 16, y: 18, "text-anchor": "middle", "font-size": 12, fill: "accent" }, "↗"];

/** Small words on the upper edge: what is noted at a claim, and what became of it. */
const badges = (card, change, { threads, mark }, flipped) => {
  const found = [];
  if (threads) found.push([`✎ ${threads}`, "note", "note-tint"]);
  const told = mark?.badges?.join(" · ") || change?.word;
  if (told) found.push([change ? `${change.sign} ${told}` : told, change?.colour ?? "accent", "page"]);
  let at = 8;
  return found.map(([text, colour, behind]) => {
    const width = Math.ceil(textWidth(text, "small")) + 14;
    const x = flipped ? at : card.width - at - width;
    at += width + 6;
    return pill(x, -9, width, text, colour, behind);
  });
};

const pill = (x, y, width, text, colour, behind, attrs = {}) => [
  "g", attrs,
  ["rect", { x, y, width, height: 18, rx: 9, fill: behind, stroke: colour, "stroke-width": 1 }],
  centredText(round1(x + width / 2), y + 12.8, 11, colour, text),
];

/** "+5 below" on what is folded, "−" on what is not; both at one place, so that one can go on pressing. */
const foldSign = (card, scene) => {
  const text = card.folded ? foldedWords(card) : "−";
  const width = card.folded ? Math.ceil(textWidth(text, "small")) + 16 : 18;
  const [x, y] = foldPlace(card, scene, width);
  const shown = pill(x, y, width, text, card.folded ? "ink" : "faint", "page", {
    class: card.folded ? "fold folded" : "fold", "data-act": "fold",
  });
  // A finger needs more than a sign.
  shown.push(["rect", { class: "touch", x: x - 8, y: y - 8, width: width + 16, height: 34, fill: "none" }]);
  return shown;
};

const foldedWords = ({ hidden, steps }) => `+${hidden || steps} below`;

/** On the lower edge, in its last corner: there no line ends. */
const foldPlace = ({ width, height }, { mirrored }, wide) => [mirrored ? 8 : width - wide - 8, height - 9];

/** The tinted frame of linked premises, with a plus between them. */
export const frameShape = (place, scene) => {
  const { frame, cards, sign } = place;
  const { x, y, width, height } = frame;
  const edge = { stroke: sign, "stroke-opacity": 0.25, "stroke-width": 1 };
  const shapes = [["rect", { x, y, width, height, rx: 9, fill: `${sign}-tint`, ...edge }]];
  for (let at = 1; at < cards.length; at += 1) {
    const [one, other] = [cards[at - 1], cards[at]];
    const between = scene.direction === "right"
      ? [x + width / 2, (one.y + one.height + other.y) / 2]
      : [(Math.min(one.x, other.x) + one.width + Math.max(one.x, other.x)) / 2, y + height / 2];
    shapes.push(centredText(between[0], between[1] + 5, 16, sign, "+", { "font-weight": 600 }));
  }
  return ["g", {}, ...shapes];
};

/** What stands on the line of an argument. */
export const stepShape = (place, extras) => {
  const { step, sign, at } = place;
  if (step.shape === "point") {
    return ["g", {}, ["circle", { class: "body", cx: at.x, cy: at.y, r: 4, fill: sign }], stepBadges(place, extras)];
  }
  const [x, y] = [round1(at.x - step.width / 2), round1(at.y - step.height / 2)];
  const label = { fill: `${sign}-tint`, stroke: sign, "stroke-width": 1, ...stepOutline(extras.mark?.change) };
  const body = ["rect", {
    class: "body", x, y, width: step.width, height: step.height, rx: Math.min(9, step.height / 2),
    ...(step.shape === "label" ? label : { fill: "page" }),
  }];
  const { size, line } = FACES.label;
  const top = at.y - (step.lines.length * line) / 2;
  const lines = step.lines.map((runs, index) =>
    centredText(at.x, round1(top + index * line + line * 0.74), size, sign, lineText(runs), {
      ...(fromRight(lineText(runs)) && { direction: "rtl" }),
      ...(extras.mark?.change === "removed" && { "text-decoration": "line-through" }),
    }),
  );
  return ["g", {}, body, ...lines, stepBadges(place, extras)];
};

/** Above the words, which are small. */
const stepBadges = ({ step, at }, extras) => {
  const found = badges({ width: step.width }, CHANGE_LOOKS[extras.mark?.change], extras, false);
  const [x, y] = [round1(at.x - step.width / 2), round1(at.y - step.height / 2 - 8)];
  return found.length > 0 && ["g", { transform: `translate(${x} ${y})` }, ...found];
};

const stepOutline = (change) => {
  if (change === "removed") return { "stroke-dasharray": "5 4" };
  return change ? { "stroke-width": 2.5 } : {};
};
