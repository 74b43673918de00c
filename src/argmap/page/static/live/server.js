// What the page asks the server, and what the server is told.

/**
 * The server of one map. Each answer is {status, data}: status 0 if nobody answers; `data.message`
 * says what is wrong, for a person.
 */
export const createServer = (map) => {
  const query = `map=${encodeURIComponent(map)}`;
  const server = {
    /** Needed for writing; another one after each start of the server. */
    token: "",
    get: (path, more = {}) => request(`${path}?${query}${worded(more)}`, {}),
    post: (path, body) =>
      request(`${path}?${query}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Argmap-Token": server.token },
        body: JSON.stringify(body),
      }),
  };
  return server;
};

const BROKEN = "The answer of the server broke off. Look whether it was saved.";

const worded = (more) =>
  Object.entries(more)
    .map(([key, value]) => `&${key}=${encodeURIComponent(value)}`)
    .join("");

/** Asks, and gives {status, data} whatever happens. */
export const request = async (address, settings) => {
  try {
    const answer = await fetch(address, settings);
    const data = await answer.json().catch(() => null);
    if (answer.ok && !data) return { status: 0, data: { message: BROKEN } };
    const message = data?.message ?? `The server answered with ${answer.status}.`;
    return { status: answer.status, data: answer.ok ? data : { ...data, message } };
  } catch {
    return { status: 0, data: { message: "The server does not answer. Nothing was saved." } };
  }
};
