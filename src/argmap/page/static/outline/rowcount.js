// How much of the outline is shown, so that the browser need not lay out what is off the screen.

/** The height of a row as far as it is not known, in pixels. */
const ROW = 54;

/** For each claim, the height that its item will have, roughly: its row and those shown below it. */
export const heightsOf = (model, folded) => {
  const below = new Map();
  const heights = new Map();
  for (const claim of [...model.order].reverse()) {
    const height = ROW + (folded.has(claim) ? 0 : (below.get(claim) ?? 0));
    heights.set(claim, height);
    const parent = model.parent(claim);
    if (parent) below.set(parent, (below.get(parent) ?? 0) + height);
  }
  return heights;
};
