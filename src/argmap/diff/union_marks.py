"""What became of each part of a union, as marks: a fate, badges, the words of a rewording."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.diff.compare import Comparison
from argmap.diff.edits import Edit, Kind, Part
from argmap.diff.report import summary
from argmap.diff.telling import Told, told
from argmap.diff.telling.phrases import Phrases, article
from argmap.diff.telling.pieces import worded
from argmap.diff.union_map import Joined
from argmap.model import Argument
from argmap.model.overlay import Fate, Mark, Overlay, Run

#: Characters of a claim that a badge names, of values in a badge, and of values in a note.
_NAMED, _VALUE, _LONG = 24, 40, 400
#: Lines on sources, people and what describes the map, and characters of each.
_LINES, _LINE = 6, 160

_RUNS: Mapping[str, Run] = {"gone": "gone", "came": "came"}
_ORDERS = {"premises": "premises", "order for": "reasons", "order against": "counterpoints"}
#: Which of two fates is shown.
_RANKS = (Fate.ADDED, Fate.REMOVED, Fate.MOVED, Fate.CHANGED)


@dataclass(slots=True)
class _Draft:
    """A mark that is being made."""

    fate: Fate | None = None
    badges: dict[str, None] = field(default_factory=dict)
    note: dict[str, None] = field(default_factory=dict)
    words: tuple[tuple[Run, str], ...] = ()

    def mark(self) -> Mark:
        return Mark(tuple(self.badges), None, "\n".join(self.note), self.fate, self.words)


def marked(comparison: Comparison, joined: Joined, old: str, new: str) -> Overlay:
    """The marks of a union whose versions are called `old` and `new`."""
    marker = _Marker(comparison, joined)
    for entry in _flat(told(comparison)):
        marker.tell(entry)
    versions = [f"Compared: {old} → {new}"] if old or new else ["Two versions compared"]
    return Overlay(
        {id: draft.mark() for id, draft in marker.drafts.items()},
        caption=(*versions, *summary(comparison), *_lines(marker.about)),
        compares=True,
    )


class _Marker:
    """Marks by the id in the union; `about` has what is told of no claim and no argument."""

    def __init__(self, comparison: Comparison, joined: Joined) -> None:
        self.comparison, self.map, self.names = comparison, joined.map, joined.names
        self.old, self.new = Phrases(comparison.old), Phrases(comparison.new)
        self.drafts: dict[str, _Draft] = {}
        self.about: list[Told] = []
        there = {**comparison.matching.new_of, **comparison.arguments}
        self.kept = set(there.values())
        for part in self.map.parts:
            if part.id not in self.kept:
                new = part.id in comparison.new.claim or part.id in comparison.new.argument
                self.put(part.id, Fate.ADDED if new else Fate.REMOVED)
        for id in joined.left.values():
            self.put(id, Fate.REMOVED, "stood here")

    def put(self, id: str, fate: Fate, badge: str = "", entry: Told | None = None) -> None:
        """Marks a part, if it is in the map; of several fates the first of `_RANKS` stays."""
        if id not in self.map.claim and id not in self.map.argument:
            return
        draft = self.drafts.setdefault(id, _Draft())
        if draft.fate is None or _RANKS.index(fate) < _RANKS.index(draft.fate):
            draft.fate = fate
        if badge:
            draft.badges[badge] = None
        if entry is not None:
            sentence = _sentence(entry)
            if sentence != badge:
                draft.note[sentence] = None

    def tell(self, entry: Told) -> None:
        """Puts an edit where it belongs."""
        edit = entry.edit
        if edit.part is Part.CLAIM:
            self.claim(entry, edit)
        elif edit.part is Part.ARGUMENT:
            self.argument(entry, edit)
        elif edit.field == "theses":
            self.theses(entry, edit)
        else:
            self.about.append(entry)

    def claim(self, entry: Told, edit: Edit) -> None:
        """An edit of a claim."""
        if edit.kind is Kind.ADDED:
            self.put(edit.id, Fate.ADDED, "added")
        elif edit.kind is Kind.INTERPOSED:
            self.put(edit.id, Fate.ADDED, "added between")
        elif edit.kind is Kind.REMOVED:
            self.put(self.names[edit.id], Fate.REMOVED, "removed")
        elif edit.kind is Kind.SPLIT:
            self.split(entry, edit)
        elif edit.kind is Kind.JOINED:
            self.joined(entry, edit)
        elif edit.kind in (Kind.MOVED, Kind.PROMOTED):
            for id in (edit.id, *edit.others):
                self.put(id, Fate.MOVED, self.moved(edit), entry)
        elif edit.kind is Kind.REWORDED:
            self.reword(edit.id, edit.before, edit.after)
            self.put(edit.id, Fate.CHANGED, _reworded(entry))
        else:
            self.detail(edit.id, entry)

    def argument(self, entry: Told, edit: Edit) -> None:
        """An edit of an argument; none is told twice where the claims at its ends tell it."""
        if edit.kind in (Kind.ADDED, Kind.REMOVED):
            whole = (one for one in edit.changes if one.part is Part.ARGUMENT and not one.field)
            for change in whole:
                id = change.id if edit.kind is Kind.ADDED else self.names[change.id]
                if id in self.map.argument:
                    self.put(id, Fate(edit.kind.value), edit.kind.value)
                else:
                    self.put(self.twin(change.before), Fate.CHANGED, "stood here twice", entry)
        elif edit.kind is Kind.TURNED:
            role = article(self.old.role(self.comparison.old.argument[edit.was]))
            self.put(edit.id, Fate.CHANGED, f"was {role}", entry)
        elif edit.kind in (Kind.MOVED, Kind.RETARGETED):
            self.put(edit.id, Fate.MOVED, self.moved(edit), entry)
        elif edit.kind is Kind.REGROUPED:
            self.put(edit.id, Fate.CHANGED, entry.word, entry)
        else:
            self.detail(edit.id, entry)

    def twin(self, gone: Argument) -> str:
        """The argument that says what one says that was removed and is not drawn for that."""
        premises = {self.names[id] for id in gone.premises}
        alike = (
            one.id
            for one in self.comparison.new.bearing.get(self.names[gone.target], ())
            if one.stance is gone.stance and premises.intersection(one.premises)
        )
        return next(alike, "")

    def detail(self, id: str, entry: Told) -> None:
        """A field, an order or an id that is another. A renaming alone is only noted: the picture
        shows no ids."""
        edit = entry.edit
        if edit.kind is Kind.RENAMED:
            self.drafts.setdefault(id, _Draft()).note[f"id: {edit.before} → {edit.after}"] = None
        elif edit.kind is Kind.REORDERED:
            self.put(id, Fate.CHANGED, f"{_ORDERS[edit.field]} in another order")
        else:
            self.put(id, Fate.CHANGED, _value(entry), entry)

    def split(self, entry: Told, edit: Edit) -> None:
        whole = self.names[edit.was]
        if whole in self.comparison.new.claim:
            self.reword(whole, edit.before, self.comparison.new.claim[whole].text)
            self.put(whole, Fate.CHANGED, "split", entry)
        else:
            self.put(whole, Fate.REMOVED, f"split into {len(edit.others)}", entry)
        for id in edit.others:
            if id != whole:
                self.put(id, Fate.ADDED, f"split off from {_quoted(edit.before)}")

    def joined(self, entry: Told, edit: Edit) -> None:
        fate = Fate.ADDED
        for id in (edit.was, *edit.others):
            if self.names[id] != edit.id:
                self.put(self.names[id], Fate.REMOVED, f"joined into {_quoted(edit.after)}")
            else:
                fate = Fate.CHANGED
                self.reword(edit.id, self.comparison.old.claim[id].text, edit.after)
        self.put(edit.id, fate, f"joined from {len(edit.others)}", entry)

    def reword(self, id: str, before: str, after: str) -> None:
        draft = self.drafts.setdefault(id, _Draft())
        pieces = worded(before, after)
        draft.words = tuple((_RUNS.get(piece.dress, "same"), piece.text) for piece in pieces)
        draft.note[f"before: “{before}”"] = None

    def moved(self, edit: Edit) -> str:
        """From where; what it was there is told at its step, if it is something else now."""
        up = " up" if edit.kind is Kind.PROMOTED else ""
        target = next((one.before for one in edit.changes if one.field == "target"), "")
        if target in self.comparison.old.argument:
            return f"moved{up} from a step"
        return f"moved{up} from: {_quoted(edit.before)}"

    def theses(self, entry: Told, edit: Edit) -> None:
        change = next(one for one in edit.changes if one.field == "theses")
        before = {self.names[id] for id in change.before}
        for id in sorted(before.symmetric_difference(change.after)):
            if id in self.kept:
                self.put(id, Fate.CHANGED, "no longer a thesis" if id in before else "now a thesis")
        self.about.append(entry)


def _flat(entries: Iterable[Told]) -> Iterator[Told]:
    stack = list(entries)[::-1]
    while stack:
        entry = stack.pop()
        yield entry
        stack += entry.below[::-1]


def _sentence(entry: Told) -> str:
    if entry.edit.kind is Kind.CHANGED and entry.edit.field != "theses":
        return _value(entry, _LONG)
    text = "".join(
        f"“{piece.text}”" if piece.dress in ("claim", "named") else piece.text
        for piece in entry.pieces
    )
    return f"{entry.word}: {text}"


def _value(entry: Told, most: int = _VALUE) -> str:
    """``speaker: A → B``, ``weight up: 0.2 → 0.5``, ``tags added: c``."""
    word, (change, *_) = entry.word, entry.edit.changes
    if isinstance(change.before, tuple):
        gone, came = (
            ", ".join(piece.text.strip() for piece in entry.pieces if piece.dress == dress)
            for dress in ("gone", "came")
        )
    else:
        gone, came = entry.edit.before, entry.edit.after
    if len(gone) + len(came) > most or not (gone or came):
        return f"{word} changed"
    if not (gone and came):
        return f"{word} {'removed' if gone else 'added'}: {gone or came}"
    if entry.edit.field in ("weight", "strength"):
        word += " up" if change.after > change.before else " down"
    return f"{word}: {gone} → {came}"


def _reworded(entry: Told) -> str:
    turned = [note.text for note in entry.more if note.text.startswith(("gained ", "lost "))]
    return f"{entry.word}: {', '.join(turned)}" if turned else entry.word


def _lines(entries: Sequence[Told]) -> Iterator[str]:
    for entry in entries[:_LINES]:
        yield _short(_sentence(entry), _LINE)
    if len(entries) > _LINES:
        yield f"… and {len(entries) - _LINES} more edits of sources, people and the map"


def _quoted(text: str) -> str:
    return f"“{_short(text, _NAMED)}”"


def _short(text: str, most: int) -> str:
    """At most so many characters, cut at a word where there is one."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut[: cut.rfind(" ")] if cut.rfind(" ") > most // 2 else cut).rstrip() + "…"
