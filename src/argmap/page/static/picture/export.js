// The picture as a file of its own: an SVG that any program opens, or a PNG drawn from it.

import { PICTURE_FONT, FACES, fromRight, seen, textWidth, wrapped } from "./measure.js";
import { shapeText } from "./shapes.js";

const EXPORT_EDGE = 28;
const LARGEST_SIDE = 16_000; // of a canvas, in pixels, in the strictest of the common browsers
const LARGEST_AREA = 120_000_000;

/** The text of an SVG with all items of a scene: colours as they are now, no styles, no scripts. */
export const pictureText = (scene, items, model) => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim() || "#000000";
  const { box } = scene;
  const heading = seen(model.data.heading || model.data.title || "Argument map");
  const title = titleLines(heading, Math.max(320, box.right - box.left));
  const [left, top] = [box.left - EXPORT_EDGE, box.top - EXPORT_EDGE - title.height];
  const width = Math.ceil(Math.max(box.right - box.left, title.width) + 2 * EXPORT_EDGE);
  const height = Math.ceil(box.bottom - box.top + title.height + 2 * EXPORT_EDGE);
  const shapes = ["frames", "lines", "steps", "excludes", "cards"].flatMap((layer) =>
    items.filter((item) => item.layer === layer).map((item) => itemShape(item, model)),
  );
  const drawing = [
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg", width, height,
      viewBox: `${round2(left)} ${round2(top)} ${width} ${height}`,
      "font-family": PICTURE_FONT.replaceAll('"', "'"), role: "img",
    },
    ["title", {}, heading],
    ["desc", {}, described(scene)],
    ["rect", { x: left, y: top, width, height, fill: "page" }],
    ...title.lines.map((line, at) => [
      "text",
      {
        x: round2(fromRight(heading) ? left + width - EXPORT_EDGE : box.left),
        y: round2(top + EXPORT_EDGE + at * 26 + 14),
        "font-size": 20, "font-weight": 600, fill: "ink", ...(fromRight(heading) && { direction: "rtl" }),
      },
      line,
    ]),
    ...shapes,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${shapeText(drawing, colour)}\n`;
};

const titleLines = (heading, room) => {
  // Measured as the text of a thesis, which is smaller.
  const grown = 20 / FACES.thesis.size;
  const lines = wrapped(heading, room / grown, "thesis").map((line) => line.map(([, text]) => text).join(""));
  const width = Math.max(0, ...lines.map((line) => textWidth(line, "thesis") * grown));
  return { lines, width, height: lines.length ? lines.length * 26 + 14 : 0 };
};

const itemShape = (item, model) => {
  const shape = item.shape();
  const opacity = item.away ? { opacity: 0.68 } : {};
  if (!item.card) return ["g", opacity, shape];
  const { x, y, claim } = item.card;
  const transform = `translate(${round2(x)} ${round2(y)})`;
  return ["g", { transform, ...opacity }, ["title", {}, seen(model.claim(claim).text)], shape];
};

const described = (scene) => {
  const count = scene.homes.size;
  const claims = count === 1 ? "1 claim" : `${count} claims`;
  return `An argument map with ${claims}. Green lines lead from reasons, red dashed lines from counterpoints.`;
};

const round2 = (value) => Math.round(value * 100) / 100;

/** Hands a picture to the reader as a file `name`.svg. */
export const downloadSvg = async (svgText, name) =>
  saveFile(new Blob([svgText], { type: "image/svg+xml" }), `${name}.svg`);

/** The same as `name`.png, twice as large as on the screen. */
export const downloadPng = async (svgText, name) => saveFile(await pngOf(svgText), `${name}.png`);

/** Puts the text of the SVG on the clipboard. */
export const copySvg = async (svgText) => {
  if (!navigator.clipboard?.writeText) throw new Error("this browser does not let a page copy");
  await navigator.clipboard.writeText(svgText);
};

/** Puts the picture on the clipboard. */
export const copyPng = async (svgText) => {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") {
    throw new Error("this browser does not let a page copy pictures");
  }
  await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(svgText) })]);
};

const saveFile = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[/\\:*?"<>|\u0000-\u001f]/g, "-");
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
};

/** The SVG drawn at twice its size, or as large as a canvas can be. */
const pngOf = async (svgText) => {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svgText], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const most = Math.min(LARGEST_SIDE / Math.max(width, height), Math.sqrt(LARGEST_AREA / (width * height)));
    const scale = Math.min(2, most);
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.floor(width * scale));
    canvas.height = Math.max(1, Math.floor(height * scale));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("the picture is too large to be drawn; take the SVG");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
};
