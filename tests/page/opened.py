"""A page as a browser takes it apart, without running it."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Opened:
    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def the(self, tag: str) -> Element:
        (element,) = self.all(tag)
        return element

    @property
    def code(self) -> str:
        (found,) = (s for s in self.all("script") if s.attributes.get("type") == "module")
        return found.text

    @property
    def data(self) -> dict[str, Any]:
        (found,) = (s for s in self.all("script") if s.attributes.get("id") == "argmap-data")
        read: dict[str, Any] = json.loads(found.text)
        return read

    @property
    def policy(self) -> dict[str, list[str]]:
        (meta,) = (
            m
            for m in self.all("meta")
            if m.attributes.get("http-equiv") == "Content-Security-Policy"
        )
        rules = (rule.split() for rule in meta.attributes["content"].split(";"))
        return {name: values for name, *values in rules}


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Opened()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.found.elements.append(element)
        if tag != "meta":
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1].text += data


def opened(page: str) -> Opened:
    parser = _Parser()
    parser.feed(page)
    parser.close()
    return parser.found
