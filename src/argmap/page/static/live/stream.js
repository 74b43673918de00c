// News from the server as it happens; a stream that breaks is opened again.

const AGAIN = 1500; // milliseconds until a stream that was refused is asked for again
const QUIET = 1200; // milliseconds without a server before anything is said
const PARKED = 30_000; // milliseconds until a page that nobody sees lets go of its stream

/**
 * Listens to `event` of the stream at `address`: `told(data, again)` of each, `again` if the stream
 * was away before; `lost(true or false)` when the server is away, and when it is back.
 */
export const listen = (address, event, told, lost) => {
  let stream = null;
  let away = false;
  let warning = 0;
  let retry = 0;

  const open = () => {
    close();
    stream = new EventSource(address);
    stream.addEventListener(event, (news) => {
      const was = away;
      back();
      told(JSON.parse(news.data), was);
    });
    stream.onerror = () => {
      away = true;
      warning ||= setTimeout(() => lost(true), QUIET);
      // A browser asks again by itself unless it was refused.
      if (stream?.readyState === EventSource.CLOSED) retry ||= setTimeout(open, AGAIN);
    };
  };
  const back = () => {
    clearTimeout(warning);
    warning = 0;
    if (away) lost(false);
    away = false;
  };
  const close = () => {
    clearTimeout(retry);
    retry = 0;
    stream?.close();
    stream = null;
  };
  const comeBack = () => {
    away = true;
    open();
  };
  // A browser opens few streams to one server: a page that nobody sees lets go of its own.
  let leaving = 0;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(close, PARKED);
    else if (!stream) comeBack();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (shown) => shown.persisted && comeBack());
  open();
};
