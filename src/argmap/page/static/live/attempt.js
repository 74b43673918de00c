// A change tried out: done, refused with a reason, or changed elsewhere in between, which the reader settles.

import { askWhich } from "./conflict.js";

/** The ids in an operation, which another version may call otherwise. */
const NAMING = ["id", "target", "claim", "argument", "other", "after"];
const ADDING = ["add", "premise", "reuse"];

/**
 * Does an operation made for `version`: {done, id, version} if it was done, {dropped} if the reader
 * chose what stands in the file, else {wrong: why}. `typed`: what the reader wrote, to be shown.
 */
export const attempt = async (session, operation, version, typed = "") => {
  let answer = await session.edit(operation, version);
  while (answer.status === 409) {
    const adds = ADDING.includes(operation.do);
    const choice = await askWhich(session.store.model, answer.data, typed, adds);
    if (choice !== "mine") {
      const shown = session.refresh();
      if (choice !== "theirs")
        return { wrong: "Nothing was saved: it was changed elsewhere in between." };
      await shown;
      return { dropped: true };
    }
    answer = await session.edit(
      calledAnew(operation, answer.data.theirs ?? {}),
      answer.data.version,
    );
  }
  if (answer.status === 200)
    return { done: true, id: answer.data.id, version: answer.data.version };
  return { wrong: refusal(answer.data) };
};

/** Why something was refused, with what helps. */
export const refusal = ({ message, remedy }) => {
  const said = [message, remedy].filter(Boolean).join("; ");
  return said.charAt(0).toUpperCase() + said.slice(1) + (/[.!?]$/.test(said) ? "" : ".");
};

const calledAnew = (operation, theirs) => {
  const made = { ...operation };
  for (const key of NAMING) {
    const now = Object.hasOwn(theirs, made[key]) && theirs[made[key]];
    if (now) made[key] = now.id;
  }
  return made;
};
