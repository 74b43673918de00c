// Where a scene stands in its window: views {x, y, k}, as reckoned from sizes alone.

import { isNarrow } from "./layout.js";

const EDGE_ROOM = 28; // pixels around a picture that is shown whole
const READABLE_SCALE = 0.62; // below this a picture is not shown whole at first
const TOO_SMALL = 0.45; // below this what is to be read is shown larger

/** The scale at which all of a scene fits into a window. */
export const wholeScale = ({ box }, { width, height }) => {
  const across = (width - 2 * EDGE_ROOM) / (box.right - box.left);
  const down = (height - 2 * EDGE_ROOM) / (box.bottom - box.top);
  return Math.max(0.001, Math.min(across, down));
};

/** All of a scene, no larger than `most`. */
export const wholeView = (scene, size, most) => {
  const k = Math.min(most, wholeScale(scene, size));
  const { box } = scene;
  const middle = (room, start, end) => (room - (start + end) * k) / 2;
  return { x: middle(size.width, box.left, box.right), y: middle(size.height, box.top, box.bottom), k };
};

/** What is seen first: all, if it can be read so, else the card `top` and what is around it. */
export const firstView = (scene, size, top) => {
  if (!top || Math.min(1, wholeScale(scene, size)) >= READABLE_SCALE) return wholeView(scene, size, 1);
  const k = isNarrow(size.width) ? 0.8 : 0.9;
  const { box } = scene;
  // What leads down begins at the top, unless the card would not be seen there.
  const down = scene.direction === "down" && (top.y + top.height - scene.head) * k < size.height / 2;
  /** In the middle, unless room would be left free at an end. */
  const along = (start, end, room, middle) => {
    if ((end - start) * k <= room - 2 * EDGE_ROOM) return (room - (start + end) * k) / 2;
    return Math.min(EDGE_ROOM - start * k, Math.max(room - EDGE_ROOM - end * k, room / 2 - middle * k));
  };
  return {
    x: along(box.left, box.right, size.width, top.x + top.width / 2),
    y: down ? EDGE_ROOM - scene.head * k : along(box.top, box.bottom, size.height, top.y + top.height / 2),
    k,
  };
};

/** A view in which a card can be read, as near to this view as can be; the same one if it can be read now. */
export const viewWith = (card, view, size) => {
  const { width, height } = size;
  const box = screenBox(card, view);
  const away = (start, end, room) => end < -room / 2 || start > 1.5 * room;
  const far = away(box.left, box.right, width) || away(box.top, box.bottom, height);
  if (view.k < TOO_SMALL || far) {
    const k = view.k < TOO_SMALL ? 0.9 : view.k;
    return { x: width / 2 - (card.x + card.width / 2) * k, y: height / 2 - (card.y + card.height / 2) * k, k };
  }
  const margin = Math.min(60, width / 8, height / 8);
  const by = (start, end, room) => {
    if (start < margin) return margin - start;
    return end > room - margin ? Math.max(room - margin - end, margin - start) : 0;
  };
  const [dx, dy] = [by(box.left, box.right, width), by(box.top, box.bottom, height)];
  return dx || dy ? { x: view.x + dx, y: view.y + dy, k: view.k } : view;
};

/** The part of a scene that a window shows. */
export const shownBox = ({ x, y, k }, { width, height }) => ({
  left: -x / k, top: -y / k, right: (width - x) / k, bottom: (height - y) / k,
});

/** How much of a card is to be seen: "all", "some" or "none" of it. */
export const shownPart = (card, view, { width, height }) => {
  const { left, top, right, bottom } = screenBox(card, view);
  if (left >= 0 && top >= 0 && right <= width && bottom <= height) return "all";
  return right > 0 && bottom > 0 && left < width && top < height ? "some" : "none";
};

const screenBox = (card, { x, y, k }) => ({
  left: card.x * k + x,
  top: card.y * k + y,
  right: (card.x + card.width) * k + x,
  bottom: (card.y + card.height) * k + y,
});

/** The keys of the cards in a box of the scene, the one nearest to its middle first. */
export const keysIn = (scene, box) => {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const off = (card) => Math.hypot(card.x + card.width / 2 - x, card.y + card.height / 2 - y);
  return scene.cards
    .filter(({ x: left, y: top, width, height }) =>
      left < box.right && left + width > box.left && top < box.bottom && top + height > box.top)
    .sort((one, other) => off(one) - off(other))
    .map((card) => card.key);
};

/** The card at a point of the window, or near it. */
export const cardAt = (scene, { x, y, k }, point) => {
  const [px, py] = [(point.x - x) / k, (point.y - y) / k];
  const slack = 4 / k;
  return scene.cards.find(
    (card) =>
      px > card.x - slack && px < card.x + card.width + slack &&
      py > card.y - slack && py < card.y + card.height + slack,
  );
};
