// The citations of a claim or a step, to be filled in: one block for each, and one more on demand.

import { button, el } from "../parts/dom.js";
import { choiceOf, labelled, textArea, textBox } from "./fields.js";

/** {row, operations()}: the fields, and what is to be sent, each as a function of the part's id. */
export const citeFields = (model, was) => {
  const sources = model.data.sources.map(({ id, title }) => [id, title || id]);
  const blocks = [];
  const host = el("div", { class: "cite-fields" });

  const valueOf = ({ source, quote, at, note }) => ({
    source: source.value,
    quote: quote.value,
    at: at.value,
    note: note.value,
  });

  const add = (cite, number) => {
    const known =
      sources.some(([id]) => id === cite.source) || !cite.source
        ? sources
        : [[cite.source, cite.source], ...sources];
    const block = {
      number,
      gone: false,
      source: choiceOf(cite.source ? known : [["", "Choose a source"], ...known], cite.source),
      quote: textArea(cite.quote),
      at: textBox(cite.at),
      note: textBox(cite.note),
    };
    const row = el(
      "fieldset",
      { class: "cite-block" },
      el("legend", {}, "Source"),
      labelled("Source", block.source),
      labelled("Quote, word for word", block.quote),
      labelled("Place", block.at, "A page, a paragraph, a time."),
      labelled("Note on it", block.note),
      button(
        "Remove this source",
        () => {
          block.gone = true;
          row.remove();
          more.focus();
        },
        { class: "action" },
      ),
    );
    block.shown = JSON.stringify(valueOf(block)); // a box may not hold every sign
    blocks.push(block);
    host.append(row);
    return block;
  };
  was.forEach(add);
  const more = button(
    "Add a source",
    () => add({ source: "", quote: "", at: "", note: "" }).source.focus(),
    { class: "action" },
  );
  const operations = () => {
    const old = blocks.filter(({ number }) => number !== undefined);
    const differs = (block) => JSON.stringify(valueOf(block)) !== block.shown;
    return [
      ...old
        .filter((block) => !block.gone && differs(block))
        .map((block) => (id) => ({ do: "cite", id, number: block.number, ...valueOf(block) })),
      // From the last one on, so that the numbers of the others stay.
      ...old
        .filter(({ gone }) => gone)
        .reverse()
        .map(({ number }) => (id) => ({ do: "uncite", id, number })),
      ...blocks
        .filter((block) => block.number === undefined && !block.gone && block.source.value)
        .map((block) => (id) => ({ do: "cite", id, ...valueOf(block) })),
    ];
  };
  return { row: sources.length + was.length > 0 && [host, more], operations };
};
