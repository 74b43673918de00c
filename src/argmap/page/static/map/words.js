// The words for what an argument does, the same in every part of the page.

import { signOf } from "./model.js";

const DOES = { for: "because", against: "but", explains: "explained by" };
const ON_STEP = {
  for: "the step holds because",
  against: "the step fails because",
  explains: "the step is explained by",
};
const IS = { for: "reason", against: "counterpoint", explains: "explanation" };

/** Before the premises of an argument: "because", "but", "the step fails because", … */
export const relationOf = (model, id) => {
  const argument = model.argument(id);
  return (model.isClaim(argument.target) ? DOES : ON_STEP)[signOf(argument)];
};

/** What the premises of an argument are: "reason", "counterpoint", "explanation". */
export const roleOf = (argument) => IS[signOf(argument)];

/** What a claim is in the map: "Thesis", "Reason", "Reason and counterpoint", … */
export const standingOf = (model, claim) => {
  const roles = model.signsOf(claim).map((sign) => IS[sign]);
  const every = model.isThesis(claim) ? ["thesis", ...roles] : roles;
  return capital(every.join(" and ") || "claim");
};

/** What is said of the step itself, in a few words: scheme, warrant, strength. */
export const stepWords = (argument) =>
  [
    argument.explains ? "" : argument.scheme,
    argument.warrant,
    argument.strength === null ? "" : `strength ${argument.strength}`,
  ].filter(Boolean);

/** Who says a claim, how, and where: the parts of the small line. */
export const smallPrint = (claim) => {
  const parts = [];
  if (claim.implicit) parts.push("unstated");
  const via = claim.via.length ? `via ${claim.via.join(", ")}` : "";
  const by = [claim.by.join(", "), via].filter(Boolean).join(", ");
  if (by) parts.push(by);
  if (claim.standing && claim.standing !== "asserted") parts.push(claim.standing);
  for (const cite of claim.cites) {
    const quote = cite.quote ? ` “${cite.quote}”` : "";
    parts.push(`[${cite.number ?? cite.source}]${quote}`);
  }
  if (claim.weight !== null) parts.push(`weight ${claim.weight}`);
  return parts;
};

/** "1 claim", "2 claims". */
export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** With a capital at the beginning. */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
