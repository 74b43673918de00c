"""Small maps, made of the model itself."""

from argmap.model import Argument, ArgumentMap, Citation, Claim, Person, Reference, Stance

#: What a text may hold to break DOT, SVG or the order of letters.
HOSTILE = (
    "</TABLE>> \\N \\l \\\" --> <script>alert(1)</script> & ' ]]> %s {}|; \x00\x07\ud800 "
    "\u202eevil\u202c \u2066x 👩‍👩‍👧 שלום مرحبا 中文 &#38; &nbsp; <!-- "
)


def claim(identifier: str, text: str = "", **details: object) -> Claim:
    return Claim(identifier, text or f"Claim {identifier}", **details)  # type: ignore[arg-type]


def reason(identifier: str, premises: str, target: str, **details: object) -> Argument:
    return Argument(identifier, tuple(premises.split()), Stance.FOR, target, **details)  # type: ignore[arg-type]


def counter(identifier: str, premises: str, target: str, **details: object) -> Argument:
    return Argument(identifier, tuple(premises.split()), Stance.AGAINST, target, **details)  # type: ignore[arg-type]


def argument_map(
    claims: str | tuple[Claim, ...], *arguments: Argument, theses: str = "t", **details: object
) -> ArgumentMap:
    made = tuple(map(claim, claims.split())) if isinstance(claims, str) else claims
    return ArgumentMap(made, arguments, tuple(theses.split()), **details)  # type: ignore[arg-type]


def zoo() -> ArgumentMap:
    """Every sign of the visual language once."""
    return argument_map(
        (
            claim("t", "The zoo should close"),
            claim(
                "suffer",
                "Large animals suffer there",
                by=("vet",),
                via=("paper",),
                standing="questioned",
                cites=(Citation("s", "pacing", "p. 4"),),
            ),
            claim("value", "Suffering should end", implicit=True, weight=0.9),
            claim("room", "Larger enclosures would do", note="As in Basel.\nAnd in Zürich."),
            claim("fund", "The zoo funds breeding"),
            claim("cost", "It costs too much"),
            claim("why", "The council cut its budget"),
            claim("else", "It can be funded otherwise"),
        ),
        reason("a1", "suffer value", "t", scheme="practical reasoning", note="Mind this step."),
        counter("a2", "room", "a1"),
        counter("a3", "fund", "t"),
        reason("a4", "cost", "t"),
        reason("a5", "why", "cost", scheme="explanation"),
        counter("a6", "else", "fund", warrant="money has no colour"),
        counter("x1", "cost", "fund"),
        counter("x2", "fund", "cost"),
        title="The zoo",
        date="2026-01-02",
        authors=("Somebody",),
        language="en",
        sources=(Reference("s", "A study", ("Dr. No",), "2020", "https://example.org/?a=1&b=2"),),
        people=(Person("vet", "The vet"), Person("paper", "The paper")),
    )


def line_of_claims(count: int) -> ArgumentMap:
    """Each claim supports the one before: as deep as it is long."""
    return argument_map(
        tuple(claim(f"c{at}", f"Claim number {at}") for at in range(count)),
        *(reason(f"a{at}", f"c{at + 1}", f"c{at}") for at in range(count - 1)),
        theses="c0",
    )


def levels(*widths: int) -> ArgumentMap:
    """A tree in which each level has so many claims, all under the first of the level above."""
    claims, arguments = [claim("t")], []
    above = "t"
    for depth, width in enumerate(widths, 1):
        for at in range(width):
            name = f"c{depth}-{at}"
            claims.append(claim(name))
            arguments.append(reason(f"a{depth}-{at}", name, above))
        above = f"c{depth}-0"
    return argument_map(tuple(claims), *arguments)


def hostile() -> ArgumentMap:
    """The hostile text in every field, ids too."""
    bad = HOSTILE
    ids = ("t<", "a:b", "a.b", "a b", "日本", "-->", "x\\")
    cites = (Citation(bad, bad, bad, bad), Citation("s", bad, bad))
    claims = tuple(
        Claim(
            identifier, bad + identifier, (bad,), (bad,), bad, bad, at % 2 == 1, bad, 0.5, cites,
            (bad,), f"{bad}\n{bad}",
        )
        for at, identifier in enumerate(ids)
    )  # fmt: skip
    dressed = {"by": (bad,), "scheme": bad, "warrant": bad, "cites": cites, "note": bad}
    return ArgumentMap(
        claims,
        (
            Argument('1"', (ids[1],), Stance.FOR, ids[0], **dressed),  # type: ignore[arg-type]
            Argument("2<", (ids[2], ids[3]), Stance.AGAINST, ids[0]),
            Argument("3", (ids[4],), Stance.AGAINST, "2<"),
            Argument("4", (ids[5],), Stance.AGAINST, "3"),
            Argument("5", (ids[6],), Stance.FOR, ids[5], scheme="explanation"),
            Argument("6", (ids[5],), Stance.AGAINST, ids[1]),
            Argument("7", (ids[1],), Stance.AGAINST, ids[5]),
            Argument("8", (ids[0],), Stance.AGAINST, ids[4]),
            Argument("9", (ids[1],), Stance.AGAINST, ids[1]),
        ),
        (ids[0],),
        title=bad,
        date=bad,
        authors=(bad,),
        language=bad,
        sources=(Reference("s", bad, (bad,), bad, "javascript:alert(1)"),),
        people=(Person(bad, bad, bad),),
    )
