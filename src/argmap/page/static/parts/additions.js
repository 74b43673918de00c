// What a live page adds to panels, keys and notes; in a file nothing is added.

const makers = new Map();

/** From now on `make(...)` gives what is added at a place of the page. */
export const addAt = (place, make) => makers.set(place, make);

/** What is added at a place: children for an element, or rows of a table; null if nothing is. */
export const additionsAt = (place, ...told) => makers.get(place)?.(...told) ?? null;
