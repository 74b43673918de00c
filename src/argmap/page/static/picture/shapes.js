// A drawing as plain values, [tag, attributes, ...children], for the page and for a file alike.
//
// `fill` and `stroke` name colours of the page ("card", "for-tint"), "heat 40%" is so much heat over
// a card, "none" is none. So the page follows its theme, and a file gets the colours as they are.

import { svg } from "../parts/dom.js";

const PAINTS = ["fill", "stroke"];
const HEAT = /^heat ([\d.]+)%$/;

const asVariable = (paint) => {
  if (paint === "none") return paint;
  const heat = HEAT.exec(paint);
  return heat ? `color-mix(in srgb, var(--heat) ${heat[1]}%, var(--card))` : `var(--${paint})`;
};

/** The shape as an SVG element of the page. */
export const shapeElement = (shape) => {
  if (typeof shape === "string") return document.createTextNode(shape);
  const [tag, attrs, ...children] = shape;
  const painted = { ...attrs };
  for (const paint of PAINTS) if (painted[paint]) painted[paint] = asVariable(painted[paint]);
  return svg(tag, painted, children.filter(Boolean).map(shapeElement));
};

/** The shape as text of a file; `colour(name)` gives #rrggbb. */
export const shapeText = (shape, colour) => {
  if (typeof shape === "string") return xmlEscaped(shape);
  const [tag, attrs, ...children] = shape;
  const written = Object.entries(attrs)
    .filter(([name, value]) => ![null, undefined, false].includes(value) && !ONLY_HERE.test(name))
    .map(([name, value]) => [name, PAINTS.includes(name) ? mixedColour(value, colour) : value])
    .map(([name, value]) => ` ${name}="${xmlEscaped(String(value))}"`)
    .join("");
  const inner = children.filter(Boolean).map((child) => shapeText(child, colour)).join("");
  return inner ? `<${tag}${written}>${inner}</${tag}>` : `<${tag}${written}/>`;
};

/** What only the page needs. */
const ONLY_HERE = /^(class|role|tabindex|data-.*|aria-.*)$/;

const xmlEscaped = (text) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(NOT_IN_XML, "\ufffd");

/** What XML does not allow. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}\ufffe\uffff]/gu;

const mixedColour = (paint, colour) => {
  const heat = HEAT.exec(paint);
  if (!heat) return paint === "none" ? paint : colour(paint);
  const [hot, card] = [colour("heat"), colour("card")].map((hex) =>
    [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)),
  );
  const share = Number(heat[1]) / 100;
  const hex = hot.map((value, at) => Math.round(card[at] + (value - card[at]) * share));
  return `#${hex.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
};
