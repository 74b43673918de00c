// The picture from far away, where no word could be read: thousands of cards as marks on a canvas.

import { shownBox } from "./views.js";

const FAR_SCALE = 0.35;
const FEW = 300;

/** Whether a scene is drawn from far away at a scale: few cards can always be drawn as they are. */
export const fromFar = (scene, k) => k < FAR_SCALE && scene.cards.length > FEW;

/** The canvas of `host`; `draw(scene, view, size, {selected, hits})` and `clear()`. */
export const createFar = (host) => {
  const canvas = host.appendChild(document.createElement("canvas"));
  canvas.className = "far";
  canvas.setAttribute("aria-hidden", "true");
  const pen = canvas.getContext("2d");
  let empty = true;
  return {
    clear: () => {
      if (empty) return;
      empty = true;
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, canvas.width, canvas.height);
      canvas.hidden = true;
    },
    draw: (scene, view, { width, height }, marked) => {
      const ratio = Math.min(2, devicePixelRatio || 1);
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
      empty = false;
      canvas.hidden = false;
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, wide, high);
      pen.setTransform(view.k * ratio, 0, 0, view.k * ratio, view.x * ratio, view.y * ratio);
      paintFar(pen, scene, shownBox(view, { width, height }), view.k, marked);
    },
  };
};

const paintFar = (pen, scene, box, k, { selected, hits }) => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim() || "#888888";
  const pixel = 1 / k;
  for (const sign of ["for", "against", "explains"]) {
    pen.beginPath();
    for (const place of scene.places) {
      if (place.sign !== sign || !place.way) continue;
      const points = place.way.map((point) => scene.turned(...point));
      const [[x1, y1], [x2, y2]] = [points[0], points[points.length - 1]];
      if (Math.max(x1, x2) < box.left || Math.min(x1, x2) > box.right) continue;
      if (Math.max(y1, y2) < box.top || Math.min(y1, y2) > box.bottom) continue;
      pen.moveTo(x1, y1);
      for (const point of points.slice(1)) pen.lineTo(...point);
    }
    pen.strokeStyle = colour(sign);
    pen.lineWidth = Math.max(1.6, 0.7 * pixel);
    pen.globalAlpha = 0.7;
    pen.stroke();
  }
  pen.globalAlpha = 1;
  const found = new Set(hits);
  const accent = colour("accent");
  const marked = [];
  const rows = { for: [], against: [], explains: [], thesis: [] };
  for (const card of scene.cards) {
    const { x, y, width, height, face, place, claim } = card;
    if (x > box.right || x + width < box.left || y > box.bottom || y + height < box.top) continue;
    rows[face.kind === "thesis" ? "thesis" : place.sign || "explains"].push(card);
    if (claim === selected || found.has(claim)) marked.push(card);
  }
  for (const [look, cards] of Object.entries(rows)) {
    // No card is thinner than a pixel, or a large map would vanish.
    const fillAll = (tint, wide) => {
      pen.beginPath();
      for (const { x, y, width, height } of cards) pen.rect(x, y, wide ?? width, Math.max(height, 0.8 * pixel));
      pen.fillStyle = tint;
      pen.fill();
    };
    fillAll(colour(look === "thesis" ? look : `${look}-tint`));
    fillAll(colour(look), Math.max(10, pixel));
  }
  pen.strokeStyle = accent;
  pen.lineWidth = 3 * pixel;
  for (const { x, y, width, height } of marked) pen.strokeRect(x, y, width, Math.max(height, pixel));
};
