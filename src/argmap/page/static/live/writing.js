// The ways to an act: buttons in the details, keys, and undo and redo in the bar.

import { addAt } from "../parts/additions.js";
import { button, el } from "../parts/dom.js";
import { liveIcon } from "./liveicons.js";

/** So many acts come first: they are what one mostly does. */
export const USUAL = 3;

/** Puts the acts of `editor()` where a reader looks for them; to be done before the page is built. */
export const offerWriting = (session, editor) => {
  addAt("claim", (store, id) => acts(session, editor, store, id, "What you can do with the claim"));
  addAt("step", (store, id) => acts(session, editor, store, id, "What you can do with the step"));
  addAt(
    "use",
    (store, id) =>
      session.live.writable &&
      store.model.argument(id) &&
      small("Change the step", () => store.reveal(id)),
  );
  addAt("map", () =>
    session.live.writable
      ? el(
          "div",
          { class: "actions" },
          act("add", "Add a thesis", () => editor().thesis()),
        )
      : el("p", { class: "faint" }, `Only to be read: ${session.live.why}.`),
  );
  addAt("keys", ({ store }) => (session.live.writable ? keyRows(session, editor, store) : null));
};

const acts = (session, editor, store, id, label) => {
  if (!session.live.writable) return null;
  const every = actsOn(editor, store.model, id);
  return el(
    "div",
    { class: "acts", role: "group", "aria-label": label },
    el(
      "div",
      { class: "actions" },
      every.slice(0, USUAL).map(({ name, words, key, run }) => act(name, words, run, key)),
    ),
    el(
      "div",
      { class: "actions rare" },
      every.slice(USUAL).map(({ name, words, key, run }) => act(name, words, run, key)),
    ),
  );
};

/** What can be done with a claim or a step, as {name, words, run, key}; the usual ones first. */
export const actsOn = (editor, model, id) => {
  const claim = model.claim(id);
  const step = claim ? claim.home : id;
  const linked = claim && step && model.argument(step).premises.length > 1;
  const turned =
    step &&
    (model.argument(step).stance === "for" ? "Turn into a counterpoint" : "Turn into a reason");
  const all = [
    ["reason", "Add reason", "reason", "r"],
    ["counterpoint", "Add counterpoint", "counterpoint", "c"],
    ["edit", claim ? "Edit" : "Edit the step", "edit", "e"],
    step && ["add", "Add linked premise", "premise", "a"],
    step && ["move", "Move…", "move", "m"],
    step && !model.argument(step).explains && ["turn", turned, "turn", "t"],
    step && ["link", "Link with…", "join"],
    linked && ["unlink", "Unlink", "unlink"],
    claim && ["again", "Use once more…", "reuse"],
    ["remove", claim ? "Remove" : "Remove the step", "remove", "Delete"],
  ];
  return all
    .filter(Boolean)
    .map(([name, words, doing, key]) => ({ name, words, key, run: () => editor()[doing](id) }));
};

/** For the table of keys: what a key does to what is selected. */
const keyRows = (session, editor, store) => {
  const on = (doing) => () => {
    const { selected } = store.state;
    if (selected && session.live.writable) editor()[doing](selected);
  };
  return [
    ["r", "write a reason for what is selected", on("reason")],
    ["c", "write a counterpoint to it", on("counterpoint")],
    ["a", "write a premise that is linked with it", on("premise")],
    ["e", "edit it", on("edit")],
    ["m", "move it", on("move")],
    ["t", "turn it: reason or counterpoint", on("turn")],
    ["Delete", "remove it", on("remove")],
    ["Ctrl+Z Ctrl+Shift+Z", "undo, redo"],
  ];
};

/** Undo and redo, or why there are none, at the head of the bar's tools, and their keys. */
export const mountUndo = (session, editor, tools) => {
  const step = (what, label) =>
    button(liveIcon(what), () => editor().step(what), {
      class: "tool live-tool",
      title: label,
      "aria-label": label,
    });
  const undo = step("undo", "Undo (Ctrl+Z)");
  const redo = step("redo", "Redo (Ctrl+Shift+Z)");
  const group = el(
    "span",
    { class: "undo-tools", role: "group", "aria-label": "Undo and redo" },
    undo,
    redo,
  );
  const barred = el("span", { class: "chip read-only" }, "Read-only");
  tools.prepend(barred, group);
  session.on((live) => {
    group.hidden = !live.writable;
    barred.hidden = live.writable;
    barred.title = live.why;
    // Not `disabled`, which would throw the focus away after the last step.
    undo.setAttribute("aria-disabled", String(!live.undo));
    redo.setAttribute("aria-disabled", String(!live.redo));
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    if (!session.live.writable || event.target.closest?.("input, textarea, select, dialog")) return;
    const key = event.key.toLowerCase();
    const what =
      key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : "";
    if (!what) return;
    event.preventDefault();
    editor().step(what);
  });
};

const act = (name, words, run, key = "") =>
  button([liveIcon(name), el("bdi", {}, words)], run, {
    class: "action",
    title: key ? `${words} (${key})` : null,
    "aria-keyshortcuts": key || null,
  });

const small = (words, run) => button(words, run, { class: "plain-button small" });
