// What a person can do to the map: each as one act on a claim or a step, whoever asks for it.

import { attempt, refusal } from "./attempt.js";
import { ask } from "./dialogs.js";
import { el } from "../parts/dom.js";
import { textArea } from "./fields.js";
import { editForm } from "./editform.js";
import { pickForm } from "./picking.js";
import { claimsLost } from "./pruning.js";
import { counted } from "../map/words.js";

/** The acts of a page; `id` is always a claim or an argument of the map that is shown. */
export const createEditor = ({ session, desk, say, store }) => {
  const version = () => session.live.version;
  /** Does an operation at once, and says so, or why not. */
  const now = async (operation, done, of = version()) => {
    const result = await attempt(session, operation, of);
    if (result.wrong) await ask("That cannot be done", el("p", {}, result.wrong), [["", "Close"]]);
    else if (result.done) say(done);
    return result;
  };
  /** The step by which a claim stands where it is; "" for a thesis. */
  const stepOf = (id) => (store.model.isClaim(id) ? store.model.claim(id).home : id);

  /** A form for one new text. */
  const write = (title, about, words, operation) => {
    const of = version();
    const text = textArea("", {
      "data-line": "",
      placeholder: "In one sentence",
      "aria-label": "Text of the claim",
    });
    return desk.put({
      title,
      content: [
        about && el("p", { class: "desk-about", dir: "auto" }, store.model.textOf(about)),
        text,
      ],
      words,
      hint: "Enter adds it",
      send: async () => {
        if (!text.value.trim()) return "Write the claim first.";
        const result = await attempt(session, operation(text.value), of, text.value);
        if (result.done) {
          store.reveal(result.id);
          say("Added");
        }
        return result.wrong ?? "";
      },
    });
  };

  const editor = {
    reason: (id) =>
      write(
        store.model.isClaim(id) ? "A reason for" : "A reason for the step from",
        id,
        "Add reason",
        (text) => ({ do: "add", text, stance: "for", target: id }),
      ),
    counterpoint: (id) =>
      write(
        store.model.isClaim(id) ? "A counterpoint to" : "A counterpoint to the step from",
        id,
        "Add counterpoint",
        (text) => ({ do: "add", text, stance: "against", target: id }),
      ),
    premise: (id) => {
      const argument = stepOf(id);
      if (!argument) return say("A thesis stands alone. Reasons have premises that are linked.");
      return write("A premise that counts together with", id, "Add premise", (text) => ({
        do: "premise",
        argument,
        text,
      }));
    },
    thesis: () => write("A thesis", "", "Add thesis", (text) => ({ do: "thesis", text })),
    edit: (id) => editForm({ session, desk, say, store }, id),

    /** A step, or the one by which a claim is where it is, to another place. */
    move: (id) => {
      const step = stepOf(id);
      if (!step) return say("A thesis stands where it is. Use it elsewhere instead.");
      return pickForm({ session, desk, say, store }, "move", step);
    },
    reuse: (id) => store.model.isClaim(id) && pickForm({ session, desk, say, store }, "reuse", id),
    join: (id) => stepOf(id) && pickForm({ session, desk, say, store }, "join", stepOf(id)),
    /** As `move`, to a place that is already known. */
    moveTo: async (id, target, stance) => {
      const step = stepOf(id);
      const result = await now({ do: "move", id: step, target, stance }, "Moved");
      if (result.done) store.reveal(store.model.has(id) ? id : result.id);
    },
    turn: (id) => {
      const step = store.model.argument(stepOf(id));
      if (!step) return say("A thesis is neither a reason nor a counterpoint.");
      const stance = step.stance === "for" ? "against" : "for";
      return now(
        { do: "move", id: stepOf(id), target: step.target, stance },
        stance === "for" ? "Now a reason" : "Now a counterpoint",
      );
    },
    unlink: (claim) => now({ do: "unlink", argument: stepOf(claim), claim }, "Now it stands alone"),

    remove: async (id) => {
      const { model } = store;
      const { theses } = model.data;
      if (theses.length === 1 && theses[0] === id)
        return say("It is the only thesis, and a map needs one. Edit its text instead.");
      const of = version();
      const lost = claimsLost(model, id);
      const own = model.isClaim(id) ? 1 : 0;
      if (lost > 1) {
        const along = lost - own;
        const answer = await ask(
          own ? "Remove this claim?" : "Remove this step?",
          [
            el("p", { class: "desk-about", dir: "auto" }, model.textOf(id)),
            el(
              "p",
              {},
              `${counted(along, "claim")} that ${along === 1 ? "stands" : "stand"} nowhere else ${along === 1 ? "goes" : "go"} along. Undo brings all back.`,
            ),
          ],
          [
            ["remove", `Remove ${counted(lost, "claim")}`],
            ["", "Cancel"],
          ],
        );
        if (answer !== "remove") return;
      }
      const above = model.parent(id);
      const result = await now(
        { do: "remove", id },
        `Removed ${counted(Math.max(lost, 1), own ? "claim" : "step")} – undo with Ctrl+Z`,
        of,
      );
      if (!result.done || !above || store.model.has(store.state.selected)) return;
      store.reveal(above, { record: false });
    },

    /** "undo" or "redo". */
    step: async (what) => {
      if (!session.live[what]) return say(`There is nothing to ${what}`);
      const answer = await session.step(what);
      if (answer.status === 200) return say(what === "undo" ? "Undone" : "Done again");
      return ask(
        `That cannot be ${what === "undo" ? "undone" : "done again"}`,
        el("p", {}, refusal(answer.data)),
        [["", "Close"]],
      );
    },
  };
  return editor;
};
