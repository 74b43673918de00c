// Fields of forms: a label, what is filled in, and a word of help, tied together for everybody.

import { el } from "../parts/dom.js";

let fieldNumber = 0;

/** A control with its label; `hint` is read out with it. */
export const labelled = (words, control, hint = "") => {
  fieldNumber += 1;
  control.id ||= `argmap-field-${fieldNumber}`;
  const hintId = `${control.id}-hint`;
  if (hint) control.setAttribute("aria-describedby", hintId);
  const ticked = control.type === "checkbox";
  const name = el("label", { for: control.id }, words);
  return el(
    "div",
    { class: ticked ? "field ticked" : "field" },
    ticked ? [control, name] : [name, control],
    hint && el("p", { class: "faint", id: hintId }, hint),
  );
};

/** A text of several lines that grows with what is in it. */
export const textArea = (value = "", attrs = {}) => {
  const area = el("textarea", { rows: 2, dir: "auto", spellcheck: "true", ...attrs });
  area.value = value;
  return area;
};

export const textBox = (value = "", attrs = {}) => {
  const box = el("input", { type: "text", dir: "auto", autocomplete: "off", ...attrs });
  box.value = value ?? "";
  return box;
};

/** A number, or nothing. */
export const numberBox = (value, attrs = {}) => {
  const box = el("input", { type: "number", step: "any", inputmode: "decimal", ...attrs });
  box.value = value ?? "";
  return box;
};

export const tickBox = (ticked) => {
  const box = el("input", { type: "checkbox" });
  box.checked = ticked;
  return box;
};

/** One of some [value, words] pairs, or texts; the first one stands for nothing said if it is "". */
export const choiceOf = (options, value = "") => {
  const box = el(
    "select",
    {},
    options.map((option) => {
      const [name, words] = Array.isArray(option) ? option : [option, option || "–"];
      return el("option", { value: name, selected: name === value }, words);
    }),
  );
  return box;
};

/** Round buttons of which one is pressed; `value()` tells which. */
export const radios = (legend, options, chosen, changed = () => {}) => {
  fieldNumber += 1;
  const name = `argmap-radio-${fieldNumber}`;
  const group = el(
    "fieldset",
    { class: "radios" },
    el("legend", {}, legend),
    options.map(([value, words]) =>
      el(
        "label",
        { class: "tick" },
        el("input", {
          type: "radio",
          name,
          value,
          checked: value === chosen,
          on: { change: () => changed(value) },
        }),
        words,
      ),
    ),
  );
  return { group, value: () => group.querySelector("input:checked")?.value ?? "" };
};

/** A text box that proposes what is already in the map. */
export const proposing = (value, proposals, attrs = {}) => {
  fieldNumber += 1;
  const id = `argmap-list-${fieldNumber}`;
  const box = textBox(value, { list: id, ...attrs });
  const list = el(
    "datalist",
    { id },
    proposals.map((one) => el("option", { value: one })),
  );
  return { box, list };
};

/** What can stand between the texts of a list, and what it is called; a list has the first that is part of none. */
const BETWEEN = { ",": "commas", ";": "semicolons", "|": "bars" };

/** A list in one box, {box, value(), hint}; untouched it is what it was, whatever its texts have in them. */
export const listBox = (list, boxOf = textBox) => {
  const free = Object.keys(BETWEEN).filter((sign) => !list.some((one) => one.includes(sign)));
  const [usual = "|"] = free;
  const shown = usual === "," ? list.join(", ") : list.map((one) => `${one}${usual}`).join(" ");
  const box = boxOf(shown);
  // Who has a name with a comma in it writes semicolons.
  const between = () => (free.includes(";") && box.value.includes(";") ? ";" : usual);
  const listed = () =>
    box.value
      .split(between())
      .map((one) => one.trim())
      .filter(Boolean);
  return {
    box,
    value: () => (box.value === shown ? list : listed()),
    hint: `Several with ${BETWEEN[usual]} between.`,
  };
};
