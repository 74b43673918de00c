// Paper gets what the screen shows: the picture whole, or the outline with everything unfolded.

import { clear, el } from "../parts/dom.js";

/** Prepares the page whenever it is printed; gives a function that prints it. */
export const mountPrint = (store, picture, outline) => {
  const sheet = el("div", { class: "sheet", "aria-hidden": "true" });
  document.body.append(sheet);

  const prepare = () => {
    if (store.state.view !== "picture") return outline.complete();
    const text = inLight(() => picture.svgText());
    const [width, height] = sizeOfDrawing(text);
    document.body.classList.toggle("wide-sheet", width > height);
    const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    clear(sheet, el("img", { alt: "", src, width, height }));
  };
  addEventListener("beforeprint", () => sheet.firstChild || prepare());
  addEventListener("afterprint", () => {
    clear(sheet);
    document.body.classList.remove("wide-sheet");
  });
  return async () => {
    prepare();
    await sheet.firstChild?.decode();
    print();
  };
};

/** What `make` makes in the colours for a light ground, for paper is light. */
const inLight = (make) => {
  const { dataset } = document.documentElement;
  const before = dataset.theme;
  dataset.theme = "light";
  try {
    return make();
  } finally {
    if (before) dataset.theme = before;
    else delete dataset.theme;
  }
};

/** Width and height of an SVG, from its first line. */
const sizeOfDrawing = (text) =>
  ["width", "height"].map((side) =>
    Number(new RegExp(`<svg[^>]* ${side}="([\\d.]+)"`).exec(text)[1]),
  );
