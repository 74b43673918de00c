// Icons of what can be done to a map; drawn as those of the bar.

import { svg } from "../parts/dom.js";

const LIVE_PATHS = {
  reason: "M8 13.5v-11M4 6.5l4-4 4 4",
  counterpoint: "M8 13.5v-9M3.5 3h9",
  add: "M8 3v10M3 8h10",
  edit: "m3 13 1-3.5L11 2.5l2.5 2.5-7 7L3 13Z",
  move: "M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6 2 8l2 2M12 6l2 2-2 2",
  turn: "M3 6h9.5M9.5 3l3 3-3 3M13 10.5H3.5M6.5 7.5l-3 3 3 3",
  link: "M2.5 4.5h4v7h-4ZM9.5 4.5h4v7h-4ZM6.5 8h3",
  unlink: "M2 4.5h4v7H2ZM10 4.5h4v7h-4ZM8 6v4",
  again: "M3 5h6.5a3.5 3.5 0 0 1 0 7H6M5.5 2.5 3 5l2.5 2.5",
  remove: "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9",
  undo: "M3.5 6h6a3.5 3.5 0 0 1 0 7H6M6 3 3 6l3 3",
  redo: "M12.5 6h-6a3.5 3.5 0 0 0 0 7H10M10 3l3 3-3 3",
  home: "M2.5 3h4.5v4.5H2.5ZM9 3h4.5v4.5H9ZM2.5 9.5h4.5V14H2.5ZM9 9.5h4.5V14H9Z",
  grip: "M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01",
  more: "M2.8 8h.4M7.8 8h.4M12.8 8h.4",
};

/** An icon by its name, hidden from screen readers: its button has words. */
export const liveIcon = (name) =>
  svg(
    "svg",
    { viewBox: "0 0 16 16", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" },
    svg("path", { d: LIVE_PATHS[name] }),
  );
