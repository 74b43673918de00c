// To choose a place in the map: the form waits, and what is selected meanwhile is the place – by a
// click in the picture or the outline, by the arrows there, or by the search.

import { attempt } from "./attempt.js";
import { el } from "../parts/dom.js";
import { choiceOf, labelled, radios } from "./fields.js";

const KINDS = {
  move: { title: "Move", words: "Move here", done: "Moved", stance: true },
  reuse: { title: "Use once more", words: "Use it here", done: "Used here too", stance: true },
  join: { title: "Link with another", words: "Link them", done: "Linked", stance: false },
};
const FIRST = "first of all";

/** The form of "move" (a step), "reuse" (a claim) or "join" (a step). */
export const pickForm = ({ session, desk, say, store }, kind, id) => {
  const { title, words, done, stance: asks } = KINDS[kind];
  const of = session.live.version;
  const step = store.model.argument(id);
  const premises = step ? step.premises : [id];
  const begin = store.state.selected;
  let place = "";
  let moved = false; // something else than at first was selected

  const chosen = el("p", { class: "picked", role: "status" });
  const after = choiceOf([["", "behind the others"]]);
  const stance = radios(
    "It speaks",
    [
      ["for", "for it"],
      ["against", "against it"],
    ],
    step?.stance ?? "for",
    () => offer(),
  );
  const order = labelled("Where", after);

  const offer = () => {
    order.hidden = !asks || !place;
    if (!place) return;
    const { model } = store;
    const beside = model
      .bearing(place)
      .filter(([on, one]) => on !== id && one.stance === stance.value());
    const rows = beside.map(([on]) => [on, `behind “${clipped(model.textOf(on))}”`]);
    const last = rows.length
      ? [["", "behind the others"], [FIRST, "before the others"], ...rows.slice(0, -1)]
      : [["", "the first one"]];
    const before = after.value;
    after.replaceChildren(...choiceOf(last).children);
    after.value = last.some(([value]) => value === before) ? before : "";
  };
  const show = () => {
    const { model, state } = store;
    moved ||= state.selected !== begin;
    const itself = state.selected === id || premises.includes(state.selected);
    const wrong =
      moved && state.selected && !itself ? unfit(model, kind, premises, id, state.selected) : "";
    place = moved && !itself && !wrong ? state.selected : "";
    chosen.classList.toggle("empty", !place);
    chosen.textContent = place
      ? `${model.isClaim(place) ? "" : "The step from: "}${model.textOf(place)}`
      : wrong || "Nothing is chosen yet.";
    offer();
  };
  const off = store.on((state, before, changed) => {
    if (changed.has("selected") || changed.has("model")) show();
  });
  const keyed = (event) => {
    const inTree = event.target.closest?.('[role="tree"]');
    const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!sends && !(inTree && ["Enter", "Escape"].includes(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") desk.leave();
    else if (!place) say(`${chosen.textContent} Escape ends it.`);
    else if (sends) desk.send();
    else desk.focusSend();
  };
  document.addEventListener("keydown", keyed, { capture: true });

  const send = async () => {
    if (!place) return "Choose a claim first.";
    const behind = after.value === FIRST ? "" : after.value || undefined;
    const operations = {
      move: { do: "move", id, target: place, stance: stance.value(), after: behind },
      reuse: { do: "reuse", claim: id, target: place, stance: stance.value(), after: behind },
      join: {
        do: "join",
        argument: id,
        other: store.model.isClaim(place) ? store.model.claim(place).home : place,
      },
    };
    const result = await attempt(session, operations[kind], of);
    if (result.done) {
      store.reveal(store.model.has(premises[0]) ? premises[0] : result.id);
      say(done);
    }
    return result.wrong ?? "";
  };
  show();
  return desk.put({
    title,
    content: [
      el("p", { class: "desk-about", dir: "auto" }, store.model.textOf(id)),
      el(
        "p",
        { class: "how" },
        kind === "join"
          ? "Choose with which one it counts together"
          : "Choose what it is to bear on",
        ": a click in the picture or the outline, the arrow keys there and Enter, or the search.",
      ),
      el("p", { class: "kicker" }, kind === "join" ? "Together with" : "Under"),
      chosen,
      asks && stance.group,
      asks && order,
    ],
    words,
    hint: "or Ctrl+Enter",
    send,
    elsewhere: true,
    ended: () => {
      off();
      document.removeEventListener("keydown", keyed, { capture: true });
    },
  });
};

/** Why something cannot be the place, or "". */
const unfit = (model, kind, premises, id, place) => {
  if (kind === "join") {
    const other = model.isClaim(place) ? model.claim(place).home : place;
    return other && other !== id ? "" : "Nothing can be linked with a thesis.";
  }
  return premises.some((one) => model.within(place, one)) ? "That hangs on what is moved." : "";
};

const clipped = (text) => (text.length > 50 ? `${text.slice(0, 49)}…` : text);
