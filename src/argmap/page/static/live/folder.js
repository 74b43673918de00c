// The maps of a folder as cards: thumbnails, search as you type, and all of it by keys.

import { clear, el } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { request } from "./server.js";
import { listen } from "./stream.js";
import { counted } from "../map/words.js";

const TYPING = 150; // milliseconds without a key before a search
const READING = 300; // milliseconds until a server that has more to read is asked again

const mountFolder = (body, data) => {
  const list = el("ul", { class: "maps", "aria-label": "Maps" });
  const count = el("p", { class: "faint", role: "status" });
  const lost = el("div", { class: "strip lost", role: "status" });
  let query = "";
  let waiting = 0;
  let asked = 0;

  // A card that says the same stays, and with it its picture.
  const cards = new Map();
  const cardOf = (map) => {
    const said = JSON.stringify(map);
    const known = cards.get(map.map);
    if (known?.said === said) return known.card;
    const card = mapCard(map);
    cards.set(map.map, { said, card });
    return card;
  };
  const show = ({ maps, more }) => {
    const focused = document.activeElement?.closest?.(".map-card")?.dataset.map;
    clear(list, maps.map(cardOf));
    if (focused)
      list.querySelector(`[data-map="${CSS.escape(focused)}"] a`)?.focus({ preventScroll: true });
    const found = query
      ? `${counted(maps.length, "map")} with “${query}”`
      : counted(maps.length, "map");
    count.textContent = more
      ? `${found}; still reading…`
      : maps.length || query
        ? found
        : "There is no map in this folder yet. A file with “claim:” in it is one.";
    if (more) waiting = setTimeout(load, READING);
  };
  const load = async () => {
    clearTimeout(waiting);
    const mine = (asked += 1);
    const { status, data: found } = await request(`/maps?q=${encodeURIComponent(query)}`, {});
    if (status === 200 && mine === asked) show(found);
  };
  const box = el("input", {
    type: "search",
    class: "search-box",
    placeholder: "Search all maps",
    "aria-label": "Search titles and claims of all maps",
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
    on: {
      input: () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => {
          query = box.value.trim();
          load();
        }, TYPING);
      },
      keydown: (event) => {
        if (event.key === "ArrowDown") list.querySelector("a")?.focus();
        else if (event.key === "Escape" && box.value)
          ((box.value = ""), box.dispatchEvent(new Event("input")));
        else return;
        event.preventDefault();
      },
    },
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && document.activeElement !== box) (box.focus(), box.select());
    else if (!walkCards(event, list, box)) return;
    event.preventDefault();
  });

  body.append(
    el(
      "header",
      { class: "bar folder-bar" },
      el("h1", { dir: "auto" }, data.title),
      el(
        "div",
        { class: "search-host" },
        el("div", { class: "search", role: "search" }, icon("search"), box),
      ),
    ),
    lost,
    el("main", { class: "folder" }, count, list),
  );
  show(data);
  listen(
    "/events",
    "maps",
    load,
    (away) =>
      (lost.textContent = away
        ? "The server does not answer. The page goes on as soon as it is back."
        : ""),
  );
};

/** The arrows among the cards as they stand on the screen; whether one of them was pressed. */
const walkCards = ({ key }, list, box) => {
  const at = document.activeElement?.closest?.(".map-card");
  if (!at || !["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(key))
    return false;
  const all = [...list.children];
  const first = all[0].getBoundingClientRect().top;
  const across = all.filter((one) => Math.abs(one.getBoundingClientRect().top - first) < 4).length;
  const next = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across }[key];
  const to = key === "Home" ? 0 : key === "End" ? all.length - 1 : all.indexOf(at) + next;
  (all[to]?.querySelector("a") ?? (to < 0 ? box : null))?.focus();
  return true;
};

const mapCard = ({
  map,
  href,
  thumb,
  title,
  question,
  thesis,
  claims,
  errors,
  warnings,
  changed,
  hits,
}) => {
  const name = title || question || thesis || map;
  const frame = el("div", { class: "thumb" });
  const none = () => clear(frame, "No picture").classList.add("none");
  if (errors && !claims) none();
  else
    frame.append(
      el("img", { src: thumb, alt: "", loading: "lazy", decoding: "async", on: { error: none } }),
    );
  return el(
    "li",
    { class: "map-card", "data-map": map },
    frame,
    el(
      "div",
      { class: "map-told" },
      el("h2", { dir: "auto" }, el("a", { href }, name)),
      (question && question !== name ? question : thesis !== name && thesis) &&
        el("p", { dir: "auto" }, question && question !== name ? question : thesis),
      el(
        "p",
        { class: "faint" },
        counted(claims, "claim"),
        errors > 0 && el("span", { class: "chip errors" }, counted(errors, "fault")),
        warnings > 0 && el("span", { class: "chip" }, counted(warnings, "warning")),
      ),
      el(
        "p",
        { class: "faint file-name" },
        el("bdi", {}, map),
        " · ",
        el(
          "time",
          { datetime: new Date(changed).toISOString() },
          new Date(changed).toLocaleDateString(undefined, { dateStyle: "medium" }),
        ),
      ),
      hits.length > 0 &&
        el(
          "ul",
          { class: "links" },
          hits.map(({ id, text }) =>
            el("li", {}, el("a", { href: `${href}#${encodeURIComponent(id)}`, dir: "auto" }, text)),
          ),
        ),
    ),
  );
};

const folderData = document.getElementById("argmap-data");
if (folderData) mountFolder(document.body, JSON.parse(folderData.textContent));
