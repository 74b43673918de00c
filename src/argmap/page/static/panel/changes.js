// The edits of a diff: what they are in sum, one after the other, and all of them as a list.

import { button, clear, el } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { pieces } from "../map/wording.js";
import { capital } from "../map/words.js";

/** So many edits are listed at a time; the arrows reach the others. */
const LISTED_EDITS = 300;

/** Goes to the next edit (1) or the previous one (-1), around the ends. */
export const stepEdits = (store, by) => {
  const number = store.model.data.changes?.edits.length ?? 0;
  if (!number) return;
  const { edit } = store.state;
  goToEdit(store, edit < 0 ? (by > 0 ? 0 : number - 1) : (edit + by + number) % number);
};

/** Shows an edit: its claim or step is selected and brought into view. */
const goToEdit = (store, at) => {
  const edit = store.model.data.changes.edits[at];
  const there = [edit.id, ...(edit.others ?? [])].find((id) => store.model.has(id));
  if (there) store.reveal(there, { edit: at });
  else store.set({ edit: at });
};

/** The panel of the diff, kept up to date in `host`. */
export const mountChanges = (host, store) => {
  const where = el("span", { class: "edit-count", role: "status" });
  const list = el("ol", { class: "edits" });
  const turn = (name, label, by) =>
    button(icon(name), () => stepEdits(store, by), {
      class: "tool",
      title: label,
      "aria-label": label,
    });
  const build = () => {
    const { changes } = store.model.data;
    const { edits } = changes;
    clear(
      list,
      edits.slice(0, LISTED_EDITS).map((edit, at) => editRow(store, edit, at)),
    );
    clear(
      host,
      el("h2", { class: "kicker" }, "What changed"),
      el("p", { class: "faint", dir: "auto" }, `${changes.old} → ${changes.new}`),
      changes.summary.map((line) => el("p", { dir: "auto" }, line)),
      edits.length > 0
        ? el(
            "div",
            { class: "edit-steps" },
            turn("up", "Previous edit", -1),
            where,
            turn("down", "Next edit", 1),
          )
        : el("p", {}, "Both versions say the same."),
      list,
      edits.length > LISTED_EDITS &&
        el(
          "p",
          { class: "faint" },
          `The list has the first ${LISTED_EDITS} of ${edits.length} edits.`,
        ),
    );
    mark();
  };
  const mark = () => {
    const { edit } = store.state;
    const number = store.model.data.changes.edits.length;
    where.textContent = edit < 0 ? `${number} edits` : `${edit + 1} of ${number}`;
    list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const row = list.children[edit]?.querySelector("button");
    row?.setAttribute("aria-current", "step");
    row?.scrollIntoView({ block: "nearest" });
  };
  store.on((state, before, changed) => {
    if (!store.model.data.changes) return;
    if (changed.has("model")) build();
    else if (changed.has("edit") || changed.has("panel")) mark();
  });
  build();
};

const editRow = (store, edit, at) =>
  el(
    "li",
    { class: edit.depth ? `${edit.grade} deeper` : edit.grade },
    button(
      [
        el(
          "span",
          { class: "edit-kind" },
          capital(edit.word),
          el("span", { class: "chip" }, edit.grade),
        ),
        edit.lines.map((line) => el("span", { class: "edit-line", dir: "auto" }, pieces(line))),
      ],
      () => goToEdit(store, at),
    ),
  );
