"""What the client of hypothes.is exports: JSON of its own, put as the web annotations it means."""

from typing import Any


def is_client(thing: Any) -> bool:
    """Whether this is an export of the client."""
    return (
        isinstance(thing, dict)
        and "type" not in thing
        and isinstance(thing.get("annotations"), list)
        and all(isinstance(one, dict) for one in thing["annotations"])
    )


def from_client(given: dict[str, Any]) -> dict[str, Any]:
    """A web annotation of one of the client's: text, tags, page, and what it answers."""
    tags = given.get("tags")
    bodies = [{"type": "TextualBody", "value": given["text"]}] if given.get("text") else []
    bodies += [
        {"type": "TextualBody", "purpose": "tagging", "value": tag}
        for tag in (tags if isinstance(tags, list) else [])
    ]
    answered: Any = given.get("references")
    replies = isinstance(answered, list) and bool(answered)
    motivation = "replying" if replies else "commenting" if given.get("text") else None
    target = answered[-1] if replies else given.get("target") or given.get("uri")
    return {
        "id": given.get("id"), "type": "Annotation", "creator": given.get("user"),
        "created": given.get("created"), "motivation": motivation, "body": bodies, "target": target,
    }  # fmt: skip
