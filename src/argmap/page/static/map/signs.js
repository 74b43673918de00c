// Which signs occur in a map, each with a small drawing, for the legend.

import { svg } from "../parts/dom.js";
import { signOf } from "./model.js";

const WIDTH = 56;
const HEIGHT = 26;

const line = (d, attrs) => svg("path", { d, fill: "none", "stroke-width": 2, ...attrs });
const cardSign = (bars, attrs = {}) => [
  svg("rect", { x: 4, y: 4, width: 48, height: 18, rx: 3, class: "sign-card", ...attrs }),
  bars.map((bar, at) =>
    svg("rect", { x: 4 + at * 4, y: 4, width: 4, height: 18, class: `sign-fill ${bar}` }),
  ),
];
const word = (text, attrs) =>
  svg("text", { x: 28, y: 17, "text-anchor": "middle", class: "sign-word", ...attrs }, text);

const DRAWN = {
  thesis: [svg("rect", { x: 4, y: 4, width: 48, height: 18, rx: 3, class: "sign-fill thesis" })],
  reason: [
    line("M4 13H44", { class: "sign-line for" }),
    svg("path", { d: "M44 8.5 53 13 44 17.5Z", class: "sign-fill for" }),
  ],
  counterpoint: [
    line("M4 13H16M40 13H51", { class: "sign-line against", "stroke-dasharray": "4 3" }),
    line("M51 7V19", { class: "sign-line against", "stroke-width": 3 }),
    word("but", { class: "sign-word against" }),
  ],
  explains: [
    line("M4 13H50", {
      class: "sign-line explains",
      "stroke-dasharray": "1 4",
      "stroke-linecap": "round",
    }),
    line("M47 9 52 13 47 17", { class: "sign-line explains", "stroke-width": 1.5 }),
  ],
  bars: cardSign(["for", "against"]),
  linked: [
    svg("rect", { x: 2, y: 2, width: 52, height: 22, rx: 4, class: "sign-fill for-tint" }),
    word("+", { class: "sign-word" }),
  ],
  step: [
    line("M4 13H52", { class: "sign-line for" }),
    svg("rect", { x: 14, y: 5, width: 28, height: 16, rx: 8, class: "sign-label" }),
  ],
  undercut: [
    line("M4 6H52", { class: "sign-line for" }),
    line("M28 24V10", { class: "sign-line against", "stroke-dasharray": "4 3" }),
    line("M22 9H34", { class: "sign-line against", "stroke-width": 3 }),
  ],
  backing: [
    line("M4 6H52", { class: "sign-line for" }),
    line("M28 24V12", { class: "sign-line for" }),
    svg("path", { d: "M24 14 28 7 32 14Z", class: "sign-fill for" }),
  ],
  excludes: [line("M6 13H50M6 7V19M50 7V19", { class: "sign-line explains" })],
  unstated: cardSign([], { "stroke-dasharray": "4 3" }),
  reference: [
    svg("rect", {
      x: 8,
      y: 5,
      width: 40,
      height: 16,
      rx: 3,
      class: "sign-card",
      "stroke-dasharray": "3 3",
    }),
    word("↗", {}),
  ],
  folded: [
    svg("rect", { x: 6, y: 5, width: 44, height: 16, rx: 8, class: "sign-card" }),
    word("+5", {}),
  ],
  note: [
    svg("rect", { x: 10, y: 4, width: 36, height: 18, rx: 9, class: "sign-note" }),
    word("✎ 2", { class: "sign-word note" }),
  ],
  added: cardSign([], { class: "sign-card added" }),
  removed: [
    cardSign([], { "stroke-dasharray": "4 3", class: "sign-card removed" }),
    line("M12 13H44", { class: "sign-line explains" }),
  ],
  heat: [0, 1, 2, 3].map((at) =>
    svg("rect", { x: 4 + at * 12, y: 5, width: 12, height: 16, class: `sign-fill heat-${at}` }),
  ),
};

/** The drawing of a sign. */
export const drawn = (sign) =>
  svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, "aria-hidden": "true" },
    DRAWN[sign],
  );

/** The signs that occur, as [sign, what it means]. */
export const signsIn = (model) => {
  const { data } = model;
  const steps = [...new Set(Object.values(data.below).flat())].map((id) => data.arguments[id]);
  const claims = model.order.map((id) => data.claims[id]);
  const onStep = steps.filter((step) => !model.isClaim(step.target));
  const does = (sign) => steps.some((step) => signOf(step) === sign && model.isClaim(step.target));
  const changed = (word) =>
    Object.values(data.changes?.marks ?? {}).some((mark) => mark.change === word);
  return [
    ["thesis", "a thesis: what the map argues about", data.theses.length > 0],
    ["reason", "a reason: it speaks for what the arrow points at", does("for")],
    ["counterpoint", "a counterpoint: it speaks against what the line ends at", does("against")],
    ["explains", "explains why, and does not argue", does("explains")],
    [
      "bars",
      "a claim that does several things",
      model.order.some((id) => model.signsOf(id).length > 1),
    ],
    [
      "linked",
      "linked premises: they count only together",
      steps.some((step) => step.premises.length > 1),
    ],
    [
      "step",
      "words on a line: the scheme or the warrant of the step",
      steps.some((step) => step.warrant || (step.scheme && !step.explains)),
    ],
    [
      "undercut",
      "an undercut: the step fails, whatever its premises are worth",
      onStep.some((step) => step.stance === "against"),
    ],
    ["backing", "backing: the step holds", onStep.some((step) => step.stance === "for")],
    ["excludes", "not both: the two claims exclude each other", data.exclusions.length > 0],
    [
      "unstated",
      "unstated: nobody said it, the mapper supplied it",
      claims.some((claim) => claim.implicit),
    ],
    [
      "reference",
      "a claim that stands elsewhere and is used again here; it leads there",
      steps.some((step) => hasReference(model, step, data)),
    ],
    ["folded", "so many claims are folded away here", model.order.some((id) => model.count(id))],
    ["note", "notes of readers, which are not part of the map", model.talked().length > 0],
    ["added", "only in the new version", changed("added")],
    ["removed", "only in the old version", changed("removed")],
    [
      "heat",
      data.heat ? `${data.heat.name}: from ${data.heat.cold} to ${data.heat.hot}` : "",
      Boolean(data.heat),
    ],
  ].filter(([, , occurs]) => occurs);
};

const hasReference = (model, step, data) =>
  step.premises.some((premise) => data.arguments[data.claims[premise].home] !== step);
