"""Whether what a quote leaves out, or puts in brackets, may turn what its source says.

No program knows what a sentence means. This knows words: those that turn or narrow a statement, and
those that only refer, which is what a bracket may replace.
"""

import re

from argmap.matching.polarity import polarity
from argmap.texts.folding import fold
from argmap.texts.words import words_in

#: Beside those that turn a statement: words that narrow one, or whose lack widens it.
_NARROWING = frozenset((
    # English
    "few", "rarely", "seldom", "scarcely", "merely", "solely", "except", "almost", "nearly",
    "nowhere", "if", "allegedly", "supposedly", "against", "unlikely", "impossible",
    # German
    "keinem", "keines", "nichts", "weder", "lediglich", "bloß", "selten", "fast", "beinahe",
    "außer", "falls", "sofern", "wenn", "angeblich", "gegen", "unmöglich",
    # French, Spanish, Italian, Portuguese
    "ne", "ni", "guère", "nul", "nulle", "personne", "sauf", "presque", "ningún", "ninguno",
    "ninguna", "sin", "solo", "salvo", "excepto", "casi", "tampoco", "mai", "nulla", "nessun",
    "né", "soltanto", "solamente", "tranne", "quasi", "nem", "ninguém", "só", "exceto", "quase",
    "contre", "contra", "contro", "impossible", "imposible", "impossibile",
    # Russian, Ukrainian, Polish, Dutch, Turkish
    "лишь", "кроме", "едва", "нельзя", "почти", "якобы", "если", "ничего", "никто", "ні", "немає",
    "ніколи", "тільки", "лише", "против", "nie", "nigdy", "nikt", "nic", "bez", "tylko", "niet",
    "geen", "nooit", "zonder", "slechts", "alleen", "tegen", "değil", "yok", "hiç", "sadece",
    # Arabic, Hebrew
    "إلا", "سوى", "ليسوا", "ضد", "לא", "אין", "רק", "בלי", "נגד",
))  # fmt: skip

#: Verbs and turns of phrase that undo what they govern, in all their forms.
_UNDOING = re.compile(
    r"\b(?:"
    # English
    r"fail(?:s|ed|ing|ures?)?|refus\w*|den(?:y|ies|ied|ying|ials?)"
    r"|declin(?:es?|ed|ing)|lack(?:s|ed|ing)?|ceas(?:es?|ed|ing)|stop(?:s|ped|ping)?"
    r"|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|doubt(?:s|ed|ing|ful)?|reject(?:s|ed|ing)?"
    r"|oppos(?:es?|ed|ing)|far from|anything but|instead of|rather than|other than|false(?:ly)?"
    r"|untrue|wrong(?:ly)?"
    # German
    r"|(?:ver)?weiger\w*|bestr(?:eit|itt)\w*|(?:ge)?leugne\w*|verhinder\w*|vermeid\w*|vermied\w*"
    r"|bezweif\w*|zweifel\w*|versäum\w*|falsch\w*|statt|anstatt|weit davon"
    # French, Spanish, Italian, Portuguese
    r"|échou\w*|empêch\w*|évit\w*|dout(?:e|ent|ait|aient|é)|fracas\w*|nieg(?:a|an)|neg(?:ó|aron)"
    r"|rechaz\w*|rifiut\w*|recus\w*|loin d[e']|lejos de|lontano da|longe de"
    r")\b"
)

#: Words that only refer or join: a bracket may say what they stand for.
_REFERRING = frozenset((
    # English
    "i", "we", "you", "he", "she", "it", "they", "me", "us", "him", "her", "them", "my", "our",
    "your", "his", "hers", "its", "their", "theirs", "this", "that", "these", "those", "the", "a",
    "an", "who", "whom", "whose", "which", "here", "there", "and",
    # German
    "ich", "wir", "ihr", "er", "sie", "es", "mich", "mir", "uns", "euch", "ihn", "ihm", "ihnen",
    "mein", "meine", "unser", "unsere", "sein", "seine", "seinen", "seiner", "seinem", "ihre",
    "ihren", "ihrer", "ihrem", "der", "die", "das", "den", "dem", "des", "dieser", "diese",
    "dieses", "diesen", "diesem", "ein", "eine", "einen", "einer", "einem", "eines", "und",
    # French, Spanish, Italian, Portuguese
    "je", "nous", "vous", "il", "elle", "ils", "elles", "lui", "leur", "leurs", "son", "sa", "ses",
    "ce", "cet", "cette", "ces", "le", "la", "les", "un", "une", "et", "yo", "él", "ella", "ellos",
    "ellas", "su", "sus", "este", "esta", "estos", "estas", "ese", "esa", "el", "los", "las",
    "una", "y", "lo", "gli", "egli", "lei", "essi", "loro", "suo", "sua", "suoi", "questo",
    "questa", "o", "os", "as", "um", "uma", "ele", "ela", "eles", "elas", "seu", "seus", "suas",
    # Russian, Arabic, Chinese
    "он", "она", "оно", "они", "его", "её", "ее", "их", "ему", "ей", "им", "этот", "эта", "это",
    "эти", "мы", "вы", "я", "هو", "هي", "هم", "هذا", "هذه", "他", "她", "它", "们", "們", "这",
    "這", "那", "其", "我", "你",
))  # fmt: skip

#: "He [was] ill" for "he is ill": the tense may be fitted to the sentence around the quote.
_BEING = frozenset((
    "am", "is", "are", "was", "were", "be", "been", "has", "have", "had", "s", "re", "m", "ve",
    "ist", "sind", "war", "waren", "sei", "hat", "haben", "hatte", "hatten", "est", "sont", "était",
    "étaient", "es", "son", "era", "eran", "è", "sono", "erano", "é", "são",
))  # fmt: skip

#: Words that widen a statement; where somebody else puts them in, it says more than its source.
_WIDENING = frozenset((
    "all", "every", "each", "always", "everybody", "everyone", "everywhere", "alle", "jeder",
    "jede", "jedes", "immer", "überall", "tous", "toutes", "toujours", "todos", "todas", "siempre",
    "tutti", "tutte", "sempre", "все", "всегда", "كل", "所有", "都",
))  # fmt: skip

_REMARK = re.compile(r"\W*(?:sic|recte|(?:my |our )?emphasis(?: added| mine| ours)?)?\W*", re.I)
_WITHOUT = ("less", "los")  # careless, arbeitslos


def is_remark(put_in: str) -> bool:
    """Whether a bracket says nothing in the place of the source: "[sic]", "[!]"."""
    return _REMARK.fullmatch(put_in) is not None


def refers(text: str) -> bool:
    """Whether all words of a text only refer."""
    words = _words(text)
    return bool(words) and _REFERRING.issuperset(words)


def objection(left_out: str, put_in: str) -> str:
    """Why words that are left out or put in turn the sense; nothing if they do not seem to."""
    gone, come = _senses(left_out), _senses(put_in)
    come |= _WIDENING.intersection(_words(put_in)) - {*_words(left_out)}
    turned = sorted(gone ^ come)
    return f"“{', '.join(turned)}” is left out or put in, and turns the sense" if turned else ""


def replacement(left_out: str, put_in: str, elided: bool = False) -> str:
    """Why words in a bracket may not stand for what the source has; nothing if they may.

    They may for words that only refer, for the same words, and as a form of "to be" for another.
    Where words are `elided` at the same place the first or the last of them is replaced.
    """
    gone, come = _words(left_out), _words(put_in)
    if not gone or not come or gone == come:
        return ""
    rest = set(gone) - _REFERRING
    fits = rest <= _BEING and (not rest or not _BEING.isdisjoint(come))
    if fits or (elided and not _REFERRING.isdisjoint((gone[0], gone[-1]))):
        return ""
    shown = " ".join(left_out.split()).strip(" ,;:.")
    return f"[{put_in}] replaces “{shown}”; a bracket may replace only words such as “he” and “the”"


def ending(word: str, now: str) -> str:
    """Why another ending turns a word: "care[less]" for "careful"."""
    if word.casefold().endswith(_WITHOUT) == now.casefold().endswith(_WITHOUT):
        return ""
    return f"“{now}” is another word than “{word}”"


def _words(text: str) -> list[str]:
    folded = fold(text).text.casefold()
    return words_in(folded).findall(folded)


def _senses(text: str) -> set[str]:
    folded = " ".join(fold(text).text.casefold().split())
    words = set(re.findall(r"\w+", folded))
    french = {"ne"} if re.search(r"\bn'", folded) else set()
    return {*polarity(folded), *(words & _NARROWING), *_UNDOING.findall(folded), *french}
