// The page on a server: what the page in a file does, and besides it follows the file and writes.

import { mountCardBar } from "./cardbar.js";
import { createDesk } from "./desk.js";
import { el } from "../parts/dom.js";
import { mountDragging } from "./dragging.js";
import { createEditor } from "./editor.js";
import { mountFaults } from "./faults.js";
import { liveIcon } from "./liveicons.js";
import { mountPage } from "../main.js";
import { createNotes, offerNotes } from "./notes.js";
import { createSession, withTalk } from "./session.js";
import { mountUndo, offerWriting } from "./writing.js";

const beginLive = (body, data) => {
  const session = createSession(data.live);
  if (!data.claims) {
    awaitMap(body, session);
    return;
  }
  let editor = null;
  let notes = null;
  offerWriting(session, () => editor);
  offerNotes(session, () => notes);
  const page = mountPage(body, withTalk(data));
  session.store = page.store;
  const desk = createDesk(page);
  const tools = { session, desk, say: page.say, store: page.store };
  editor = createEditor(tools);
  notes = createNotes(tools);

  const bar = body.querySelector(".bar");
  bar.after(mountFaults(session));
  mountUndo(session, () => editor, bar.querySelector(".tools"));
  if (data.live.folder)
    bar.prepend(
      el(
        "a",
        { class: "tool home", href: "/", title: "All maps", "aria-label": "All maps" },
        liveIcon("home"),
      ),
    );
  const drag = mountDragging({ session, store: page.store, editor: () => editor });
  mountCardBar({ session, store: page.store, desk, editor: () => editor, drag });
  nameWindow(page.store);
  let writable = data.live.writable;
  session.on((live) => {
    if (live.writable === writable) return;
    // What can be done stands in the details.
    writable = live.writable;
    page.store.replace(page.store.model);
  });
  session.follow();
};

/** A map that never was good: its faults, until it is. */
const awaitMap = (body, session) => {
  session.on(({ version }) => version && location.reload());
  body.append(
    el(
      "main",
      { class: "awaiting" },
      session.live.folder && el("p", {}, el("a", { href: "/" }, "All maps")),
      el("h1", { dir: "auto" }, session.live.map),
      el("p", {}, "There is no picture yet. It comes as soon as the file is without faults."),
      mountFaults(session),
    ),
  );
  session.follow();
};

/** The title of the window is that of the map, by whoever it is changed. */
const nameWindow = (store) => {
  const name = () => (document.title = store.model.data.heading || store.model.data.title);
  store.on((state, before, changed) => changed.has("model") && name());
};

const liveData = document.getElementById("argmap-data");
if (liveData) beginLive(document.body, JSON.parse(liveData.textContent));
