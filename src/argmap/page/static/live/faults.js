// The faults of the file, and whether the server is there: strips above the map, which stays as it is.

import { button, clear, el } from "../parts/dom.js";
import { counted } from "../map/words.js";

const AWAY = "The server does not answer. The page goes on as soon as it is back.";

/** The strips of a session; what is new in them is read out. */
export const mountFaults = (session) => {
  const lost = el("div", { class: "strip lost" });
  const list = el("details", { class: "strip faults", hidden: true });
  const heard = el("div", { class: "heard", role: "status" });
  let told = "";
  let title = "";
  let dismissed = "";

  const show = (live) => {
    const errors = live.faults.filter(({ severity }) => severity === "error").length;
    const worth = live.faults.filter(({ severity }) => severity !== "hint");
    if (errors) dismissed = "";
    list.hidden = !worth.length || dismissed === kindsOf(worth);
    list.classList.toggle("grave", errors > 0);
    title = list.hidden ? "" : titleOf(live, errors, worth, session.store);
    const dismiss = () => {
      dismissed = kindsOf(worth);
      show(live);
    };
    const focused = list.contains(document.activeElement);
    clear(
      list,
      el("summary", {}, el("b", {}, title), firstOf(worth)),
      el("ol", { class: "fault-list" }, worth.map(faultShown)),
      !errors && button("Not now", dismiss, { class: "plain-button" }),
    );
    if (focused) list.querySelector("summary").focus();
    if (!session.store) list.open = true;
  };
  session.on((live) => {
    lost.textContent = live.away ? AWAY : "";
    const now = JSON.stringify([live.faults, live.gone]);
    if (now !== told) show(live);
    told = now;
    const news = [lost.textContent, title].filter(Boolean).join(" ");
    if (heard.textContent !== news) heard.textContent = news;
  });
  const attrs = { class: "strips", lang: "en", dir: "ltr", "aria-label": "How the file stands" };
  return el("section", attrs, lost, list, heard);
};

const titleOf = (live, errors, worth, store) => {
  if (live.gone) return `The file is gone${store ? " – the last picture stays" : ""}`;
  if (!errors) return counted(worth.length, "warning");
  return counted(errors, "fault") + (store ? " – the picture shows the last good version" : "");
};

const spotOf = ({ line, column }) => (line ? `${line}:${column}` : "");

/** The first fault beside the title, so that nothing need be opened for a slip of a key. */
const firstOf = ([fault]) =>
  fault &&
  el("span", { class: "first-fault" }, [spotOf(fault), fault.message].filter(Boolean).join(" "));

const faultShown = (fault) =>
  el(
    "li",
    { class: fault.severity },
    el(
      "p",
      {},
      fault.line > 0 &&
        el("span", { class: "place" }, `line ${fault.line}, column ${fault.column}`),
      el("span", { dir: "auto" }, fault.message),
    ),
    fault.excerpt &&
      el(
        "pre",
        { dir: "ltr", tabindex: "0", "aria-label": `Line ${fault.line} of the file` },
        `${fault.excerpt}\n${fault.caret}`,
      ),
    fault.remedy && el("p", { class: "remedy", dir: "auto" }, fault.remedy),
  );

const kindsOf = (faults) => faults.map(({ code, message }) => `${code} ${message}`).join("\n");
