// Which claims hold every word of a query.

import { plain } from "../parts/dom.js";

/** Lower case, without accents, so that "Émile" is found by "emile". */
export const unaccented = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * A function from a query to the claims, in reading order, that hold each of its words: in text,
 * id, speakers, quotes, citations, tags, note, and in the scheme, warrant and note of their steps.
 */
export const createIndex = (model) => {
  let texts;
  return (query) => {
    const words = unaccented(query).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    texts ??= model.order.map((claim) => unaccented(textsOf(model, claim).join("\n")));
    return model.order.filter((_, at) => words.every((word) => texts[at].includes(word)));
  };
};

const textsOf = (model, id) => {
  const claim = model.claim(id);
  const steps = model.usedIn(id).map(model.argument);
  return [
    id,
    claim.text,
    ...claim.by,
    ...claim.via,
    ...[claim.kind, claim.basis, claim.standing, ...claim.tags],
    ...claim.cites.flatMap(citedWords),
    plain(claim.note),
    ...steps.flatMap((step) => [
      ...[step.scheme, step.warrant, plain(step.note)],
      ...step.cites.flatMap(citedWords),
    ]),
  ];
};

const citedWords = (cite) => [cite.quote, cite.at, cite.note, cite.title];
