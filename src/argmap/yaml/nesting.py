"""Syntax tree to draft: which claim is whose reason, and every word in its place."""

from argmap.diagnostics import Span
from argmap.yaml import shape_codes as codes
from argmap.yaml import words
from argmap.yaml.conflicts import read_conflicts
from argmap.yaml.draft import Draft, DraftClaim
from argmap.yaml.entries import read_people, read_sources
from argmap.yaml.fields import Fields, meant
from argmap.yaml.items import Items
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence, Tree


def read_nesting(tree: Tree) -> Draft:
    """All that the nesting of a tree says."""
    draft = Draft()
    values = Fields(draft.faults, tree.source.text)
    if type(tree.root) is Mapping:
        items = Items(draft, values)
        _top(tree.root, bool(tree.mended), draft, values, items)
        items.read()
    elif tree.root is not None:
        what = "a list" if type(tree.root) is Sequence else "a text"
        values.fault(codes.NOT_A_MAP, tree.root, what=what)
    return draft


def _top(root: Mapping, damaged: bool, draft: Draft, values: Fields, items: Items) -> None:
    thesis = _thesis(root, damaged, draft)
    for word, key, value in values.words(root, words.MAP, "the map"):
        name = word.name
        if name in words.CLAIM:
            if thesis is not None:
                items.claim_word(thesis, word, key, value)
            elif not damaged:  # or else `claim:` may be what could not be read
                place, home = "a map without `claim`", "an item of `claims`"
                values.fault(codes.MISPLACED_WORD, key, word=name, place=place, home=home)
        elif name == "claims":
            items.add(key, value, None, draft.theses)
        elif name == "shared":
            items.add(key, value, None, items.shared)
        elif name == "sources":
            draft.sources = read_sources(values, value)
        elif name == "people":
            draft.people = read_people(values, value)
        elif name == "conflicts":
            draft.conflicts = read_conflicts(values, value)
        else:
            draft.fields[name] = values.read(word, value)


def _thesis(root: Mapping, damaged: bool, draft: Draft) -> DraftClaim | None:
    """The thesis, if the map is written with `claim`; reports a map without any."""
    found = {key.text: key for key in reversed(root.keys)}
    for key in root.keys:
        if key.text not in words.MAP:
            found.setdefault(meant(key.text, words.MAP), key)  # its spelling is told elsewhere
    claims = found.get("claims")
    if "claim" in found:
        if claims is not None:
            draft.faults.append(codes.TWO_FORMS.at(Span(claims.start, claims.end)))
        thesis = DraftClaim(root, "")
        draft.claims.append(thesis)
        draft.theses.append(thesis)
        return thesis
    if not damaged and (claims is None or not _has_items(root.get(claims.text))):
        key = claims or next(iter(root.keys), Scalar("", root.start, root.start, True))
        draft.faults.append(codes.NO_THESIS.at(Span(key.start, key.end)))
    return None


def _has_items(value: Node | None) -> bool:
    if value is None or type(value) is Scalar:
        return value is not None and bool(value.text.strip())
    return type(value) is Mapping or bool(value.items)  # type: ignore[union-attr]
