// Words that went and came, and what a diff says of a part.

import { el } from "../parts/dom.js";
import { capital } from "./words.js";

const TAGS = { gone: "del", came: "ins", claim: "strong", named: "em" };

/** Pieces [dress, text] as elements: del, ins, strong, em, or plain text; spaces around them are plain. */
export const pieces = (list) =>
  list.flatMap(([dress, text]) => {
    const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(text);
    return TAGS[dress] && words
      ? [before, el(TAGS[dress], { dir: "auto" }, words), after]
      : [text];
  });

/** What a diff says of a claim or a step, or nothing. */
export const changeTold = (model, id) => {
  const mark = model.mark(id);
  if (!mark) return null;
  return el(
    "div",
    { class: `change ${mark.change}` },
    el(
      "p",
      {},
      mark.change && el("span", { class: "change-word" }, capital(mark.change)),
      (mark.badges ?? []).map((badge) => el("span", { class: "chip" }, badge)),
    ),
    mark.words?.length > 0 && el("p", { dir: "auto" }, pieces(mark.words)),
    mark.note && el("p", { class: "faint", dir: "auto" }, mark.note),
  );
};
