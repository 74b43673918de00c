// Which annotations are shown: those whose annotator is not hidden, nor all of their labels.

/** The threads at a part that the filters let through, with the replies that they let through. */
export const threadsShown = (model, state, part) => shownOf(model.threads(part), state);

/** How many annotations these are, replies and all. */
export const threadCount = (model, state, part) => sizeOf(threadsShown(model, state, part));

/** The annotations of some threads, replies and all. */
export const everySaid = (threads) => {
  const found = [];
  const waiting = [...threads].reverse();
  while (waiting.length) {
    const thread = waiting.pop();
    found.push(thread);
    waiting.push(...[...thread.replies].reverse());
  }
  return found;
};

const sizeOf = (threads) => everySaid(threads).length;

const shownOf = (threads, state) => {
  if (!state.annotators.size && !state.labels.size) return threads;
  return threads
    .filter((thread) => !state.annotators.has(thread.by) && !labelsHidden(thread, state))
    .map((thread) => ({ ...thread, replies: shownOf(thread.replies, state) }));
};

const labelsHidden = (thread, state) =>
  thread.labels.length > 0 && thread.labels.every(([name]) => state.labels.has(name));
