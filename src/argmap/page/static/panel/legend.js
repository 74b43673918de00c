// What the signs of this map mean.

import { clear, el } from "../parts/dom.js";
import { drawn, signsIn } from "../map/signs.js";

/** The signs that occur, kept up to date in `host`. */
export const mountLegend = (host, store) => {
  const show = () =>
    clear(
      host,
      el("h2", { class: "kicker" }, "Signs in this map"),
      el(
        "ul",
        { class: "signs" },
        signsIn(store.model).map(([sign, meaning]) =>
          el("li", {}, drawn(sign), el("span", {}, meaning)),
        ),
      ),
    );
  store.on((state, before, changed) => changed.has("model") && show());
  show();
};
