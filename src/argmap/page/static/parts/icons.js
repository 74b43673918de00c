// The few icons of the bar, drawn in strokes so that they take the colour of their text.

import { svg } from "./dom.js";

const PATHS = {
  search: "M10.5 10.5 14 14M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z",
  up: "m4 10 4-4 4 4",
  down: "m4 6 4 4 4-4",
  right: "m6 4 4 4-4 4",
  close: "m4 4 8 8M12 4l-8 8",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  unfold: "M8 2v12M5 5l3-3 3 3M5 11l3 3 3-3",
  fold: "M3 8h10M5.5 2.5 8 5l2.5-2.5M5.5 13.5 8 11l2.5 2.5",
  save: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  light:
    "M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
  dark: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z",
  auto: "M8 2a6 6 0 1 0 0 12ZM8 2a6 6 0 0 1 0 12",
  help: "M5.8 6a2.2 2.2 0 1 1 3.3 1.9C8.3 8.4 8 8.8 8 9.7M8 12.2v.3",
  panel: "M2 3h12v10H2ZM10 3v10",
  more: "M2.8 8h.4M7.8 8h.4M12.8 8h.4",
  note: "m3 13 1-3.5L11 2.5l2.5 2.5-7 7L3 13Z",
  branch: "M4 2.5v11M4 5.5h6M4 10.5h6M10 5.5h3M10 10.5h3",
  link: "M6.5 9.5l3-3M7 4.5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5 7.5 13a2.8 2.8 0 0 1-4-4L5 7.5",
};

/** An icon by its name, hidden from screen readers: its button has a label. */
export const icon = (name) =>
  svg(
    "svg",
    { viewBox: "0 0 16 16", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name] }),
  );
