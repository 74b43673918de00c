// Pan and zoom: where the picture stands in its window, moved by mouse, wheel, fingers and calls.

import { eased } from "./motion.js";

const LARGEST_SCALE = 3;
const DRAG_FROM = 5; // pixels before a press becomes a drag

/**
 * The view of `host` on `surface`, an element at its origin: {x, y, k} are where the origin of the
 * surface stands and how large it is shown. `moved(view)` is told after each move; `smallest()` gives
 * the least scale.
 */
export const createViewport = (host, surface, moved, smallest) => {
  let view = { x: 0, y: 0, k: 1 };
  let frame = 0;
  let settle = 0;
  let stop = () => {};

  const draw = () => {
    frame = 0;
    surface.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.k})`;
    moved(view);
  };
  /** Text is drawn sharp when all is still; on the way the drawn picture is moved as it is. */
  const still = () => {
    surface.classList.remove("moving");
    view = { ...view, x: Math.round(view.x), y: Math.round(view.y) };
    draw();
  };
  const change = (next) => {
    view = next;
    surface.classList.add("moving");
    clearTimeout(settle);
    settle = setTimeout(still, 160);
    if (!frame) frame = requestAnimationFrame(draw);
  };
  const bounded = (k) => Math.min(LARGEST_SCALE, Math.max(smallest(), k));
  const zoomed = (x, y, factor) => {
    const k = bounded(view.k * factor);
    const share = k / view.k;
    return { x: x - (x - view.x) * share, y: y - (y - view.y) * share, k };
  };

  const viewport = {
    get view() {
      return view;
    },
    get size() {
      return { width: host.clientWidth, height: host.clientHeight };
    },
    /** Goes there at once. */
    jump: (next) => {
      stop();
      view = { x: Math.round(next.x), y: Math.round(next.y), k: next.k };
      surface.classList.remove("moving");
      if (frame) cancelAnimationFrame(frame);
      draw();
    },
    /** Goes there in a moment. */
    go: (next) => {
      stop();
      const from = view;
      stop = eased((share) => {
        // Straight on the screen for what stands in its middle: scales are passed by ratio.
        const k = from.k * (next.k / from.k) ** share;
        const way = next.k === from.k ? share : (k - from.k) / (next.k - from.k);
        change({ x: from.x + (next.x - from.x) * way, y: from.y + (next.y - from.y) * way, k });
      });
    },
    pan: (dx, dy) => {
      stop();
      change({ ...view, x: view.x + dx, y: view.y + dy });
    },
    zoom: (factor, x = host.clientWidth / 2, y = host.clientHeight / 2) => viewport.go(zoomed(x, y, factor)),
    at: (event) => {
      const box = host.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    },
    destroy: () => {
      stop();
      clearTimeout(settle);
      cancelAnimationFrame(frame);
      listening.abort();
    },
  };

  const listening = new AbortController();
  const on = (event, listener, options = {}) =>
    host.addEventListener(event, listener, { signal: listening.signal, ...options });

  on("wheel", (event) => {
    event.preventDefault();
    stop();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    if (event.shiftKey || Math.abs(dx) > Math.abs(dy)) {
      change({ ...view, x: view.x - (dx || dy) });
      return;
    }
    const { x, y } = viewport.at(event);
    // A pinch on a trackpad comes as small steps of a wheel with Ctrl.
    const speed = event.ctrlKey ? 0.01 : 0.0016;
    change(zoomed(x, y, Math.exp(-Math.max(-240, Math.min(240, dy)) * speed)));
  }, { passive: false });

  on("dblclick", (event) => {
    if (event.target.closest("[data-act]")) return;
    const { x, y } = viewport.at(event);
    viewport.zoom(event.shiftKey ? 1 / 1.7 : 1.7, x, y);
  });

  dragging(on, viewport, (next) => {
    stop();
    change(next);
  }, bounded);
  return viewport;
};

/** One finger or the mouse drags, two fingers drag and zoom; a drag is no click. */
const dragging = (on, viewport, change, bounded) => {
  const down = new Map();
  let from = null;
  let dragged = false;

  const begin = () => {
    from = { view: viewport.view, points: [...down.values()].slice(0, 2).map((point) => ({ ...point })) };
  };
  on("pointerdown", (event) => {
    if (event.button > 1) return;
    if (!down.size) dragged = false;
    down.set(event.pointerId, viewport.at(event));
    begin();
  });
  const end = (event) => {
    if (!down.delete(event.pointerId)) return;
    event.currentTarget.classList.remove("dragged");
    if (down.size) begin();
  };
  on("pointermove", (event) => {
    if (!down.has(event.pointerId)) return;
    // It was let go outside of the window.
    if (!event.buttons) {
      end(event);
      return;
    }
    down.set(event.pointerId, viewport.at(event));
    const now = [...down.values()].slice(0, 2);
    const [was, is] = [middleOf(from.points), middleOf(now)];
    if (!dragged && now.length === 1 && Math.hypot(is.x - was.x, is.y - was.y) < DRAG_FROM) return;
    if (!dragged) event.currentTarget.classList.add("dragged");
    dragged = true;
    // Taken hold of only now: held from the start, a mere click would not reach what was pressed.
    event.currentTarget.setPointerCapture?.(event.pointerId);
    const factor = now.length > 1 ? distance(now) / Math.max(1, distance(from.points)) : 1;
    const k = bounded(from.view.k * factor);
    const share = k / from.view.k;
    change({ x: is.x - (was.x - from.view.x) * share, y: is.y - (was.y - from.view.y) * share, k });
  });
  on("pointerup", end);
  on("pointercancel", end);
  on("click", (event) => {
    if (!dragged) return;
    dragged = false;
    event.stopImmediatePropagation();
    event.preventDefault();
  }, { capture: true });
};

const middleOf = (points) => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

const distance = ([one, other]) => Math.hypot(one.x - other.x, one.y - other.y);
