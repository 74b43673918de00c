"""What the blocks of a text are to say for it to mean a map, and what they say already."""

from typing import Any

from argmap.model import Argument, Stance
from argmap.model.ids import nfc
from argmap.yaml import words
from argmap.yaml.rewriting.blocks import (
    Item,
    Items,
    Pair,
    Spec,
    Value,
    Wanted,
    items_of,
    pairs_of,
    scalars_of,
    with_step,
)  # fmt: skip
from argmap.yaml.rewriting.parts import Parts
from argmap.yaml.tree import Mapping as Block
from argmap.yaml.tree import Node, Scalar, Sequence

_TOP = (
    "argmap", "title", "question", "description", "authors", "date", "language", "keywords",
)  # fmt: skip
_CLAIM = (
    "by", "via", "kind", "basis", "implicit", "standing", "weight", "cites", "tags", "note",
)  # fmt: skip
_STEP = ("by", "scheme", "warrant", "strength", "cites", "note")
_LISTS = (("reasons", Stance.FOR), ("counterpoints", Stance.AGAINST))
_ENTRY = ("title", "author", "date", "url", "file", "name", "role")


class Aim(Parts):
    """A map that a document is to mean, block by block."""

    def root(self) -> Wanted:
        """What the map itself is to say."""
        node, target, old = self.root_node, self.target, self.top
        pairs = {k: p for k, p in pairs_of(node).items() if k not in words.CLAIM}
        found: dict[str, Value | Items | Wanted] = {}
        for word in _TOP:
            self._put(found, pairs, word, target, old)
        for word in ("sources", "people"):
            entries = getattr(target, word)
            if entries:
                found[word] = self._entries(word, pairs.get(word))
            elif word in pairs and not getattr(old, word):
                found[word] = Value({}, True)
        if len(target.theses) == 1 and "claims" not in pairs:
            thesis = self._claim(target.theses[0])
            found |= thesis.words
            pairs |= thesis.pairs
        else:
            found["claims"] = Items([Spec(claim=id) for id in target.theses])
        if self.order.shared:
            found["shared"] = Items([Spec(claim=id) for id in self.order.shared])
        elif "shared" in pairs and not list(items_of(node, "shared")):
            found["shared"] = Value((), True)
        self._put(found, pairs, "conflicts", target, old)
        return Wanted(found, pairs, node)

    def _entries(self, word: str, pair: Pair | None) -> Wanted:
        node = pair[1] if pair else None
        before = {entry.id: entry for entry in getattr(self.top, word)}
        pairs: dict[str, Pair] = {
            nfc(k.text.strip()): (k, v) for k, v in pairs_of(node).values() if k is not None
        }
        found: dict[str, Value | Items | Wanted] = {}
        for entry in getattr(self.target, word):
            old = before.get(entry.id)
            fields = _fields(entry)
            if old == entry or not fields:
                found[entry.id] = Value(fields, old == entry)
                continue
            inner = next(
                (v for k, v in pairs_of(node).values() if k and nfc(k.text) == entry.id), None
            )
            inside: dict[str, Value | Items | Wanted] = {}
            was = _fields(old) if old else {}
            for name, data in fields.items():
                inside[name] = Value(data, name in was and was[name] == data)
            inside_pairs = pairs_of(inner) if type(inner) is Block else {}
            found[entry.id] = Wanted(inside, inside_pairs, inner)
        return Wanted(found, pairs, node, True)

    def item(self, spec: Spec) -> Item:
        """What an item is to say."""
        argument = spec.argument
        if argument is None:
            node = self.nodes.get(spec.claim) if spec.claim in self.claims else None
            return Item(self._claim(spec.claim), spec.claim, self._free_node(node))
        if spec.claim:
            there = self.premises.get((argument.id, spec.claim))
            if spec.ref:
                return Item(self._ref(spec.claim, there), "", [there] if there else [])
            block = self._claim(spec.claim)
            # A reference that becomes a home goes; its comments stay.
            block.pairs |= {k: p for k, p in pairs_of(there).items() if k == "ref"}
            own = self._free_node(self.nodes.get(spec.claim)) if spec.claim in self.claims else []
            return Item(block, spec.claim, [*([there] if there else []), *own])
        return self._argument(argument)

    def _argument(self, argument: Argument) -> Item:
        node = self.nodes.get(argument.id) if argument.id in self.steps else None
        anchors = [node] if node is not None else []
        plain = node is None or type(node) is Scalar or pairs_of(node).get("claim") is not None
        # The pairs of the item itself; those of a claim go where the claim goes.
        own = {k: p for k, p in pairs_of(node).items() if not plain or k == "step"}
        step = self._step(argument)
        premises = argument.premises
        if len(premises) > 1 or ("premises" in own and len(list(items_of(node, "premises"))) == 1):
            items = []
            for index, premise in enumerate(premises):
                at_home = self.order.home.get(premise) == argument.id
                ref = not at_home or premise in premises[:index]
                items.append(Spec(argument, premise, ref))
            block = Wanted({"premises": Items(items)}, own, None if plain else node)
            return Item(with_step(block, step), "", anchors)
        claim = premises[0]
        if self.order.home.get(claim) != argument.id:
            there = self.premises.get((argument.id, claim))
            block = self._ref(claim, None if "ref" in own else there)
            block.pairs, block.node = block.pairs | own, None if plain else node
            block.words["ref"].same = self._refers(block.pairs.get("ref"), claim)  # type: ignore[union-attr]
            anchors += [there] if there else []
            return Item(with_step(block, step), "", anchors)
        block = self._claim(claim)
        there = self.premises.get((argument.id, claim))
        block.pairs |= {k: p for k, p in pairs_of(there).items() if k == "ref"}
        if claim in self.claims:
            anchors += [n for n in self._free_node(self.nodes[claim]) if n not in anchors]
        block.pairs = {**{k: p for k, p in own.items() if k not in block.pairs}, **block.pairs}
        return Item(with_step(block, step), claim, anchors)

    def _free_node(self, node: Node | None) -> list[Node]:
        """The node of a claim, unless it is that of an argument that stays."""
        return [] if node is None or id(node) in self._staying else [node]

    def _refers(self, pair: Pair | None, claim: str) -> bool:
        return pair is not None and type(pair[1]) is Scalar and nfc(pair[1].text.strip()) == claim

    def _ref(self, claim: str, node: Node | None) -> Wanted:
        pairs = {k: p for k, p in pairs_of(node).items() if k == "ref"}
        same = self._refers(pairs.get("ref"), claim)
        return Wanted({"ref": Value(claim, same)}, pairs, node if pairs else None)

    def _claim(self, id: str) -> Wanted:
        claim, old = self.target.claim[id], self.claims.get(id)
        node = self.nodes[id] if old else None
        pairs = {k: p for k, p in pairs_of(node).items() if k in words.CLAIM}
        found: dict[str, Value | Items | Wanted] = {}
        found["claim"] = Value(claim.text, old is not None and old.text == claim.text)
        self._put_id(found, pairs, id)
        for word in _CLAIM:
            self._put(found, pairs, word, claim, old)
        others = tuple(self.order.excludes.get(id, ()))
        if others:
            was = tuple(self.entries.get(id, ()))
            scalars = scalars_of(pairs["excludes"][1]) if "excludes" in pairs else []
            kept = [nfc(one.text.strip()) for one in scalars]
            now = tuple(a if a == b else None for a, b in zip(was, kept, strict=True))
            found["excludes"] = Value(others, others == now, now)
        return self._with_lists(Wanted(found, pairs, node), id)

    def _step(self, argument: Argument) -> Wanted | None:
        old = self.arguments.get(argument.id)
        node = self.steps.get(argument.id)
        pairs = pairs_of(node)
        found: dict[str, Value | Items | Wanted] = {}
        self._put_id(found, pairs, argument.id)
        for word in _STEP:
            self._put(found, pairs, word, argument, old)
        block = self._with_lists(Wanted(found, pairs, node), argument.id)
        return block if block.words else None

    def _with_lists(self, block: Wanted, id: str) -> Wanted:
        for word, stance in _LISTS:
            side = [Spec(a) for a in self.order.on(self.target, id) if a.stance is stance]
            if side:
                block.words[word] = Items(side)
            elif word in block.pairs and not list(items_of(block.node, word)):
                block.words[word] = Value((), True)  # it was empty before
        return block

    def _put_id(self, found: dict[str, Any], pairs: dict[str, Pair], id: str) -> None:
        if "id" in pairs or id in self.written:
            node = pairs["id"][1] if "id" in pairs else None
            found["id"] = Value(id, type(node) is Scalar and nfc(node.text.strip()) == id)

    def _put(
        self, found: dict[str, Any], pairs: dict[str, Pair], word: str, new: object, old: object
    ) -> None:
        """A simple word, if it has a value, or says already that it has none."""
        value = getattr(new, word)
        was = getattr(old, word) if old is not None else None
        same, source = word in pairs and value == was, ""
        now = was if isinstance(was, tuple) else ()
        if word == "cites" and same | bool(now) and self.unnamed and word in pairs:
            node = pairs[word][1]
            parts = node.items if type(node) is Sequence else [node]
            named = [type(part) is Scalar or part.get("source") is not None for part in parts]  # type: ignore[union-attr]
            if same and not all(named):
                same, source = False, self.top.sources[0].id
            now = tuple(cite if name else None for cite, name in zip(now, named, strict=True))
        if same or value or (value == 0.0 and value is not False):
            found[word] = Value(value, same, now, source)


def _fields(entry: Any) -> dict[str, Any]:
    known = {name: getattr(entry, name, "") for name in _ENTRY}
    return {name: value for name, value in known.items() if value} | dict(entry.extra)
