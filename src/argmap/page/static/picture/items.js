// All that a scene has to draw, piece by piece, with what each piece covers and to what it belongs.

import { cardShape, frameShape, stepShape } from "./cards.js";
import { lineItems } from "./lines.js";

/**
 * The items of a scene in reading order: {key, layer, box, shape(), ends, card?, part?, away?}. `ends`
 * are the ids of claims and arguments that an item belongs to, `part` is the argument that a press on it
 * chooses. Widens the scene's box by its lines.
 */
export const itemsOf = (scene, extras) => {
  scene.disputing = disputesIn(scene);
  const items = lineItems(scene);
  for (const { box } of items) widenBox(scene.box, box);
  for (const place of scene.places) {
    if (place.frame) items.push(frameItem(scene, place));
    if (place.step?.width) items.push(stepItem(place, extras));
  }
  for (const card of scene.cards) items.push(cardItem(scene, card, extras));
  return items;
};

/** By place, those that dispute its step, in order. */
const disputesIn = (scene) => {
  const found = new Map();
  for (const place of scene.places) {
    if (!place.on) continue;
    if (found.has(place.on)) found.get(place.on).push(place);
    else found.set(place.on, [place]);
  }
  return found;
};

const frameItem = (scene, place) => ({
  key: `frame ${place.key}`,
  layer: "frames",
  box: paddedBox(place.frame, 4),
  shape: () => frameShape(place, scene),
  ends: [place.argument],
});

const stepItem = (place, extras) => {
  const { width, height } = place.step;
  const { x, y } = place.at;
  return {
    key: `step ${place.key}`,
    layer: "steps",
    box: paddedBox({ x: x - width / 2, y: y - height / 2, width, height }, 26),
    shape: () => stepShape(place, extras(place.argument)),
    ends: [place.argument],
    part: place.argument,
  };
};

const cardItem = (scene, card, extras) => ({
  key: `card ${card.key}`,
  layer: "cards",
  box: paddedBox(card, 16),
  shape: () => cardShape(card, scene, extras(card.claim, card.reference)),
  ends: [card.claim],
  card,
  away: card.away || card.aside,
});

const paddedBox = ({ x, y, width, height }, pad) => ({
  left: x - pad, top: y - pad, right: x + width + pad, bottom: y + height + pad,
});

const widenBox = (box, by) => {
  for (const side of ["left", "top"]) box[side] = Math.min(box[side], by[side]);
  for (const side of ["right", "bottom"]) box[side] = Math.max(box[side], by[side]);
};

/**
 * What belongs to a claim or an argument: the `places` whose lines lead to it and from it, the `parts`
 * (ids) at both ends of them, and the ids of those `lines`.
 */
export const relatedTo = (scene, id) => {
  if (!id) return { places: [], parts: new Set(), lines: new Set() };
  const uses = (place) => place.argument === id || place.cards.some((card) => card.claim === id);
  const home = scene.homes.get(id);
  const above = scene.places.filter((place) => place.argument && uses(place));
  const below = home
    ? home.places.filter((place) => !place.on)
    : scene.places.filter((place) => place.on?.argument === id);
  const places = [...new Set([...above, ...below])];
  const parts = new Set([id]);
  for (const place of places) {
    parts.add(place.argument);
    for (const card of place.cards) parts.add(card.claim);
    parts.add(place.on ? place.on.argument : place.target.claim);
  }
  return { places, parts, lines: new Set([id, ...places.map((place) => place.argument)]) };
};
