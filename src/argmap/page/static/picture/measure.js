// Text in lines: measured by the browser's own canvas, broken where a reader would break it.

/** The fonts of the picture; an exported file names them too. */
export const PICTURE_FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** Sizes and line heights in pixels, and the CSS font of each kind of text. */
export const FACES = {
  text: { size: 13.5, line: 18, weight: 400, style: "normal" },
  unstated: { size: 13.5, line: 18, weight: 400, style: "italic" },
  thesis: { size: 15, line: 20, weight: 600, style: "normal" },
  small: { size: 11, line: 15, weight: 400, style: "normal" },
  label: { size: 11.5, line: 15, weight: 400, style: "normal" },
};

let pen = null;
const widths = new Map();

/** The width of a text in pixels, in one of the FACES. */
export const textWidth = (text, face) => {
  let known = widths.get(face);
  if (!known) widths.set(face, (known = new Map()));
  let width = known.get(text);
  if (width === undefined) {
    pen ??= document.createElement("canvas").getContext("2d");
    const { size, weight, style } = FACES[face];
    const font = `${style} ${weight} ${size}px ${PICTURE_FONT}`;
    if (pen.wanted !== font) {
      pen.font = font;
      pen.wanted = font;
    }
    width = pen.measureText(text).width;
    // Words come again and again; a page that stays open for days must not collect them all.
    if (known.size > 200_000) known.clear();
    known.set(text, width);
  }
  return width;
};

/** What cannot be drawn, or turns the order of the text around it. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/gu;

/** Most texts: nothing in them has to be taken out. */
const PLAIN_TEXT = /^[!-~]+(?: [!-~]+)*$/;

/** The text on one line, without what cannot be drawn. */
export const seen = (text) =>
  PLAIN_TEXT.test(text) ? text : text.replace(/\s+/g, " ").replace(UNSEEN, "");

const STRONG_LETTER = /\p{L}/u;
const FROM_RIGHT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether the first letter of a text is of a script that runs from right to left. */
export const fromRight = (text) => {
  const letter = STRONG_LETTER.exec(text);
  return letter !== null && FROM_RIGHT.test(letter[0]);
};

/** Scripts without spaces: lines end between any two signs, or between words that a dictionary knows. */
const WIDE_SIGN =
  /[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const UNSPACED_SIGN = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const CLOSING_SIGN =
  /^[)\]}>”’»,.;:!?%…、。，．・：；？！％）］｝〉》」』】〕〗〙ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const OPENING_SIGN = /[([{<“‘«（［｛〈《「『【〔〖〘]$/u;
const BREAK_AFTER = /(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u;

const cutter = (granularity) => {
  let made = null;
  return (text) => {
    if (typeof Intl === "undefined" || !Intl.Segmenter) return Array.from(text);
    made ??= new Intl.Segmenter(undefined, { granularity });
    return Array.from(made.segment(text), (part) => part.segment);
  };
};
const graphemes = cutter("grapheme");
const wordsIn = cutter("word");

/** The parts of a word between which a line may end. */
const breakable = (word) => {
  if (WIDE_SIGN.test(word)) {
    const parts = [];
    for (const sign of graphemes(word)) {
      const last = parts[parts.length - 1];
      const wide = last !== undefined && (WIDE_SIGN.test(sign) || WIDE_SIGN.test(last.slice(-2)));
      if (last !== undefined && (!wide || CLOSING_SIGN.test(sign) || OPENING_SIGN.test(last))) {
        parts[parts.length - 1] += sign;
      } else {
        parts.push(sign);
      }
    }
    return parts;
  }
  return UNSPACED_SIGN.test(word) ? wordsIn(word) : word.split(BREAK_AFTER);
};

/** A part that no line can hold, cut into pieces that one can. */
const cutToFit = (part, room, face) => {
  const pieces = [];
  let piece = "";
  for (const sign of graphemes(part)) {
    if (piece && textWidth(piece + sign, face) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += sign;
  }
  return piece ? [...pieces, piece] : pieces;
};

/**
 * Lines of at most `room` pixels. A text is a string or runs [[mark, text]]; a line is runs again.
 * With `most`, what does not fit in so many lines is left out and "…" stands for it.
 */
export const wrapped = (text, room, face, most = Infinity) => {
  const lines = [];
  let line = [];
  let used = 0;
  const add = (piece, mark, spaced) => {
    const last = line[line.length - 1];
    const gap = spaced && line.length ? " " : "";
    if (last && last[0] === mark) {
      last[1] += gap + piece;
      return;
    }
    // A space between two marks is marked like neither.
    if (gap && last[0] === "same") last[1] += gap;
    else if (gap && mark !== "same") line.push(["same", gap]);
    line.push([mark, gap && last[0] !== "same" && mark === "same" ? gap + piece : piece]);
  };
  const space = textWidth(" ", face);
  let spaced = false;
  for (const [mark, run] of typeof text === "string" ? [["same", text]] : text) {
    for (const word of seen(run).split(/( )/)) {
      if (word === " ") spaced = true;
      if (word === " " || !word) continue;
      for (const part of breakable(word)) {
        const whole = textWidth(part, face);
        for (const piece of whole > room ? cutToFit(part, room, face) : [part]) {
          const width = piece === part ? whole : textWidth(piece, face);
          const gap = spaced && line.length ? space : 0;
          if (line.length && used + gap + width > room) {
            lines.push(line);
            line = [];
            used = 0;
            if (lines.length > most) return shortenedLines(lines, room, face, most);
          }
          add(piece, mark, spaced);
          used += (used ? gap : 0) + width;
          spaced = false;
        }
      }
    }
  }
  if (line.length) lines.push(line);
  return lines.length > most ? shortenedLines(lines, room, face, most) : lines;
};

const shortenedLines = (lines, room, face, most) => {
  const kept = lines.slice(0, most);
  const last = kept[most - 1];
  const [mark, text] = last[last.length - 1];
  const before = last.slice(0, -1).reduce((sum, [, run]) => sum + textWidth(run, face), 0);
  let signs = graphemes(text);
  while (signs.length && before + textWidth(`${signs.join("")}…`, face) > room) signs = signs.slice(0, -1);
  last[last.length - 1] = [mark, `${signs.join("").replace(/[\s,;:.·“]+$/u, "")}…`];
  return kept;
};

/** The plain text of a line. */
export const lineText = (line) => line.map(([, text]) => text).join("");
