// The form of a claim or a step: its text and what else is said of it. Only what was changed is sent.

import { attempt, refusal } from "./attempt.js";
import { citeFields } from "./citefields.js";
import { el } from "../parts/dom.js";
import {
  choiceOf,
  labelled,
  listBox,
  numberBox,
  proposing,
  textArea,
  textBox,
  tickBox,
} from "./fields.js";

/** Opens the form of a claim or a step. */
export const editForm = async ({ session, desk, say, store }, id) => {
  const { status, data } = await session.server.get("/part", { id });
  if (status !== 200) return say(refusal(data));
  const { part, kind, version } = data;
  const fields =
    kind === "claim"
      ? claimFields(store.model, session.live.words, part)
      : stepFields(store.model, session.live.words, part);
  const cites = citeFields(store.model, part.cites);
  const text = fields.find(({ name }) => name === "text");
  const rest = fields.filter((field) => field !== text);
  const filled =
    rest.some(({ was }) => was !== "" && was !== null && was !== false && was.length !== 0) ||
    part.cites.length > 0;

  const send = async () => {
    let [at, of] = [id, version];
    const changed = fields.filter(
      (field) => JSON.stringify(field.value()) !== JSON.stringify(field.was),
    );
    const operations = [
      ...changed.map(({ name, value }) => (of) => ({
        do: "edit",
        id: of,
        field: name,
        value: value(),
      })),
      ...cites.operations(),
    ];
    for (const operation of operations) {
      const result = await attempt(
        session,
        operation(at),
        of,
        text && changed.includes(text) ? text.value() : "",
      );
      if (result.wrong) return result.wrong;
      if (result.dropped)
        return operations.length > 1 ? "Theirs stays. What else you filled in is not saved." : "";
      [at, of] = [result.id, result.version];
    }
    if (operations.length) say("Saved");
    if (store.model.has(at)) store.reveal(at, { record: false });
    return "";
  };
  return desk.put({
    title: kind === "claim" ? "Edit the claim" : "Edit the step",
    content: [
      !text && el("p", { class: "desk-about", dir: "auto" }, store.model.textOf(id)),
      text?.row,
      el(
        "details",
        { class: "more-fields", open: !text || filled },
        el("summary", {}, text ? "Who says it, where, and more" : "What is said of the step"),
        rest.map(({ row }) => row),
        cites.row,
      ),
    ],
    words: "Save",
    hint: text ? "Enter saves" : "",
    send,
    full: true,
  });
};

const claimFields = (model, words, part) => [
  asText("text", "Text", part.text, textArea(part.text, { "data-line": "", rows: 3 })),
  asNames("by", "Said by", part.by, model),
  asNames("via", "Reported by", part.via, model),
  asChoice("standing", "Standing", part.standing, words.standings),
  asChoice("kind", "Kind", part.kind, words.kinds),
  asChoice("basis", "Basis", part.basis, words.bases),
  asTick("implicit", "Unstated: nobody said it, the mapper supplied it", part.implicit),
  asNumber("weight", "Weight", part.weight),
  asList("tags", "Tags", part.tags),
  asText("note", "Note", part.note, textArea(part.note, { rows: 3 }), "In Markdown."),
];

const stepFields = (model, words, part) => {
  const scheme = proposing(part.scheme, words.schemes);
  const told = "The kind of reasoning; “explanation” if it tells why.";
  const schemeField = asText("scheme", "Scheme", part.scheme, scheme.box, told);
  return [
    { ...schemeField, row: [schemeField.row, scheme.list] },
    asText(
      "warrant",
      "Warrant",
      part.warrant,
      textBox(part.warrant),
      "The rule that leads from the premises to what they bear on.",
    ),
    asNumber("strength", "Strength", part.strength),
    asNames("by", "Step by", part.by, model, "Who makes the step."),
    asText("note", "Note", part.note, textArea(part.note, { rows: 3 }), "In Markdown."),
  ];
};

/** Fields are {name, was, value(), row}. */
const asText = (name, words, was, box, hint) => {
  const shown = box.value; // a box may not hold every sign, such as the end of a line
  const value = () => (box.value === shown ? was : box.value);
  return { name, was, value, row: labelled(words, box, hint) };
};

const asChoice = (name, words, was, options) => {
  const box = choiceOf(["", ...options], was);
  return { name, was, value: () => box.value, row: labelled(words, box) };
};

const asTick = (name, words, was) => {
  const box = tickBox(was);
  return { name, was, value: () => box.checked, row: labelled(words, box) };
};

const asNumber = (name, words, was) => {
  const box = numberBox(was, { min: 0, max: 1, step: 0.05 });
  // What is no number is left for the server to refuse.
  const value = () =>
    box.validity.badInput ? "no number" : box.value === "" ? null : Number(box.value);
  return { name, was, value, row: labelled(words, box, "From 0 to 1.") };
};

const asList = (name, words, was) => {
  const { box, value, hint } = listBox(was);
  return { name, was, value, row: labelled(words, box, hint) };
};

const asNames = (name, words, ids, model, more = "") => {
  const people = new Map(Object.entries(model.data.people));
  const every = [...people].map(([id, person]) => person.name || id);
  // People by their names, as a reader of the page knows them, where a name is that of one person.
  const was = ids.map((id) => {
    const called = people.get(id)?.name;
    return called && every.filter((one) => one === called).length === 1 ? called : id;
  });
  let list = null;
  const { box, value, hint } = listBox(was, (shown) => {
    const made = proposing(shown, every);
    list = made.list;
    return made.box;
  });
  return {
    name,
    was,
    value,
    row: [labelled(words, box, [more, hint].filter(Boolean).join(" ")), list],
  };
};
