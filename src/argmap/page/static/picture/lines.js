// How lines run: straight out of a card, through its step, along a trunk that the reasons (or the
// counterpoints) of one claim share, and into that claim. So a claim has one arrow for its reasons,
// one barred line for its counterpoints, one dotted line for what explains it.

const LINE_CORNER = 10;
const TRUNK_FROM = { right: 28, down: 30 }; // from the card to the nearest trunk
const TRUNKS_APART = 8; // between trunks
const ENDS_APART = 14; // between the ends of lines at one card
const TIP_LONG = 9;

const LINE_LOOKS = {
  for: { stroke: "for", "stroke-width": 1.6 },
  against: { stroke: "against", "stroke-width": 1.6, "stroke-dasharray": "6 4" },
  explains: { stroke: "explains", "stroke-width": 1.6, "stroke-dasharray": "1.5 4.5", "stroke-linecap": "round" },
};
const CHANGED_LOOKS = { added: { "stroke-width": 2.6 }, removed: { "stroke-opacity": 0.45 } };
const STRONG_LOOK = { "stroke-width": 2.8 };

/**
 * What a picture has of lines, as items [{key, layer, box, shape(), ends}]: `box` is what they
 * cover, `ends` the ids of claims and arguments that they belong to.
 */
export const lineItems = (scene) => {
  const items = [];
  for (const card of scene.cards) {
    if (card.places.length) items.push(...linesInto(scene, card));
  }
  for (const place of scene.places) {
    if (place.on) items.push(disputeItem(scene, place));
  }
  return [...items, ...exclusionItems(scene)];
};

const linesInto = (scene, card) => {
  const items = [];
  for (const group of groupsInto(scene, card)) {
    const { sign, places, slot, trunk, tip } = group;
    const parts = [[[trunk - LINE_CORNER, slot], [tip, slot]]];
    for (const side of [-1, 1]) {
      const far = Math.max(0, ...places.map((place) => side * (place.middle - slot)));
      if (far > 2 * LINE_CORNER) {
        const from = slot + side * (far - LINE_CORNER);
        parts.push([[trunk, from], [trunk, slot], [trunk - LINE_CORNER, slot]]);
      }
    }
    const end = tipAt(scene, tip, slot, sign);
    items.push(lineItem(scene, `into ${card.key} ${sign}`, sign, parts, [card.claim], end));
    for (const place of places) {
      const off = place.middle - slot;
      const turn = Math.abs(off) > 2 * LINE_CORNER ? place.middle - Math.sign(off) * LINE_CORNER : slot;
      const bend = [[place.start, place.middle], [trunk, place.middle], [trunk, turn]];
      if (turn === slot) bend.push([trunk - LINE_CORNER, slot]);
      const change = lineChange(scene, place);
      items.push(lineItem(scene, `from ${place.key}`, sign, [bend], [place.argument], null, change));
      place.way = [[place.start, place.middle], [trunk, place.middle], [trunk, slot], [tip, slot]];
      place.end = end;
    }
  }
  return items;
};

/** The places on a card by sign, each group with its end at the card and the place of its trunk. */
const groupsInto = (scene, card) => {
  const groups = new Map();
  for (const place of card.places) {
    if (place.on) continue;
    if (!groups.has(place.sign)) groups.set(place.sign, { sign: place.sign, places: [] });
    groups.get(place.sign).places.push(place);
  }
  const found = [...groups.values()];
  for (const group of found) {
    group.mean = group.places.reduce((sum, place) => sum + place.middle, 0) / group.places.length;
  }
  found.sort((one, other) => one.mean - other.mean);
  const apart = Math.min(ENDS_APART, (spanOf(scene, card) - 24) / Math.max(1, found.length - 1));
  found.forEach((group, at) => (group.slot = card.middle + (at - (found.length - 1) / 2) * apart));
  // What comes from farther away turns nearer to the card, so that lines cross least.
  const off = ({ mean }) => Math.abs(mean - card.middle);
  const away = [...found].sort((one, other) => off(other) - off(one));
  away.forEach((group, at) => {
    group.trunk = card.end + TRUNK_FROM[scene.direction] + at * TRUNKS_APART;
    group.tip = card.end + 2;
  });
  return found;
};

/** The line of an argument on a step: beside the row, then to the edge of the step. */
const disputeItem = (scene, place) => {
  const { on } = place;
  const rivals = scene.disputing.get(on);
  const { width, height } = on.step;
  const [long, wide] = scene.direction === "right" ? [width, height] : [height, width];
  const apart = Math.min(12, (0.7 * long) / Math.max(1, rivals.length - 1));
  // What comes from farther away turns later, so that no line crosses another.
  const turn = on.stepAlong + ((rivals.length - 1) / 2 - rivals.indexOf(place)) * apart;
  const edge = on.middle + wide / 2 + 2;
  place.way = [[place.start, place.middle], [turn, place.middle], [turn, edge]];
  place.end = tipAcross(scene, turn, edge, place.sign);
  const change = lineChange(scene, place);
  return lineItem(scene, `from ${place.key}`, place.sign, [place.way], [place.argument], place.end, change);
};

/** The line of a place strengthened, from its cards to what it bears on. */
export const strongLine = (scene, place) => {
  const { sign, way, argument, end } = place;
  const item = lineItem(scene, `strong ${place.key}`, sign, [way], [argument], end, STRONG_LOOK);
  return { ...item, layer: "strong" };
};

/** What became of an argument, as far as its line shows it. */
const lineChange = (scene, place) => CHANGED_LOOKS[scene.model.mark(place.argument)?.change];

const lineItem = (scene, key, sign, parts, ends, tip = null, change = {}) => {
  const rows = parts.map((part) => part.map(([along, across]) => scene.turned(along, across)));
  const look = { ...LINE_LOOKS[sign], ...change, fill: "none" };
  const shape = () => ["g", {}, ["path", { ...look, d: rows.map(roundedPath).join("") }], tip];
  return { key, layer: "lines", box: boxOf(rows.flat()), shape, ends };
};

/** A row of points as a path whose corners are round. */
const roundedPath = (points) => {
  let d = `M${pointText(points[0])}`;
  for (let at = 1; at < points.length - 1; at += 1) {
    const [before, corner, after] = [points[at - 1], points[at], points[at + 1]];
    d += `L${pointText(towards(corner, before))}Q${pointText(corner)} ${pointText(towards(corner, after))}`;
  }
  return `${d}L${pointText(points[points.length - 1])}`;
};

const pointText = ([x, y]) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

const towards = ([x, y], [toX, toY]) => {
  const length = Math.hypot(toX - x, toY - y);
  const share = length ? Math.min(LINE_CORNER, length / 2) / length : 0;
  return [x + (toX - x) * share, y + (toY - y) * share];
};

const boxOf = (points) => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const pad = 12;
  return {
    left: Math.min(...xs) - pad, top: Math.min(...ys) - pad,
    right: Math.max(...xs) + pad, bottom: Math.max(...ys) + pad,
  };
};

/** The end of a line at a card: an arrow, or a bar if it speaks against it. */
const tipAt = (scene, along, across, sign) => {
  const at = (dx, dy) => pointText(scene.turned(along + dx, across + dy));
  if (sign === "against") return barTip(at(0, -6), at(0, 6));
  return arrowTip(sign, at(0, 0), at(TIP_LONG, -4.5), at(TIP_LONG, 4.5));
};

/** The same at the lower edge of a step. */
const tipAcross = (scene, along, across, sign) => {
  const at = (dx, dy) => pointText(scene.turned(along + dx, across + dy));
  if (sign === "against") return barTip(at(-6, 0), at(6, 0));
  return arrowTip(sign, at(0, 0), at(-4.5, TIP_LONG), at(4.5, TIP_LONG));
};

const barTip = (from, to, colour = "against") =>
  ["path", { d: `M${from}L${to}`, stroke: colour, "stroke-width": 2.6, fill: "none" }];

const arrowTip = (sign, point, one, other) =>
  sign === "explains"
    ? ["path", { d: `M${one}L${point}L${other}`, stroke: "explains", "stroke-width": 1.6, fill: "none" }]
    : ["path", { d: `M${point}L${one}L${other}Z`, fill: sign }];

/** Two claims that exclude each other, where both are to be seen. */
const exclusionItems = (scene) => {
  const items = [];
  for (const [one, other] of scene.model.data.exclusions ?? []) {
    const cards = [scene.homes.get(one), scene.homes.get(other)];
    if (cards.every(Boolean)) items.push(exclusionItem(scene, ...cards));
  }
  return items;
};

const exclusionItem = (scene, one, other) => {
  const [first, last] = one.middle <= other.middle ? [one, other] : [other, one];
  const drawn = first.start === last.start ? besides(scene, first, last) : fromBelow(scene, first, last);
  const { d, points, ends, word: [x, y] } = drawn;
  const bars = ends.map(([from, to]) => barTip(from, to, "explains"));
  const shape = () => [
    "g", {},
    ["path", { d, stroke: "explains", "stroke-width": 1.6, fill: "none" }],
    ...bars,
    ["rect", { x: x - 26, y: y - 9, width: 52, height: 18, rx: 9, fill: "page" }],
    ["text", { x, y: y + 4, "text-anchor": "middle", "font-size": 11.5, fill: "explains" }, "not both"],
  ];
  const box = boxOf([...points, [x - 26, y - 9], [x + 26, y + 9]]);
  return { key: `excludes ${one.key} ${other.key}`, layer: "excludes", box, shape, ends: [one.claim, other.claim] };
};

/** Between two cards of one column: around their near side. */
const besides = (scene, first, last) => {
  const bulge = Math.min(44, 24 + (last.middle - first.middle) / 40);
  const [start, edge] = [first.start - 2, first.start - bulge];
  // Beside the middle, where the card's own line leaves it.
  const [from, to] = [first.middle + spanOf(scene, first) / 4, last.middle - spanOf(scene, last) / 4];
  const points = [[start, from], [edge, from], [edge, to], [start, to]].map((point) => scene.turned(...point));
  const ends = [from, to].map((middle) => [-6, 6].map((off) => pointText(scene.turned(start, middle + off))));
  return { d: roundedPath(points), points, ends, word: scene.turned(edge, (from + to) / 2) };
};

/** Between two columns: a curve from the lower edge of one to the near side of the other. */
const fromBelow = (scene, first, last) => {
  const from = [(first.start + first.end) / 2, first.middle + spanOf(scene, first) / 2 + 2];
  const to = [last.start - 2, last.middle - spanOf(scene, last) / 4];
  const reach = 0.4 * Math.max(120, to[1] - from[1]);
  const points = [from, [from[0], from[1] + reach], [to[0] - reach, to[1]], to]
    .map((point) => scene.turned(...point));
  const [p0, p1, p2, p3] = points;
  const ends = [
    [-6, 6].map((off) => pointText(scene.turned(from[0] + off, from[1]))),
    [-6, 6].map((off) => pointText(scene.turned(to[0], to[1] + off))),
  ];
  // Not in the middle, where other words stand.
  const [t, u] = [0.3, 0.7];
  const word = [0, 1].map(
    (axis) => u ** 3 * p0[axis] + 3 * u * u * t * p1[axis] + 3 * u * t * t * p2[axis] + t ** 3 * p3[axis],
  );
  return { d: `M${pointText(p0)}C${[p1, p2, p3].map(pointText).join(" ")}`, points, ends, word };
};

const spanOf = (scene, card) => (scene.direction === "right" ? card.height : card.width);
