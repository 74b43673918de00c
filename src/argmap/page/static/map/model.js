// The map as the page asks for it. Nothing here recurses: a map may be ten thousand claims deep.

import { createIndex } from "./lookup.js";

/** So many claims are shown at first; a map with more starts folded. */
export const SHOWN_AT_FIRST = 150;

/**
 * The map of `data` (see data.py, format 1).
 *
 * A claim stands at its home, elsewhere it is a reference; so the claims form a tree: below a claim
 * are the claims at home in the arguments on it, and in the arguments on those (undercuts).
 */
export const createModel = (data) => {
  const claims = new Map(Object.entries(data.claims));
  const arguments_ = new Map(Object.entries(data.arguments));
  const belowOf = new Map(Object.entries(data.below));
  const roles = new Map(
    Object.entries(data.people ?? {}).map(([id, { name, role }]) => [name || id, role]),
  );
  const sources = new Map((data.sources ?? []).map((source) => [source.id, source]));
  const threads = new Map(Object.entries(data.talk?.threads ?? {}));
  const marks = new Map(Object.entries(data.changes?.marks ?? {}));
  const theses = new Set(data.theses);
  const heat = new Map(Object.entries(data.heat?.at ?? {}));

  const below = (id) => belowOf.get(id) ?? [];
  const usedIn = usesOf(belowOf, arguments_);
  const exclusionsOf = exclusionPairs(data.exclusions ?? []);

  /** The arguments on a claim, each followed by those on it and so on. */
  const stepsOn = (claim) => {
    const found = [];
    const waiting = [...below(claim)].reverse();
    while (waiting.length) {
      const id = waiting.pop();
      found.push(id);
      waiting.push(...[...below(id)].reverse());
    }
    return found;
  };

  /** The claims one level below, in reading order. */
  const kids = (claim) =>
    stepsOn(claim).flatMap((step) =>
      arguments_.get(step).premises.filter((premise) => claims.get(premise).home === step),
    );

  /** The claim below which a claim or an argument stands; "" for a top. */
  const parent = (id) => {
    let at = claims.has(id) ? claims.get(id).home : arguments_.get(id)?.target;
    while (arguments_.has(at)) at = arguments_.get(at).target;
    return at ?? "";
  };

  const tops = [...data.theses, ...data.shared];
  const { order, level, place, count } = readingOrder(tops, kids, claims);

  const model = {
    data,
    tops,
    /** All claim ids in reading order. */
    order,
    size: order.length,
    /** A claim by its id, or undefined. */
    claim: (id) => claims.get(id),
    argument: (id) => arguments_.get(id),
    part: (id) => claims.get(id) ?? arguments_.get(id),
    has: (id) => claims.has(id) || arguments_.has(id),
    isClaim: (id) => claims.has(id),
    isThesis: (id) => theses.has(id),
    /** Ids of the arguments that bear on a claim or an argument, in reading order. */
    below,
    /** The same as [id, argument] pairs. */
    bearing: (id) => below(id).map((on) => [on, arguments_.get(on)]),
    stepsOn,
    /** Ids of the arguments in which a claim is a premise, without exclusions. */
    usedIn: (claim) => usedIn.get(claim) ?? [],
    /** The claims that a claim excludes. */
    excludes: (claim) => exclusionsOf.get(claim) ?? [],
    kids,
    parent,
    /** The claims above, the nearest first, up to the top. */
    path: (id) => {
      const way = [];
      for (let at = parent(id); at; at = parent(at)) way.push(at);
      return way;
    },
    /** How many claims stand below a claim. */
    count: (claim) => count.get(claim) ?? 0,
    /** 0 for a top. */
    level: (claim) => level.get(claim) ?? 0,
    /** The place of a claim in `order`. */
    place: (claim) => place.get(claim) ?? -1,
    /** Whether `id` is `branch` or stands below it. */
    within: (id, branch) => {
      const claim = claims.has(id) ? id : parent(id);
      const from = place.get(branch) ?? -1;
      const at = place.get(claim) ?? -1;
      return from >= 0 && at >= from && at <= from + count.get(branch);
    },
    textOf: (id) =>
      claims.has(id)
        ? claims.get(id).text
        : (arguments_.get(id)?.premises ?? [])
            .map((premise) => claims.get(premise).text)
            .join(" + "),
    /** What a claim does: "for", "against", "explains", each at most once, in this order. */
    signsOf: (claim) => {
      const signs = new Set((usedIn.get(claim) ?? []).map((id) => signOf(arguments_.get(id))));
      return ["for", "against", "explains"].filter((sign) => signs.has(sign));
    },
    /** What somebody is, by the name that stands in `by`. */
    role: (name) => roles.get(name) ?? "",
    source: (id) => sources.get(id),
    threads: (id) => threads.get(id) ?? [],
    /** Every id with threads, as the map is read; the whole work first, what is lost last. */
    talked: () => {
      const at = (id) => (id ? (place.get(id) ?? place.get(parent(id)) ?? Infinity) : -1);
      return [...threads.keys()].sort((one, other) => at(one) - at(other));
    },
    mark: (id) => marks.get(id),
    heat: (id) => heat.get(id),
    defaultFolded: () => defaultFolded(data, model),
  };
  model.search = createIndex(model);
  return model;
};

/** What an argument does to its target: "for", "against" or "explains". */
export const signOf = (argument) => (argument.explains ? "explains" : argument.stance);

/** The arguments of each claim, without those that only say that two claims exclude each other. */
const usesOf = (belowOf, arguments_) => {
  const found = new Map();
  for (const ids of belowOf.values()) {
    for (const id of ids) {
      for (const premise of arguments_.get(id).premises) {
        if (found.has(premise)) found.get(premise).push(id);
        else found.set(premise, [id]);
      }
    }
  }
  return found;
};

const exclusionPairs = (exclusions) => {
  const found = new Map();
  for (const [one, other] of exclusions) {
    found.set(one, [...(found.get(one) ?? []), other]);
    found.set(other, [...(found.get(other) ?? []), one]);
  }
  return found;
};

/** Reading order, depth, and number of claims below, for every claim. */
const readingOrder = (tops, kids, claims) => {
  const order = [];
  const level = new Map();
  const place = new Map();
  const count = new Map();
  const over = new Map();
  const from = (top) => {
    const waiting = [[top, 0, ""]];
    while (waiting.length) {
      const [claim, depth, above] = waiting.pop();
      if (level.has(claim)) continue;
      level.set(claim, depth);
      place.set(claim, order.length);
      over.set(claim, above);
      order.push(claim);
      for (const kid of kids(claim).reverse()) waiting.push([kid, depth + 1, claim]);
    }
  };
  tops.forEach(from);
  // What no top leads to is shown nevertheless.
  for (const claim of claims.keys()) {
    if (!level.has(claim)) {
      tops.push(claim);
      from(claim);
    }
  }
  for (const claim of [...order].reverse()) {
    count.set(claim, count.get(claim) ?? 0);
    const above = over.get(claim);
    if (above) count.set(above, (count.get(above) ?? 0) + count.get(claim) + 1);
  }
  return { order, level, place, count };
};

/** The claims that start folded: none in a small map; else from the depth that would show too many. */
const defaultFolded = (data, model) => {
  if (data.changes?.folded) return new Set(data.changes.folded);
  if (model.size <= SHOWN_AT_FIRST) return new Set();
  const sizes = [];
  for (const claim of model.order) {
    sizes[model.level(claim)] = (sizes[model.level(claim)] ?? 0) + 1;
  }
  let depth = 0;
  let shown = sizes[0];
  while (depth + 1 < sizes.length && shown + sizes[depth + 1] <= SHOWN_AT_FIRST) {
    depth += 1;
    shown += sizes[depth];
  }
  return new Set(model.order.filter((claim) => model.level(claim) >= depth && model.count(claim)));
};
