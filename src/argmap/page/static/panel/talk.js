// Annotations as threads: at a part, and all of them with filters by annotator and label.

import { additionsAt } from "../parts/additions.js";
import { partLink } from "../parts/claimlink.js";
import { aside, button, clear, el, nodes } from "../parts/dom.js";
import { everySaid, threadCount, threadsShown } from "../map/threads.js";
import { counted } from "../map/words.js";

/** So many parts with threads are listed at a time. */
const AT_A_TIME = 60;

/** The threads at a part with a heading; nothing if the page has no layers or nobody said a thing. */
export const threadsAt = (store, part) => {
  const { model, state } = store;
  const more = additionsAt("threads", store, part);
  if (!model.threads(part).length) return more;
  const shown = threadsShown(model, state, part);
  const hidden = everySaid(model.threads(part)).length - threadCount(model, state, part);
  return el(
    "section",
    { class: "threads" },
    el("h3", {}, "Notes ", el("span", { class: "faint" }, String(threadCount(model, state, part)))),
    shown.map((thread) => threadBox(model, thread)),
    hidden > 0 && el("p", { class: "faint" }, `${counted(hidden, "note")} hidden by the filter`),
    more,
  );
};

/** The panel with every thread, in reading order, kept up to date in `host`. */
export const mountTalk = (host, store) => {
  let most = AT_A_TIME;
  const list = el("div", {});
  const filters = el("div", { class: "filters" });
  const show = () => {
    const { model, state } = store;
    const parts = model.talked().filter((part) => threadCount(model, state, part));
    const number = parts.reduce((sum, part) => sum + threadCount(model, state, part), 0);
    clear(
      list,
      el("p", { class: "faint", role: "status" }, counted(number, "note")),
      parts.slice(0, most).map((part) =>
        el(
          "section",
          { class: "threads" },
          el("h3", {}, headingOf(store, part)),
          threadsShown(model, state, part).map((thread) => threadBox(model, thread)),
        ),
      ),
      parts.length > most &&
        button(`Show ${Math.min(AT_A_TIME, parts.length - most)} more places`, () => {
          most += AT_A_TIME;
          show();
        }),
    );
  };
  const offer = () => clear(filters, filtersOf(store));
  store.on((state, before, changed) => {
    if (changed.has("model")) offer();
    if (["model", "annotators", "labels"].some((key) => changed.has(key))) show();
  });
  clear(
    host,
    el("h2", { class: "kicker" }, "Notes of readers"),
    el("p", { class: "faint", dir: "auto" }, "They are not part of the map."),
    additionsAt("talk"),
    filters,
    list,
  );
  offer();
  show();
};

const headingOf = (store, part) => {
  if (part === "") return "The whole map";
  if (!store.model.has(part)) return "What was noted is no longer in the map";
  const step = store.model.isClaim(part) ? "" : "Step: ";
  return [step, partLink(store, part)];
};

/** Boxes to tick: who is shown, which labels are shown, each with its number. */
const filtersOf = (store) => {
  const { model } = store;
  const { talk } = model.data;
  if (!talk) return [];
  const said = everySaid(model.talked().flatMap((part) => model.threads(part)));
  const byWhom = tallied(said.map((note) => note.by));
  const byLabel = tallied(said.flatMap((note) => [...new Set(note.labels.map(([name]) => name))]));
  const people = talk.annotators.map(({ id, name, role }) => [
    id,
    name || id,
    role,
    byWhom.get(id) ?? 0,
  ]);
  const labels = talk.labels.map((name) => [name, name, "", byLabel.get(name) ?? 0]);
  return [
    filterOf(store, "annotators", "Readers", people),
    filterOf(store, "labels", "Labels", labels),
  ];
};

const filterOf = (store, key, heading, rows) =>
  rows.length > 1 &&
  el(
    "fieldset",
    {},
    el("legend", {}, heading),
    rows.map(([id, name, role, number]) =>
      el(
        "label",
        { class: "tick", title: role },
        el("input", {
          type: "checkbox",
          checked: !store.state[key].has(id),
          on: { change: () => hide(store, key, id) },
        }),
        el("span", { dir: "auto" }, name),
        el("span", { class: "faint" }, String(number)),
      ),
    ),
  );

const hide = (store, key, id) => {
  const hidden = new Set(store.state[key]);
  if (!hidden.delete(id)) hidden.add(id);
  store.set({ [key]: hidden });
};

const tallied = (list) => {
  const found = new Map();
  for (const entry of list) found.set(entry, (found.get(entry) ?? 0) + 1);
  return found;
};

/** Whose notes a note is about, if it is about notes. */
const toWhom = (model, thread) => {
  if (thread.about !== "layer") return "";
  const whose = model.data.talk.annotators.find(({ id }) => id === thread.id);
  return `on the notes of ${whose?.name || thread.id}`;
};

/** A moment to the minute, as a reader wants it: "2026-11-22 21:05". */
const momentOf = (created) => created.slice(0, 16).replace("T", " ");

const threadBox = (model, thread) => {
  const who = model.data.talk.annotators.find(({ id }) => id === thread.by);
  return el(
    "article",
    { class: thread.resolved ? "thread resolved" : "thread" },
    el(
      "p",
      { class: "thread-head" },
      el("b", { dir: "auto" }, who?.name || thread.by),
      el(
        "span",
        { class: "faint" },
        aside([who?.role, thread.motivation, toWhom(model, thread), momentOf(thread.created)]),
      ),
      thread.resolved && el("span", { class: "chip" }, "resolved"),
      thread.state && thread.state !== "exact" && el("span", { class: "chip" }, thread.state),
    ),
    thread.quote && el("blockquote", { dir: "auto" }, `“${thread.quote}”`),
    thread.body.length > 0 && el("div", { class: "prose", dir: "auto" }, nodes(thread.body)),
    thread.labels.length > 0 &&
      el(
        "p",
        { class: "chips" },
        thread.labels.map(([name, value]) =>
          el(
            "span",
            { class: "chip", dir: "auto" },
            value === "" || value === null ? name : `${name}: ${value}`,
          ),
        ),
      ),
    additionsAt("thread", thread),
    thread.replies.map((reply) => threadBox(model, reply)),
  );
};
