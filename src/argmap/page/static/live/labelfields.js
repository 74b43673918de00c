// The labels of codebooks as fields, each by its type.

import { el } from "../parts/dom.js";
import { choiceOf, labelled, numberBox, textBox } from "./fields.js";

/** {row, value()} of labels (see data.live): the fields, and what was chosen as NAME=VALUE texts. */
export const labelFields = (labels, said) => {
  const before = new Map(said);
  const fields = labels.map((label) => labelField(label, before.get(label.name) ?? ""));
  return {
    row:
      fields.length > 0 &&
      el(
        "fieldset",
        { class: "label-fields" },
        el("legend", {}, "Labels"),
        fields.map(({ row }) => row),
      ),
    value: () => fields.flatMap(({ name, values }) => values().map((value) => `${name}=${value}`)),
  };
};

/** One label: {name, row, values()}. `said` is its value as the page shows it. */
const labelField = ({ name, type, values, low, high, required, description }, said) => {
  const words = required ? `${name} (wanted)` : name;
  const one = (box, hint = description) => ({
    name,
    row: labelled(words, box, hint),
    values: () => (box.value === "" ? [] : [box.value]),
  });
  const meant = Object.entries(values).map(([value, meaning]) => [
    value,
    meaning ? `${value} – ${meaning}` : value,
  ]);
  if (type === "one of") return one(choiceOf([["", "–"], ...meant], said));
  if (type === "yes/no")
    return one(
      choiceOf(
        [
          ["", "–"],
          ["yes", "yes"],
          ["no", "no"],
        ],
        said,
      ),
    );
  if (type === "scale") {
    const points = meant.map(([, meaning]) => meaning).join("; ");
    return one(
      numberBox(said, { min: low, max: high, step: "any" }),
      [description, `From ${low} to ${high}.`, points].filter(Boolean).join(" "),
    );
  }
  if (type === "set") return setField(name, words, meant, said, description);
  return one(textBox(said));
};

const setField = (name, words, meant, said, description) => {
  const chosen = valuesSaid(
    said,
    meant.map(([value]) => value),
  );
  const boxes = meant.map(([value, meaning]) => [
    el("input", { type: "checkbox", value, checked: chosen.has(value) }),
    meaning,
  ]);
  return {
    name,
    row: el(
      "fieldset",
      { class: "set" },
      el("legend", {}, words),
      description && el("p", { class: "faint" }, description),
      boxes.map(([box, meaning]) => el("label", { class: "tick" }, box, meaning)),
    ),
    values: () => boxes.filter(([box]) => box.checked).map(([{ value }]) => value),
  };
};

/** The values that a list shows, as a set; one may have a comma in it, and another may be part of that one. */
const valuesSaid = (said, values) => {
  let rest = `, ${said}, `;
  const found = [...values]
    .sort((one, other) => other.length - one.length)
    .filter((value) => {
      const without = rest.replace(`, ${value}, `, () => ", ");
      const is = without !== rest;
      rest = without;
      return is;
    });
  return new Set(found);
};
