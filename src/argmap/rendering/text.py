"""Text before it is drawn: cleaned, broken into lines, measured.

No font is read here: a picture has to come out the same on every machine, and its boxes have to
hold their text in whichever sans-serif font the reader's machine takes. So a character is as wide
as in the widest of the common ones.
"""

import re
from math import ceil
from unicodedata import bidirectional, category

#: The largest advance of a character in Arial (Liberation Sans has its widths), DejaVu Sans, Noto
#: Sans and FiraGO, in steps of 1/36 em above "0": `<` is a third of an em. By ranges from the
#: given code point; what these fonts lack counts as one em.
_ADVANCES = (
    (
        0x0020,
        (
            r"<?AOGSM:??DO<?<CGGGGGGGGGG==OOOEUIIJLIFML=BIEQLMIMJIFKITIII?C?OEBGGDGG=GG;;E;TGGGG?C?GFN"
            r"FFCGDGO000000000000000000000000000000000<?GGGGDEETBGO?TDCO??BGK<B?BGSSSFIIIIIITJIIII===="
            r"LLMMMMMOMKKKKIIGGGGGGGTDGGGG;;;;GGGGGGGOGGGGGFGFIGIGIGJDJDJDJDLGLGIGIGIGIGIGMGMGMGMGLGQJ"
            r"=;=;=;=;=;KEB;IEEE;E;E>E=E<LGLGLGNLGMGMGMGWUJ?J?J?ICICICICF?F?F?KGKGKGKGKGKGTNIFIICICIC="
            r"GLIGIGJJDLNIGGIMGFEMIT>=KE<FVLGMQHWOLGJICG>?F?FOIMKLKICHHEDGHECG=DF=d_ZWNE\UPIG=;MGKGKGK"
            r"GKGKGGIGIGTTMGMGIEMGMGHE;d_ZMGYILGIGTTMGIGIGIGIG=;=;MGMGJ?J?KGKGICF?GCLGKPJFICIGIGMGMGMG"
            r"MGIFBOB;TTIJDEFCCFBIKIIGB<MGJ?IFFGGGDDGJGGNDDLH<JGGFGGGG<=>?B;JTTTHHGGPMK?????DDFFC==A=?"
            r"?GGGFNFFCDEECCCCMEHJH?ICKCCUWVNFPPJHCFII??8:;;>C>;A<<<<<>>FFFFBB<BBB<BBB==<<BBAABBBBBB?B"
            r"@7>@>BBBBB@@BBC??<<B<@@B;<<<<CCD00000000000000000000000000000000000000000000000000000000"
            r"00000000000000000000000000000000000000000000000000000000HEPH<<LHTTEDDD=;TTTTEEI<MPATNTON"
            r"=IIEIIILM=IIQLHMLITGFINIOM=IHDG=GHGFGDDGG=FFGEEGIGFGFGKELO=GGGOHGGLSLKOHMGJFFAHHPHROLHMG"
            r"IILGKGFDHGD;MGGIGJQKGJJJIIPFJI==BXVOJLGLIIIFMIWHLLJLQLMLIJFGOILJWXNPIJWJGGFCIGQDHHFHLHGH"
            r"GDEFOFIGQRJMFDOFGGGCDC;;;QQHFHFHaOMISKPMZUNIVPGDOPMGMHMH\XSL[VaOJDF0000000MIIFIGFCIFIDWQ"
            r"HDJFJFJFONLHUPYQPIJDFEFFFFIFRNJGJFJGRKRK=WQJFLILHLIJGRL=IGIGTTIGMGMGWQHDHELHLHMGMGMGJDGF"
            r"GFGFJGFCPMIFIFIFIGUQTPIFWSYSMHLJGDLH[TQPVTMGTNJFWQXQMIKHKGcZIGJFTLKLLKLHKOLIDRPKJLLLMKKL"
            r"KJMLMKLJIKDNLMMTT<<9>9?BTTGHHGGCGKHG:TGGGFGGG:GBG?TEHGGTGG@TGFMNT==TTTTTT000000000000000"
            r"000000000000000000000000000000>0E00;00@000TTTTTTIF@DH<=HH:DDEII;?HGHGDFJEKITTTTTEDC?HTTT"
            r"TTTTTTTTVTTTTTGGTOWB<<TT00000000000<0TFDMB;;C;M;RCRRHHHBBBB]]aaRRFFRRTTT;VLNKHKCCMM00000"
            r"0000000000000000DDDEDEDDDDJ<<NRL0999;?CCMRRRRRRRRHHHHHHHBBBBBBBBBBBBDFDBBB]]]aaRFVVVVVVL"
            r"LR^RNNNRRRRRRKKKKKKKKKJHCCCCCCCCCCCCMNMCMMXX>C0000000TT000000TT00T0000BTDDDEDFDDDD]aFBHJ"
        ),
    ),
    (
        0x1E00,
        (
            r"IGIGIGIGJDLGLGLGLGLGIGIGIGIGIGF=MGLGLGLGLGLG=;=;IEIEIEE;E;E;E;QTQTQTLGLGLGLGMGMGMGMGIGIG"
            r"J?J?J?J?ICICICICICF?F?F?F?KGKGKGKGKGIFIFTNTNTNTNTNIFIFIFICICICG?NFG===LGIGIGIGIGIGIGIGIG"
            r"IGIGIGIGIGIGIGIGIGIGIGIG=;=;MGMGMGMGMGMGMGQHQHQHQHQHKGKGOIOIOIOIOIIFIFIFIFLCKFFC"
        ),
    ),
    (0x2010, (r"==GETTED<<<<CCCCEEFFBIT<00000008an9?F9@F???OBDBMM>YB7??R")),
)

#: What the ranges above leave out: an average letter of these scripts, not the widest one.
_SCRIPTS = ((0x0900, 0x0DFF, 0.85), (0x0E00, 0x0EFF, 0.75), (0x10A0, 0x10FF, 0.85))

#: Emoji fonts draw wider than one em.
_EMOJI = 1.35

#: Signs that some font draws as a whole phrase, a cuneiform compound or a long dash.
_LONG = {"\ufdfd": 12.0, "\U00012219": 6.0, "\ua9c5": 3.0, "\u2e3b": 3.0, "\u2e3a": 2.0}
_LONG |= dict.fromkeys(map(chr, range(0x2160, 0x2180)), 1.7)  # Roman numerals

_EMOJI_PART = "[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"

#: Several characters that are drawn as one: two letters as a flag, emoji joined to a family.
_ONE_SIGN = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_EMOJI_PART}(?:\u200d{_EMOJI_PART})+")

#: Bold faces against regular ones, the widest of the four fonts in long samples of five scripts.
_BOLD, _ITALIC = 1.15, 1.03


class _Widths(dict[str, float]):
    """Widths in em by character; those not in the table are filled in when first met."""

    def __missing__(self, char: str) -> float:
        code = ord(char)
        script = (width for low, high, width in _SCRIPTS if low <= code <= high)
        wide = _EMOJI if 0x1F000 <= code < 0x20000 else 1.0
        width = next(script, wide) if columns_of(char) > 0 else 0.0
        self[char] = width
        return width


_WIDTHS = _Widths(
    (chr(first + index), (ord(code) - 48) / 36)
    for first, codes in _ADVANCES
    for index, code in enumerate(codes)
)
_WIDTHS |= _LONG


def measure(text: str, *, bold: bool = False, italic: bool = False) -> float:
    """The width of a line in em, in the widest of the common sans-serif fonts."""
    width = sum(map(_WIDTHS.__getitem__, text))
    if not text.isascii():
        for sign in _ONE_SIGN.findall(text):
            parts = [_WIDTHS[part] for part in sign]
            width -= sum(parts) - max(parts)
    return width * (_BOLD if bold else _ITALIC if italic else 1.0)


#: Not drawable, or able to turn the order of the text around it: controls, bidirectional
#: embeddings and isolates, what XML forbids, and the byte-order mark.
_UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef"
    "\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
)


def clean(text: str) -> str:
    """`text` on one line, without what cannot be drawn."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(_UNWANTED.sub("", " ".join(text.split())).split())


def right_to_left(text: str) -> bool:
    """Whether the first strong character of `text` is written from right to left (UAX 9, P2)."""
    if text.isascii():
        return False
    for char in text:
        direction = bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def columns_of(text: str) -> int:
    """The width of a line as a terminal counts it."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # 20 ms to import, for maps that need it

    return max(0, wcswidth(text))


def wrap(text: str, columns: int) -> list[str]:
    """`text` in lines of at most `columns` terminal columns, about equally long.

    East Asian text breaks anywhere but before closing and after opening punctuation; what cannot
    be broken and does not fit a line is cut.
    """
    if len(text) <= columns and text.isascii():
        return [text]
    lines = _plain_lines(text, columns)
    pieces = [] if lines else _pieces(text, columns)
    lines = lines or _fill(pieces, columns)
    if len(lines) == 1:
        return lines
    # The fewest lines, then the narrowest box: a word alone in the last line is hard to read.
    for limit in range(ceil(columns_of(text) / len(lines)), columns, 3):
        narrow = _fill(pieces, limit) if pieces else _plain_lines(text, limit)
        if len(narrow) == len(lines):
            return narrow
    return lines


def _plain_lines(text: str, columns: int) -> list[str]:
    """Lines of plain words, quickly; nothing where a word does not fit or may be divided."""
    if not text.isascii() or "-" in text or "/" in text or "  " in text:
        return []
    lines, start, length = [], 0, len(text)
    while length - start > columns:
        end = text.rfind(" ", start, start + columns + 1)
        if end <= start:
            return []
        lines.append(text[start:end])
        start = end + 1
    lines.append(text[start:])
    return lines


def shorten(text: str, columns: int) -> str:
    """`text` in at most `columns` columns, cut at a word where it is longer."""
    if columns_of(text) <= columns:
        return text
    return _fill(_pieces(text, columns - 1), columns - 1)[0].rstrip(" ,;:.·") + "…"


_Piece = tuple[str, int, bool]  # text, columns, whether a space stands before it

_HYPHEN = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])|(?<=[—–/])(?=\w)")
_OPENING = frozenset("([{<“‘«（［｛〈《「『【〔〖〘")
_CLOSING = frozenset(
    ")]}>”’»,.;:!?%…、。，．・：；？！％）］｝〉》」』】〕〗〙ー々ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)


def _pieces(text: str, columns: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    for word in text.split():
        spaced = bool(pieces)
        if word.isascii() and len(word) <= columns and "-" not in word and "/" not in word:
            pieces.append((word, len(word), spaced))
            continue
        for part in _HYPHEN.split(word) if len(word) == columns_of(word) else _unspaced(word):
            for chunk, width in _cut(part, columns):
                pieces.append((chunk, width, spaced))
                spaced = False
    return pieces


def _clusters(word: str) -> list[tuple[str, int]]:
    """What a reader takes for one character, with its columns."""
    clusters: list[str] = []
    for char in word:
        joined = clusters and (clusters[-1][-1] == "\u200d" or category(char) in ("Mn", "Me", "Mc"))
        if clusters and (joined or columns_of(char) <= 0 or "\U0001f3fb" <= char <= "\U0001f3ff"):
            clusters[-1] += char
        else:
            clusters.append(char)
    return [(cluster, columns_of(cluster)) for cluster in clusters]


def _unspaced(word: str) -> list[str]:
    """A word with wide or combining characters, split where a line may end."""
    parts: list[str] = []
    before, before_width = "", 0
    for cluster, width in _clusters(word):
        may_break = (width > 1 or before_width > 1) and not (
            cluster[0] in _CLOSING or before[-1:] in _OPENING
        )
        if parts and not may_break:
            parts[-1] += cluster
        else:
            parts.append(cluster)
        before, before_width = cluster, width
    return parts


def _cut(part: str, columns: int) -> list[tuple[str, int]]:
    if len(part) <= columns and part.isascii():
        return [(part, len(part))]
    chunks: list[tuple[str, int]] = []
    for cluster, width in _clusters(part):
        if chunks and chunks[-1][1] + width <= columns:
            chunks[-1] = (chunks[-1][0] + cluster, chunks[-1][1] + width)
        else:
            chunks.append((cluster, width))
    return chunks


def _fill(pieces: list[_Piece], columns: int) -> list[str]:
    """Lines filled one after the other."""
    lines: list[str] = []
    line, used = "", 0
    for piece, width, spaced in pieces:
        if used + spaced + width <= columns:
            line += " " + piece if spaced and line else piece
            used += width + spaced
        else:
            if line:
                lines.append(line)
            line, used = piece, width
    return [*lines, line]
