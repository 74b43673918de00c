// A claim or a step named somewhere, as a link that leads to it.

import { el } from "./dom.js";

/** The address of a part within the page. */
export const addressOf = (id) => `#${encodeURIComponent(id)}`;

/** A link to a part; following it selects the part and brings it into view. */
export const partLink = (store, id, content = store.model.textOf(id), attrs = {}) =>
  el(
    "a",
    {
      href: addressOf(id),
      dir: "auto",
      ...attrs,
      on: {
        click: (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          store.reveal(id);
        },
      },
    },
    content,
  );
