// A source text cut where quotes and unused passages begin and end. Offsets count code points.

/**
 * The blocks of a text as lists of pieces {text, quotes, unused}: `quotes` are the numbers of the
 * quotes that hold the piece, `unused` whether no claim uses it.
 */
export const cutUp = ({ blocks, quotes, uncited }) => {
  const edges = new Set();
  for (const { start, end } of quotes) edges.add(start).add(end);
  for (const [start, end] of uncited) edges.add(start).add(end);
  const cuts = [...edges].sort((one, other) => one - other);
  let cut = 0;
  let unusedAt = 0;
  let firstOpen = 0;
  return blocks.map((block) => {
    const letters = Array.from(block.text);
    const end = block.start + letters.length;
    const pieces = [];
    let from = block.start;
    while (cut < cuts.length && cuts[cut] <= from) cut += 1;
    while (from < end) {
      const to = cut < cuts.length && cuts[cut] < end ? cuts[cut] : end;
      while (unusedAt < uncited.length && uncited[unusedAt][1] <= from) unusedAt += 1;
      // Quotes are sorted by their start; those that ended before are not looked at again.
      while (firstOpen < quotes.length && quotes[firstOpen].end <= from) firstOpen += 1;
      const holding = [];
      for (let at = firstOpen; at < quotes.length && quotes[at].start < to; at += 1) {
        if (quotes[at].end > from) holding.push(at);
      }
      pieces.push({
        text: letters.slice(from - block.start, to - block.start).join(""),
        quotes: holding,
        unused: unusedAt < uncited.length && uncited[unusedAt][0] <= from,
      });
      from = to;
      if (cuts[cut] === to) cut += 1;
    }
    return pieces;
  });
};
