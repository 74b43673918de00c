// Changed elsewhere in between: both versions side by side, and the question which one is to stay.

import { ask } from "./dialogs.js";
import { el } from "../parts/dom.js";
import { capital } from "../map/words.js";

/** Fields of claims and arguments as a reader calls them; others are shown by their own name. */
const FIELD_NAMES = {
  by: "said by",
  via: "reported by",
  implicit: "unstated",
  cites: "sources",
  premises: "premises",
  target: "bears on",
  stance: "for or against",
};
const NOT_TOLD = ["id"];
const COLUMNS = { base: "As you saw it", theirs: "In the file now", yours: "With your change" };
const WHICH = [
  ["theirs", "Keep theirs"],
  ["mine", "Use mine"],
  ["", "Neither yet"],
];

const WHETHER = [
  ["mine", "Add it nevertheless"],
  ["theirs", "Drop it"],
  ["", "Back to what I wrote"],
];

/**
 * Asks about a refusal with 409 (see the server): "theirs", "mine", or "" for neither. `text` is
 * what was typed, if anything was; `adds`: something new is to be added to what was changed.
 */
export const askWhich = (model, told, text = "", adds = false) => {
  const { base = {}, theirs = {} } = told;
  const was = new Map(Object.entries(base));
  const known = was.size > 0;
  const gone = Object.entries(theirs).some(([id, part]) => part === null && was.get(id));
  const rows = known ? differences(model, told) : standing(model, theirs);
  const shown = rows.some(({ values }) => values.yours === text);
  return ask(
    "Changed elsewhere in between",
    [
      el("p", {}, whyAsked(known, gone, adds)),
      rows.length > 0 && sideBySide(rows, known ? ["base", "theirs", "yours"] : ["theirs"]),
      text &&
        !shown &&
        el(
          "div",
          { class: "yours" },
          el("p", { class: "kicker" }, "What you wrote"),
          el("p", { dir: "auto" }, text),
        ),
    ],
    (adds ? WHETHER : WHICH).filter(([name]) => !gone || name !== "mine"),
    { wide: true, safe: true },
  );
};

const whyAsked = (known, gone, adds) => {
  if (gone) return "What this is about was removed elsewhere.";
  if (known && adds) return "What yours is about was changed elsewhere while you wrote.";
  if (known) return "Somebody changed this while you did. Which is to stay?";
  return "The file was changed, and the server no longer knows what you saw. This is what stands there now.";
};

const sideBySide = (rows, sides) =>
  el(
    "div",
    { class: "sides", role: "region", "aria-label": "The versions", tabindex: "0" },
    el(
      "table",
      {},
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          el("td", {}),
          sides.map((side) => el("th", { scope: "col" }, COLUMNS[side])),
        ),
      ),
      el(
        "tbody",
        {},
        rows.map(({ name, values }) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, name),
            sides.map((side) => sideCell(side, values)),
          ),
        ),
      ),
    ),
  );

const sideCell = (side, values) =>
  el(
    "td",
    {
      dir: "auto",
      "data-side": COLUMNS[side],
      class: values[side] === values.base ? side : `${side} differs`,
    },
    values[side],
  );

/** How parts stand in the file, as rows. */
const standing = (model, theirs) =>
  Object.values(theirs)
    .filter(Boolean)
    .map((part) => ({
      name: part.premises ? "Step" : "Claim",
      values: { theirs: wordsOfPart(part, (id) => (model.has(id) ? model.textOf(id) : id)) },
    }));

/** What differs, as rows {name, values: {base, theirs, yours}}. */
const differences = (model, told) => {
  // Maps, for an id may be a name that every object has.
  const sides = ["base", "theirs", "yours"].map((side) => new Map(Object.entries(told[side] ?? {})));
  const [base, theirs, yours] = sides;
  const texts = new Map(
    sides.flatMap((side) => [...side.values()].map((part) => [part?.id, part?.text])),
  );
  const textOf = (id) => texts.get(id) ?? (model.has(id) ? model.textOf(id) : id);
  const ids = new Set(sides.flatMap((side) => [...side.keys()]));
  return [...ids].flatMap((id) =>
    rowsOf(
      {
        base: base.get(id),
        theirs: theirs.get(id),
        // Where the server does not say what would become of a part, nothing would.
        yours: yours.has(id) ? yours.get(id) : (base.get(id) ?? null),
      },
      textOf,
    ),
  );
};

const rowsOf = (parts, textOf) => {
  const { base, theirs, yours } = parts;
  const there = [base, theirs, yours].filter(Boolean);
  if (!there.length) return [];
  if (there.length < 3) {
    const values = Object.fromEntries(
      Object.entries(parts).map(([side, part]) => [side, part ? wordsOfPart(part, textOf) : "–"]),
    );
    return [{ name: there[0].premises ? "Step" : "Claim", values }];
  }
  return Object.keys(base)
    .filter((field) => !NOT_TOLD.includes(field))
    .map((field) => ({
      name: capital(FIELD_NAMES[field] ?? field),
      values: Object.fromEntries(
        Object.entries(parts).map(([side, part]) => [
          side,
          wordsOfValue(field, part[field], textOf),
        ]),
      ),
    }))
    .filter(({ values }) => values.theirs !== values.base || values.yours !== values.base);
};

const wordsOfPart = (part, textOf) =>
  part.text ?? `${part.premises.map(textOf).join(" + ")} – ${part.stance} – ${textOf(part.target)}`;

const wordsOfValue = (field, value, textOf) => {
  if (value === null || value === undefined || value === "" || value.length === 0) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (field === "premises") return value.map(textOf).join(" + ");
  if (field === "target") return textOf(value);
  if (field === "cites")
    return value
      .map(({ source, quote, at }) =>
        [source, quote && `“${quote}”`, at].filter(Boolean).join(", "),
      )
      .join("; ");
  return Array.isArray(value) ? value.join(", ") : String(value);
};

/** Asks about a note that was changed elsewhere: "theirs", "mine" or "". */
export const askWhichNote = (theirs, mine) =>
  ask(
    "This note was changed elsewhere in between",
    sideBySide(
      [{ name: "Text", values: { theirs: theirs.body || "–", yours: mine || "–" } }],
      ["theirs", "yours"],
    ),
    WHICH,
    { wide: true, safe: true },
  );
