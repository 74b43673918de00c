// The page and its server: what is shown, what the file holds by now, and what is sent to change it.

import { createModel } from "../map/model.js";
import { renamesBetween } from "./renames.js";
import { createServer } from "./server.js";
import { listen } from "./stream.js";

/** How a map stands on the server, as answers tell it. */
const STANDING = ["version", "current", "notes", "gone", "faults", "writable", "undo", "redo"];

/**
 * The session of a page: `live` is how the map stands (see data.live), `store` is set as soon as
 * there is a page. `on(fn)` tells `fn(live)` now and whenever that is otherwise.
 */
export const createSession = (first) => {
  const listeners = new Set();
  const server = createServer(first.map);
  server.token = first.token;
  let shown = versionOf(first);
  let waiting = null; // a question for all data that was not yet asked

  // One thing after the other, so that an old answer never comes behind a new one.
  let last = Promise.resolve();
  const inTurn = (act) => {
    const done = last.then(act);
    last = done.catch(() => {});
    return done;
  };

  const session = {
    server,
    store: null,
    live: { ...first, away: false },

    on: (listener) => {
      listeners.add(listener);
      listener(session.live);
    },
    stand: (patch) => {
      session.live = { ...session.live, ...patch };
      for (const listener of listeners) listener(session.live);
    },

    /** Asks how the map is now, and shows it. */
    refresh: () => {
      waiting ??= inTurn(async () => {
        waiting = null;
        const { status, data } = await server.get("/data");
        if (status === 200) take(data);
      });
      return waiting;
    },

    /**
     * Sends an operation that was made for a version of the map; {status, data}. What was done is
     * shown when it returns.
     */
    edit: (operation, version) =>
      inTurn(async () => {
        const answer = await send("/edit", { version, operation });
        if (answer.status === 200) take(answer.data, Object.entries(answer.data.renamed));
        return answer;
      }),

    /** "undo" or "redo". */
    step: (what) =>
      inTurn(async () => {
        const answer = await send("/edit", { do: what });
        if (answer.status === 200) take(answer.data);
        return answer;
      }),

    /** Sends what is to be done about a note. */
    note: (asked) =>
      inTurn(async () => {
        const answer = await send("/notes", asked);
        if (answer.status === 200) take(answer.data);
        return answer;
      }),

    /** Follows the file from now on. */
    follow: () =>
      listen(
        `/events?map=${encodeURIComponent(first.map)}`,
        "changed",
        (news, again) =>
          inTurn(() => {
            const { live } = session;
            // A server that was started anew knows another token.
            if (again || ["current", "notes", "gone"].some((key) => news[key] !== live[key]))
              session.refresh();
          }),
        (away) => session.stand({ away }),
      ),
  };

  /** Takes an answer with data: the page shows them, and goes on where it was. */
  const take = (answer, renamed = []) => {
    const patch = Object.fromEntries(
      STANDING.filter((key) => key in answer).map((key) => [key, answer[key]]),
    );
    const { data } = answer;
    if (data) {
      server.token = data.live.token;
      Object.assign(patch, data.live);
      if (versionOf(data.live) !== shown) {
        shown = versionOf(data.live);
        if (session.store) show(data, renamed);
      }
    }
    session.stand(patch);
  };

  const show = (data, renamed) => {
    const { store } = session;
    const model = createModel(withTalk(data));
    const every = new Map([...renamesBetween(store.model, model), ...renamed]);
    store.replace(model, every);
  };

  const send = async (path, body) => {
    const answer = await server.post(path, body);
    if (answer.status !== 401 && answer.status !== 403) return answer;
    const now = await server.get("/data");
    if (now.status !== 200) return answer;
    const { token } = server;
    take(now.data);
    return token === server.token ? answer : server.post(path, body);
  };
  return session;
};

/** Data in which there is talk, if only an empty one: on a server notes can be written. */
export const withTalk = (data) => ({
  ...data,
  talk: data.talk ?? { annotators: [], labels: [], threads: {} },
});

const versionOf = (live) => `${live.version} ${live.notes}`;
