// Notes of the reader for whom the page is served: written, answered, settled, taken back.

import { addAt } from "../parts/additions.js";
import { refusal } from "./attempt.js";
import { askWhichNote } from "./conflict.js";
import { ask } from "./dialogs.js";
import { button, el } from "../parts/dom.js";
import { choiceOf, labelled, textArea } from "./fields.js";
import { labelFields } from "./labelfields.js";
import { chosenWords } from "./passage.js";
import { counted } from "../map/words.js";

const MOTIVES = [
  ["", "a comment"],
  ["questioning", "a question"],
  ["assessing", "an assessment"],
  ["highlighting", "a highlight"],
];

/** Puts what can be done about notes where they are shown; to be done before the page is built. */
export const offerNotes = (session, notes) => {
  const may = () => session.live.annotator && session.live.token;
  addAt("threads", (store, part) =>
    store.model.has(part) && may()
      ? button("Write a note", () => notes().write(part), { class: "action note-act" })
      : null,
  );
  addAt("thread", (thread) => {
    if (!may()) return null;
    const own = thread.by === session.live.annotator;
    const act = (words, run) => button(words, run, { class: "plain-button" });
    return el(
      "p",
      { class: "thread-acts" },
      act("Reply", () => notes().reply(thread)),
      own && act("Edit", () => notes().change(thread)),
      own && act(thread.resolved ? "Open again" : "Resolve", () => notes().resolve(thread)),
      own && act("Remove", () => notes().remove(thread)),
    );
  });
  addAt("talk", () =>
    may()
      ? el(
          "p",
          { class: "faint" },
          "You write as ",
          el("b", { dir: "auto" }, session.live.annotator),
          ". Select a claim, then “Write a note”.",
        )
      : el(
          "p",
          { class: "faint" },
          "To write notes here, serve the map with ",
          el("code", {}, "argmap serve MAP --annotator NAME"),
          ".",
        ),
  );
};

/** What can be done about notes: {write(part), reply(thread), change(thread), resolve, remove}. */
export const createNotes = ({ session, desk, say, store }) => {
  const now = async (asked, done) => {
    const { status, data } = await session.note(asked);
    if (status === 200) say(done);
    else await ask("That cannot be done", el("p", {}, refusal(data)), [["", "Close"]]);
  };
  const labelsOn = (place, said = []) =>
    labelFields(
      session.live.labels.filter(({ on }) => !on.length || on.includes(place)),
      said,
    );
  const form = (title, about, body, labels, more, words, send) =>
    desk.put({
      title,
      content: [about, labelled("Text", body, "In Markdown. Ctrl+Enter saves."), more, labels.row],
      words,
      send,
    });
  const sent = async (asked, done) => {
    const { status, data } = await session.note(asked);
    if (status !== 200) return refusal(data);
    say(done);
    return "";
  };

  return {
    write: (part) => {
      const { model } = store;
      const kind = model.isClaim(part) ? "claim" : "argument";
      const body = textArea("", { rows: 4 });
      const motive = choiceOf(MOTIVES);
      const { quote, nth } = kind === "claim" ? chosenWords(model.textOf(part)) : { quote: "" };
      const labels = labelsOn(quote ? "passage" : kind);
      const about = [
        el("p", { class: "desk-about", dir: "auto" }, model.textOf(part)),
        quote && el("blockquote", { dir: "auto" }, `“${quote}”`),
        kind === "claim" &&
          !quote &&
          el(
            "p",
            { class: "faint" },
            "To note something on a few words, select them in the text first.",
          ),
      ];
      return form(
        quote ? "A note on some words" : "A note",
        about,
        body,
        labels,
        labelled("It is", motive),
        "Save the note",
        () => {
          const said = labels.value();
          if (!body.value.trim() && !said.length && motive.value !== "highlighting")
            return "Write something, or choose a label.";
          const asked = {
            do: "add",
            kind,
            id: part,
            body: body.value,
            labels: said,
            motivation: motive.value,
          };
          return sent(quote ? { ...asked, quote, nth } : asked, "Noted");
        },
      );
    },
    reply: (thread) => {
      const body = textArea("", { rows: 3 });
      const labels = labelsOn("annotation");
      return form("A reply", quoted(thread), body, labels, null, "Reply", () =>
        body.value.trim() || labels.value().length
          ? sent(
              { do: "reply", key: thread.key, body: body.value, labels: labels.value() },
              "Answered",
            )
          : "Write something first.",
      );
    },
    change: (thread) => {
      const body = textArea(thread.text, { rows: 4 });
      const labels = labelsOn(placeOf(thread), thread.labels);
      return form("Edit the note", null, body, labels, null, "Save the note", async () => {
        const asked = { do: "change", key: thread.key, body: body.value, labels: labels.value() };
        let was = thread.text;
        for (;;) {
          const { status, data } = await session.note({ ...asked, was });
          if (status === 200) say("Saved");
          if (status !== 409) return status === 200 ? "" : refusal(data);
          const choice = await askWhichNote(data.theirs, body.value);
          const shown = session.refresh();
          if (!choice) return "Nothing was saved: the note was changed elsewhere.";
          await shown;
          if (choice === "theirs") return "";
          was = data.theirs.body;
        }
      });
    },
    resolve: (thread) =>
      now(
        { do: "resolve", key: thread.key, resolved: !thread.resolved },
        thread.resolved ? "Open again" : "Resolved",
      ),
    remove: async (thread) => {
      const answers = thread.replies.length;
      const choice = await ask(
        "Remove this note?",
        [
          quoted(thread),
          el(
            "p",
            {},
            answers ? `${counted(answers, "reply", "replies")} will answer nothing any more. ` : "",
            "It cannot be undone here.",
          ),
        ],
        [
          ["remove", "Remove the note"],
          ["", "Cancel"],
        ],
      );
      if (choice)
        await now(
          { do: "remove", key: thread.key, was: thread.text, ...(answers && { force: true }) },
          "Removed",
        );
    },
  };
};

const quoted = (thread) => el("p", { class: "desk-about", dir: "auto" }, thread.text || "The note");

/** On what a note stands, in the words of codebooks. */
const placeOf = ({ about, quote }) =>
  about === "claim" && quote ? "passage" : about === "annotation" ? "annotation" : about;
