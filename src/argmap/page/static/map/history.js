// Selection, view and focus in the address: deep links, and the browser's back and forward.

import { STEPS } from "./store.js";

const VIEWS = ["picture", "outline", "reading"];

/** The address of a state: `#claim-id&view=outline&focus=claim-id`, without what is as at first. */
export const toHash = (state) => {
  const parts = [encodeURIComponent(state.selected)];
  if (state.view !== "picture") parts.push(`view=${state.view}`);
  if (state.focus) parts.push(`focus=${encodeURIComponent(state.focus)}`);
  const hash = parts.join("&");
  return hash ? `#${hash}` : "#";
};

/** What an address asks for, as far as the map has it. */
export const fromHash = (hash, model) => {
  const [first, ...rest] = hash.replace(/^#/, "").split("&");
  const said = new Map(
    rest.map((part) => part.split("=", 2)).map(([key, value]) => [key, decoded(value)]),
  );
  const selected = decoded(first);
  const view = said.get("view");
  return {
    selected: model.has(selected) ? selected : "",
    view: VIEWS.includes(view) && (view !== "reading" || model.data.texts) ? view : "picture",
    focus: model.isClaim(said.get("focus")) ? said.get("focus") : "",
  };
};

/** Keeps address and state alike; opens what the address asks for. */
export const mountHistory = (store) => {
  const follow = () => {
    const { selected, view, focus } = fromHash(location.hash, store.model);
    store.set({ view, focus }, { record: false });
    if (selected) store.reveal(selected, { record: false });
    else store.set({ selected: "" }, { record: false });
  };
  store.on((state, before, changed, { record }) => {
    if (!STEPS.some((key) => changed.has(key))) return;
    const hash = toHash(state);
    if (hash === (location.hash || "#")) return;
    try {
      history[record ? "pushState" : "replaceState"](null, "", hash);
    } catch {
      // Some viewers of files forbid it; then there is no deep link.
    }
  });
  addEventListener("popstate", follow);
  follow();
};

const decoded = (text) => {
  try {
    return decodeURIComponent(text ?? "");
  } catch {
    return "";
  }
};
