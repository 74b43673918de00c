// Where forms are filled in: one at a time, above what the panel shows. What is typed in it stays,
// whatever else happens on the page.

import { ask } from "./dialogs.js";
import { button, clear, el } from "../parts/dom.js";

/**
 * The desk of a page, put into its panel.
 *
 * `put({title, content, words, send, full})` puts a form on it: `send()` is what its button `words`
 * does; it gives "" when all is done, or what is wrong, for the reader; the form then stays. `full`:
 * nothing else is in the panel; `elsewhere`: something is to be chosen in the map. `ended()` is called when it is gone, in whatever way.
 */
export const createDesk = (page) => {
  const { store } = page;
  const host = el("section", {
    class: "desk",
    lang: "en",
    dir: "ltr",
    "aria-label": "Writing",
    hidden: true,
  });
  const panel = document.querySelector(".panel");
  panel.querySelector(".panel-head").after(host);
  let now = null; // the form on the desk
  let busy = false;
  const listeners = new Set();
  const tell = () => listeners.forEach((listener) => listener());

  const desk = {
    /** Tells when a form comes or goes. */
    on: (listener) => listeners.add(listener),
    /** Whether something was filled in that is saved nowhere. */
    get dirty() {
      return Boolean(now) && valuesIn(host) !== now.before;
    },
    get open() {
      return Boolean(now);
    },
    /** Puts a form on the desk, after asking what is to become of one that is there; whether it is. */
    put: async (form) => {
      if (!(await desk.leave())) return false;
      if (!store.state.panel) store.set({ panel: "details" });
      show(form);
      return true;
    },
    /** Takes the form away; asks before anything typed is lost. Whether it is gone. */
    leave: async () => {
      if (!now) return true;
      if (busy) return false;
      if (desk.dirty) {
        const answer = await ask("Drop what you wrote?", el("p", {}, "It is not saved."), [
          ["stay", "Go on writing"],
          ["drop", "Drop it"],
        ]);
        if (answer !== "drop") {
          firstField(host)?.focus();
          return false;
        }
      }
      close();
      return true;
    },
    /** Presses the form's button. */
    send: () => host.querySelector("form")?.requestSubmit(),
    /** To the button, for whoever has chosen elsewhere what the form asks for. */
    focusSend: () => host.querySelector(".first")?.focus(),
  };

  const show = (form) => {
    now = form;
    const fault = el("p", { class: "form-fault", role: "alert" });
    const send = el("button", { type: "submit", class: "action first" }, form.words);
    const submit = async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      host.setAttribute("aria-busy", "true");
      fault.textContent = "";
      let wrong = "This is a bug in argmap; please report it.";
      try {
        wrong = await form.send();
      } finally {
        busy = false;
        host.removeAttribute("aria-busy");
        if (wrong && now === form) fault.textContent = wrong;
      }
      if (now === form && !wrong) close();
    };
    clear(
      host,
      el(
        "form",
        { novalidate: true, on: { submit, keydown: (event) => deskKeys(event, desk) } },
        el("h2", {}, form.title),
        el("div", { class: "desk-fields" }, form.content),
        fault,
        el(
          "div",
          { class: "desk-end" },
          send,
          button("Cancel", () => desk.leave(), { class: "action" }),
          form.hint && el("span", { class: "faint" }, form.hint),
        ),
      ),
    );
    host.hidden = false;
    panel.classList.toggle("writing", Boolean(form.full));
    panel.classList.toggle("choosing", Boolean(form.elsewhere));
    now.before = valuesIn(host);
    // Who has to choose something in the map is best left there.
    if (form.elsewhere) focusMap();
    else {
      const field = firstField(host);
      field?.focus();
      field?.select?.();
    }
    tell();
  };

  const close = () => {
    const form = now;
    const inside = host.contains(document.activeElement);
    now = null;
    host.hidden = true;
    panel.classList.remove("writing", "choosing");
    clear(host);
    form.ended?.();
    if (inside) focusMap();
    tell();
  };

  store.on((state, before, changed) => {
    if (!now) return;
    // Who goes on to something else without a word written is done with the form.
    if (changed.has("selected") && !now.elsewhere && !busy && !desk.dirty) close();
    if (!now || !changed.has("panel") || state.panel) return;
    // Who closes the panel wants to be rid of the form too, but not of what is written in it.
    if (desk.dirty || busy) {
      store.set({ panel: before.panel });
      page.say("What you wrote is not saved yet.");
    } else close();
  });
  addEventListener("beforeunload", (event) => desk.dirty && event.preventDefault());
  return desk;
};

/** To the card or line that has the tab stop. */
export const focusMap = () =>
  [...document.querySelectorAll('.main [role="tree"] [tabindex="0"]')]
    .find((one) => one.getClientRects().length)
    ?.focus({ preventScroll: true });

/** Escape leaves; Enter sends a text of one line, Ctrl+Enter any. No key of the page counts in a form. */
const deskKeys = (event, desk) => {
  event.stopPropagation();
  if (event.isComposing) return;
  const { key, target } = event;
  const sends =
    event.ctrlKey || event.metaKey || (!event.shiftKey && target.dataset.line !== undefined);
  if (key === "Escape") desk.leave();
  else if (key === "Enter" && sends) desk.send();
  else return;
  event.preventDefault();
};

const firstField = (host) => host.querySelector("textarea, input, select, .first");

/** What is filled in, as one text. */
const valuesIn = (host) =>
  JSON.stringify(
    [...host.querySelectorAll("input, select, textarea")].map((one) =>
      one.type === "checkbox" || one.type === "radio" ? one.checked : one.value,
    ),
  );
