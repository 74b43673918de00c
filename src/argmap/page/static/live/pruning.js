// What goes along when something is removed, as the server will do it.

/**
 * The ids that a map loses with a claim or an argument: what bears on it, and what is used nowhere
 * else; first the one named.
 */
const goesWith = (model, id) => {
  const gone = new Set([id]);
  const rest = [id];
  const lost = (one) => gone.has(one);
  // Two claims that exclude each other bear on each other.
  const useless = (claim) =>
    !model.isThesis(claim) && [...model.usedIn(claim), ...model.excludes(claim)].every(lost);
  while (rest.length) {
    const at = rest.pop();
    const step = model.argument(at);
    const loose = [
      ...model.below(at),
      ...(step ? step.premises : model.excludes(at)).filter(useless),
      ...(step ? [] : model.usedIn(at).filter((one) => model.argument(one).premises.every(lost))),
    ];
    for (const one of loose) {
      if (gone.has(one)) continue;
      gone.add(one);
      rest.push(one);
    }
  }
  return [...gone];
};

/** How many of them are claims. */
export const claimsLost = (model, id) => goesWith(model, id).filter(model.isClaim).length;
