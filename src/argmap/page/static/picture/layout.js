// Where everything stands: a tidy tree in columns, linear in what is shown, in the writer's order.
//
// It is reckoned with the thesis at the left: `along` leads away from it, `across` down. Each level is
// a column. Between two columns there is room in which lines turn, then a column of steps, then one
// for what disputes those, and so on. After Reingold and Tilford, "Tidier Drawings of Trees" (1981),
// with one entry of the contours for each level; merging the shorter one into the longer keeps it linear.

const FRAME_PAD = 8; // around linked premises
const STEP_CLEAR = 16; // between a step and what is next to it
const SIBLINGS_APART = 14; // between the boxes of one parent
const COUSINS_APART = 30; // between those of two
const TREES_APART = 56; // between trees
const HEADED_FROM = 30; // a map of more claims has a claim beside the first of what bears on it
const NARROW_WINDOW = 600;
const PLUS_ROOM = { right: 20, down: 26 }; // between linked premises
const TURN_ROOM = { right: 60, down: 60 }; // room in which lines turn

/**
 * Gives every card, place and step of a scene its rectangle and the scene its `box`, whose top is the `head`.
 *
 * `direction` is "right" or "down"; `mirrored` is for maps that are read from right to left; in a `narrow`
 * window a claim stands above the first of what bears on it, so that both can be seen. Sets
 * `x, y, width, height` of cards, `frame` of places with several cards, `at` (the middle) of steps,
 * and of places `middle`, `start`, `depth`, all along and across; `scene.turned` takes such a pair to x, y.
 */
export const layOut = (scene, direction, mirrored, narrow = false) => {
  const right = direction === "right";
  const size = (box) => (right ? [box.width, box.height] : [box.height, box.width]);
  scene.direction = direction;
  scene.mirrored = mirrored;
  scene.turned = turner(right, mirrored);
  const under = nested(scene);
  const order = walked(scene.tops, under);
  for (const place of order) measurePlace(place, right, size);
  stackTrees(scene, order, under, right ? scene.model.size > HEADED_FROM : narrow);
  const columns = columnsOf(order, size, TURN_ROOM[direction]);
  for (const place of order) settle(place, columns, scene.turned, right, size);
  scene.box = boxAround(scene);
  scene.head = scene.box.top;
  return scene;
};

/** Along and across to x and y. */
const turner = (right, mirrored) => {
  const sign = mirrored ? -1 : 1;
  return right ? (along, across) => [sign * along, across] : (along, across) => [sign * across, along];
};

/** The places below each place, in order: those below its first card, then its second, and so on. */
const nested = (scene) => {
  const under = new Map();
  for (const place of scene.places) under.set(place, place.cards.flatMap((card) => card.places));
  return under;
};

/** Parents before their children, siblings in order. */
const walked = (tops, under) => {
  const order = [];
  const waiting = [...tops].reverse();
  for (const place of waiting) place.depth = 0;
  while (waiting.length) {
    const place = waiting.pop();
    order.push(place);
    const children = under.get(place);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      children[at].depth = place.depth + 1;
      waiting.push(children[at]);
    }
  }
  return order;
};

/** How large a place is, and where its cards stand in it, across, from its middle. */
const measurePlace = (place, right, size) => {
  const { cards } = place;
  const framed = cards.length > 1;
  const sizes = cards.map((card) => size(card.face));
  const plus = PLUS_ROOM[right ? "right" : "down"];
  const margin = framed ? FRAME_PAD : 0;
  const length = sizes.reduce((sum, [, across]) => sum + across, 0) + plus * (cards.length - 1) + 2 * margin;
  place.extent = Math.max(...sizes.map(([along]) => along));
  place.across = length;
  place.margin = margin;
  let at = margin - length / 2;
  cards.forEach((card, index) => {
    card.offset = at + sizes[index][1] / 2;
    at += sizes[index][1] + plus;
  });
  place.row = place.step ? size(place.step)[1] + 6 : 0;
};

/** Where each place stands across. Contours have the deepest level first, so a level on top is a push. */
const stackTrees = (scene, order, under, headed) => {
  const contours = new Map();
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const place = order[index];
    const children = under.get(place);
    const below = children.map((child) => contours.get(child));
    const { contour, shifts } = stacked(below, SIBLINGS_APART, COUSINS_APART);
    children.forEach((child) => contours.delete(child));
    if (children.length) {
      const last = children.length - 1;
      let middle = shifts[0] - children[0].target.offset;
      if (!headed) middle = (middle + shifts[last] - children[last].target.offset) / 2;
      children.forEach((child, at) => (child.shift = shifts[at] - middle));
      contour.topShift -= middle;
      contour.bottomShift -= middle;
    }
    const half = Math.max(place.across, place.row) / 2;
    contour.top.push(-half - contour.topShift);
    contour.bottom.push(half - contour.bottomShift);
    contours.set(place, contour);
  }
  const { shifts } = stacked(scene.tops.map((top) => contours.get(top)), TREES_APART, TREES_APART);
  scene.tops.forEach((top, at) => (top.middle = shifts[at]));
  for (const place of order) {
    for (const child of under.get(place)) child.middle = place.middle + child.shift;
  }
};

/** Trees below each other, as close as they can; their common contour and how far each was moved. */
const stacked = (contours, near, far) => {
  let above = null;
  const shifts = [];
  for (const below of contours) {
    if (!above) {
      above = below;
      shifts.push(0);
      continue;
    }
    const shared = Math.min(above.top.length, below.top.length);
    const [aboveFrom, belowFrom] = [above.top.length - shared, below.top.length - shared];
    let overlap = -Infinity;
    for (let at = 0; at < shared; at += 1) {
      const gap = at === shared - 1 ? near : far;
      overlap = Math.max(overlap, above.bottom[aboveFrom + at] - below.top[belowFrom + at] + gap);
    }
    const shift = overlap + above.bottomShift - below.topShift;
    shifts.push(shift);
    below.topShift += shift;
    below.bottomShift += shift;
    if (below.top.length > above.top.length) {
      const change = above.topShift - below.topShift;
      for (let at = 0; at < shared; at += 1) below.top[belowFrom + at] = above.top[aboveFrom + at] + change;
      above = below;
    } else {
      const change = below.bottomShift - above.bottomShift;
      for (let at = 0; at < shared; at += 1) {
        above.bottom[aboveFrom + at] = below.bottom[belowFrom + at] + change;
      }
    }
  }
  return { contour: above ?? { top: [], bottom: [], topShift: 0, bottomShift: 0 }, shifts };
};

/**
 * The columns by depth: where cards begin (`start`) and end (`end`), and the columns of steps in front
 * of them (`steps`: [start, width] by how many steps a step disputes). `turn` is the room for lines.
 */
const columnsOf = (order, size, turn) => {
  const columns = [];
  for (const { depth, extent, step, disputes } of order) {
    columns[depth] ??= { width: 0, widths: [], start: 0, end: 0, steps: [] };
    const column = columns[depth];
    column.width = Math.max(column.width, extent);
    if (step) column.widths[disputes] = Math.max(column.widths[disputes] ?? 0, size(step)[0]);
  }
  let at = 0;
  columns.forEach((column, depth) => {
    if (depth) {
      at += turn;
      for (let disputes = 0; disputes < column.widths.length; disputes += 1) {
        const width = column.widths[disputes] ?? 0;
        column.steps[disputes] = [at, width];
        if (width) at += width + STEP_CLEAR;
      }
    }
    column.start = at;
    column.end = at += column.width;
  });
  return columns;
};

/** The rectangles of a place, its cards and its step. */
const settle = (place, columns, turned, right, size) => {
  const column = columns[place.depth];
  place.start = column.start - place.margin;
  for (const card of place.cards) {
    const [along, across] = size(card.face);
    card.middle = place.middle + card.offset;
    // Premises side by side are equally deep.
    const deep = right || place.cards.length === 1 ? along : place.extent;
    Object.assign(card, rectangle(turned, column.start, deep, card.middle - across / 2, across));
    card.start = column.start;
    card.end = column.start + deep;
  }
  const depth = place.extent + 2 * place.margin;
  place.frame = place.cards.length > 1
    ? rectangle(turned, place.start, depth, place.middle - place.across / 2, place.across)
    : null;
  if (place.step) {
    const [start, width] = column.steps[place.disputes];
    place.stepAlong = start + width / 2;
    const [x, y] = turned(place.stepAlong, place.middle);
    place.at = { x, y };
  }
};

const rectangle = (turned, along, long, across, wide) => {
  const [x1, y1] = turned(along, across);
  const [x2, y2] = turned(along + long, across + wide);
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
};

const boxAround = (scene) => {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const around = ({ x, y, width, height }) => {
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x + width);
    box.bottom = Math.max(box.bottom, y + height);
  };
  for (const card of scene.cards) around(card);
  for (const place of scene.places) {
    if (place.frame) around(place.frame);
    if (place.step?.width) {
      const { width, height } = place.step;
      around({ x: place.at.x - width / 2, y: place.at.y - height / 2, width, height });
    }
  }
  return scene.cards.length ? box : { left: 0, top: 0, right: 1, bottom: 1 };
};

/** The direction in which a scene suits a window: down while it can be read so, else right. */
export const suitingDirection = (scene, mirrored, width, height) => {
  const leaves = scene.cards.filter((card) => !card.kids.length).length;
  if (isNarrow(width)) return "down";
  if (leaves > 24) return "right";
  const scale = (direction) => {
    const { box } = layOut(scene, direction, mirrored);
    return Math.min(width / (box.right - box.left), height / (box.bottom - box.top), 1);
  };
  return scale("down") >= scale("right") * 0.95 ? "down" : "right";
};

/** Whether a window is as narrow as a phone's. */
export const isNarrow = (width) => width < NARROW_WINDOW;
