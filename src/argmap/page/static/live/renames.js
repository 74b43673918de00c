// Ids that follow the text: which claim of the new version is one of the old, though it is called otherwise.

/**
 * Old id -> new id of what was renamed: a claim that is gone and one that is new at the same place,
 * below the same claim, with the same role and number.
 */
export const renamesBetween = (old, now) => {
  const renamed = new Map();
  const gone = old.order.filter((id) => !now.has(id));
  if (!gone.length) return renamed;
  const same = (id) => id;
  const placeNow = placesOf(now, same);
  const fresh = new Map(now.order.filter((id) => !old.has(id)).map((id) => [placeNow(id), id]));
  // Claims above come first in reading order, so their new names are known.
  const called = (id) => renamed.get(id) ?? id;
  const placeThen = placesOf(old, called);
  for (const id of gone) {
    const found = fresh.get(placeThen(id));
    if (found) renamed.set(id, found);
  }
  for (const [id, argument] of Object.entries(old.data.arguments)) {
    const found = !now.has(id) && sameStep(now, argument, called);
    if (found) renamed.set(id, found);
  }
  return renamed;
};

/** Where a claim stands, as a text: a top by its number, another by what is above and its number there. */
const placesOf = (model, called) => {
  const numbers = new Map();
  const numbered = (above) => {
    if (!numbers.has(above)) {
      const beside = above ? model.kids(above) : model.tops;
      numbers.set(above, new Map(beside.map((id, at) => [id, at])));
    }
    return numbers.get(above);
  };
  return (id) => {
    const above = model.parent(id);
    return [called(above), model.signsOf(id).join(), numbered(above).get(id)].join("\n");
  };
};

const sameStep = (now, argument, called) => {
  const wanted = [called(argument.target), argument.stance, argument.premises.length].join("\n");
  return now.usedIn(called(argument.premises[0])).find((id) => {
    const one = now.argument(id);
    return [one.target, one.stance, one.premises.length].join("\n") === wanted;
  });
};
