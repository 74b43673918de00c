// The usual acts beside the selected card: a small bar that goes where the card goes.

import { focusMap } from "./desk.js";
import { button, clear, el } from "../parts/dom.js";
import { liveIcon } from "./liveicons.js";
import { menuButton } from "../parts/menu.js";
import { USUAL, actsOn } from "./writing.js";

const GAP = 8; // pixels between card and bar
const EDGE = 4; // pixels between bar and window
const SETTLING = 450; // milliseconds in which cards may still glide

/** The bar over the picture; `drag(event, id)` begins to drag the card by its grip. */
export const mountCardBar = ({ session, store, desk, editor, drag }) => {
  const host = document.querySelector(".picture-view");
  const picture = host.querySelector(".picture");
  const bar = el("div", {
    class: "card-bar",
    lang: "en",
    dir: "ltr",
    role: "group",
    "aria-label": "The selected claim",
    hidden: true,
  });
  host.append(bar);
  let about = "";
  let until = 0;
  let frame = 0;

  const fill = () => {
    const { model, state } = store;
    const every = actsOn(editor, model, state.selected);
    const short = { reason: "Reason", counterpoint: "Counterpoint" };
    const grip =
      model.claim(state.selected).home &&
      el(
        "span",
        {
          class: "grip",
          title: "Drag onto another card",
          "aria-hidden": "true",
          on: { pointerdown: (event) => drag(event, state.selected) },
        },
        liveIcon("grip"),
      );
    clear(
      bar,
      grip,
      every.slice(0, USUAL).map(({ name, words, key, run }) =>
        button([liveIcon(name), short[name]], run, {
          class: "bar-act",
          title: `${words} (${key})`,
          "aria-label": words,
        }),
      ),
      menuButton("More to do with the claim", liveIcon("more"), () =>
        actsOn(editor, store.model, store.state.selected)
          .slice(USUAL)
          .map(({ words, run }) => [words, run]),
      ),
    );
  };

  const place = () => {
    frame = 0;
    const card =
      picture.querySelector('[role="treeitem"].selected:not(.reference) .body') ??
      picture.querySelector('[role="treeitem"].selected:not(.reference)');
    // While the picture is on its way the bar would only be in it.
    const moving =
      picture.querySelector(".surface.moving") && !bar.contains(document.activeElement);
    const shown =
      card &&
      !moving &&
      host.offsetParent &&
      session.live.writable &&
      !desk.open &&
      store.model.isClaim(store.state.selected);
    if (!shown) {
      bar.hidden = true;
      return;
    }
    if (about !== store.state.selected) {
      about = store.state.selected;
      const focused = bar.contains(document.activeElement);
      fill();
      if (focused) focusMap();
    }
    bar.hidden = false;
    const [box, room] = [card.getBoundingClientRect(), host.getBoundingClientRect()];
    const { offsetWidth: width, offsetHeight: height } = bar;
    const away =
      box.right < room.left ||
      box.left > room.right ||
      box.bottom < room.top ||
      box.top > room.bottom;
    bar.hidden = away;
    const { x, y } = freest(picture, card, { box, room, width, height });
    bar.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    if (performance.now() < until) later();
  };
  const later = () => (frame ||= requestAnimationFrame(place));
  const follow = () => {
    until = performance.now() + SETTLING;
    later();
  };

  new MutationObserver(later).observe(picture.querySelector(".surface"), {
    attributes: true,
    attributeFilter: ["style", "class"],
  });
  new ResizeObserver(follow).observe(host);
  session.on(follow);
  desk.on(follow);
  store.on((state, before, changed) => {
    if (changed.has("model")) about = "";
    follow();
  });
};

/** Where a bar beside a card hides the least of other cards: below, above, or at a side. */
const freest = (picture, card, { box, room, width, height }) => {
  const within = (at, least, most) => Math.max(least, Math.min(most, at));
  const spots = [
    [box.left, box.bottom + GAP],
    [box.left, box.top - GAP - height],
    [box.right + GAP, box.top],
    [box.left - GAP - width, box.top],
  ].map(([x, y]) => ({
    x: within(x - room.left, EDGE, room.width - width - EDGE),
    y: within(y - room.top, EDGE, room.height - height - EDGE),
  }));
  const others = [...picture.querySelectorAll('[role="treeitem"]')].map(
    (one) => one.querySelector(".body") ?? one,
  );
  const boxes = others.map((one) => one.getBoundingClientRect());
  const hidden = ({ x, y }) => {
    const [left, top] = [x + room.left, y + room.top];
    const shared = (one) =>
      Math.max(0, Math.min(one.right, left + width) - Math.max(one.left, left)) *
      Math.max(0, Math.min(one.bottom, top + height) - Math.max(one.top, top));
    return boxes.reduce((sum, one, at) => sum + shared(one) * (others[at] === card ? 3 : 1), 0);
  };
  return spots
    .map((spot) => [hidden(spot), spot])
    .reduce((best, one) => (one[0] < best[0] ? one : best))[1];
};
