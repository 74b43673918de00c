// Short messages: seen for a moment, and read out by screen readers.

import { el } from "./dom.js";

const SEEN = 4000; // milliseconds

/** A place for messages, and `say(text)`. */
export const mountStatus = () => {
  const place = el("div", { class: "status", role: "status" });
  let ending = 0;
  const say = (text) => {
    clearTimeout(ending);
    place.textContent = text;
    place.classList.toggle("seen", Boolean(text));
    ending = setTimeout(() => say(""), SEEN);
  };
  return { place, say: (text) => say(text) };
};
