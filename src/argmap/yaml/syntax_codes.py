"""Faults of the text itself: what YAML refuses, and what YAML would take in silence."""

from argmap.diagnostics import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

UNREADABLE = Code(
    "unreadable", ERROR,
    "the file cannot be read: {reason}",
    "check its name and who may read it",
    "A map that is not there says nothing.",
    "", "",
)  # fmt: skip
NOT_UTF_8 = Code(
    "not-utf-8", ERROR,
    "this byte is not UTF-8: {byte}",
    "save the file as UTF-8",
    "A map is a UTF-8 text. Guessing another encoding would turn some letters into others unseen.",
    "claim: The caf«?» should stay open\n",
    "claim: The café should stay open\n",
)  # fmt: skip
TOO_LARGE = Code(
    "too-large", ERROR,
    "the file has more than {limit} MiB",
    "split the map",
    "A map of 100,000 claims has some 50 MiB; what is larger is no map.",
    "", "",
)  # fmt: skip
CONTROL_CHARACTER = Code(
    "control-character", ERROR,
    "a control character stands in the text: {char}",
    "delete it",
    "Control characters cannot be seen, and YAML does not allow them.",
    "claim: The zoo«\x07» should close\n",
    "claim: The zoo should close\n",
)  # fmt: skip
YAML_SYNTAX = Code(
    "yaml-syntax", ERROR,
    "this cannot be read as YAML: {problem}",
    "put the text in double quotes",
    "YAML gives some signs a meaning of its own; text in double quotes is always text.",
    "claim: «>»The zoo should close\n",
    'claim: ">The zoo should close"\n',
)  # fmt: skip
TAB = Code(
    "tab", ERROR,
    "a tab is used as indentation",
    "indent with spaces, two for each level",
    "YAML forbids tabs in indentation, because their width is not defined.",
    "claim: The zoo should close\nreasons:\n«\t»- Captivity harms large animals\n",
    "claim: The zoo should close\nreasons:\n  - Captivity harms large animals\n",
)  # fmt: skip
UNCLOSED_QUOTE = Code(
    "unclosed-quote", ERROR,
    "the quotation that begins here never ends",
    "close it, or put the whole sentence in double quotes",
    "A text that starts with a quote sign is quoted up to the next one.",
    "claim: «'»Tis the season to close the zoo\n",
    "claim: \"'Tis the season to close the zoo\"\n",
)  # fmt: skip
UNCLOSED_BRACKET = Code(
    "unclosed-bracket", ERROR,
    "the bracket that opens here is not closed",
    "close it; text that starts with a bracket must stand in double quotes",
    "`[` starts a list and `{` starts a block of words in YAML.",
    "claim: The zoo should close\nby: «[»Ann, Bob\nnote: A note\n",
    "claim: The zoo should close\nby: [Ann, Bob]\nnote: A note\n",
)  # fmt: skip
STRAY_COLON = Code(
    "stray-colon", ERROR,
    "a colon makes YAML read a part of this text as a word of the map",
    "put the text in double quotes",
    "A colon followed by a space separates a word from its value.",
    "claim: The zoo has one task«:» breeding\n",
    'claim: "The zoo has one task: breeding"\n',
)  # fmt: skip
BAD_INDENT = Code(
    "bad-indent", ERROR,
    "this line does not line up with the lines that it belongs to",
    "start it in the same column as its neighbours",
    "In YAML the indentation says what belongs to what.",
    "claim: The zoo should close\nreasons:\n  - Captivity harms large animals\n «-» The zoo is empty\n",
    "claim: The zoo should close\nreasons:\n  - Captivity harms large animals\n  - The zoo is empty\n",
)  # fmt: skip
TEXT_AFTER_QUOTE = Code(
    "text-after-quote", ERROR,
    "text goes on after the closing quote sign",
    "put the whole sentence in double quotes, with single quotes inside",
    "A text that starts with a quote sign ends with the next one.",
    "claim: \"Captivity\" «i»s the wrong word\n",
    "claim: \"'Captivity' is the wrong word\"\n",
)  # fmt: skip
RESERVED_SIGN = Code(
    "reserved-sign", ERROR,
    "no text may begin with {sign}",
    "put the sentence in double quotes",
    "YAML keeps this sign for itself at the start of a text.",
    "claim: «@»zoo is a bad account name\n",
    'claim: "@zoo is a bad account name"\n',
)  # fmt: skip
TAG = Code(
    "tag", ERROR,
    "YAML reads {tag} as a tag and not as text",
    "put the sentence in double quotes",
    "An unquoted `!` at the start would vanish from the sentence. Tags have no use in a map.",
    "claim: «!Important» species die in captivity\n",
    'claim: "!Important species die in captivity"\n',
)  # fmt: skip
ANCHOR = Code(
    "anchor", ERROR,
    "YAML reads {sign} as an anchor or an alias and not as text",
    "put the sentence in double quotes; to use a claim twice, give it an `id` and `ref` to it",
    "An unquoted `&` or `*` at the start would vanish from the sentence. "
    "Maps name claims by `id` and `ref`.",
    "claim: «&c» The zoo should close\n",
    'claim: "&c The zoo should close"\n',
)  # fmt: skip
MERGE_KEY = Code(
    "merge-key", ERROR,
    "`<<` would merge another block into this one",
    "write the words out",
    "Merge keys hide what a claim says.",
    "claim: The zoo should close\n«<<»: {note: A note}\n",
    "claim: The zoo should close\nnote: A note\n",
)  # fmt: skip
SEVERAL_DOCUMENTS = Code(
    "several-documents", ERROR,
    "a second document begins here",
    "put each map in a file of its own",
    "One file is one map; `---` or `...` on a line of its own ends it.",
    "claim: The zoo should close\n«---»\nclaim: The zoo should stay\n",
    "claim: The zoo should close\n",
)  # fmt: skip
DUPLICATE_WORD = Code(
    "duplicate-word", ERROR,
    "`{word}` stands twice in one block",
    "keep one; several reasons go into one list",
    "YAML would keep the last one and lose the first in silence.",
    "claim: The zoo should close\nnote: One\n«note»: Two\n",
    "claim: The zoo should close\nnote: One. Two\n",
)  # fmt: skip
TOO_DEEP = Code(
    "too-deep", ERROR,
    "the nesting is more than {limit} levels deep",
    "move a branch to `shared` and `ref` to it",
    "No reader follows such nesting, and files like this are made to break programs.",
    "", "",
)  # fmt: skip
COMPLEX_KEY = Code(
    "complex-key", ERROR,
    "YAML reads this as a word of the map that is a block or a question mark",
    "put the sentence in double quotes",
    "`? ` at the start of a text, or a list or block before a colon, makes a key that is no word.",
    "claim: The zoo should close\nreasons:\n  - ? «[»a, b]\n",
    "claim: The zoo should close\nreasons:\n  - \"? [a, b]\"\n",
)  # fmt: skip
EMPTY_FILE = Code(
    "empty-file", ERROR,
    "there is no map in this file",
    "start with `claim: …`, or try `argmap new`",
    "A map has at least one claim.",
    "«»", "claim: The zoo should close\n",
)  # fmt: skip
CUT_BY_HASH = Code(
    "cut-by-hash", ERROR,
    "YAML drops the rest of this line: {lost}",
    "put the text in double quotes; if a comment is meant, write a space after `#`",
    "` #` starts a comment, even within a sentence.",
    "claim: We are« #1»\n",
    'claim: "We are #1"\n',
)  # fmt: skip
CLOSE_COMMENT = Code(
    "close-comment", WARNING,
    "a comment follows the text closely: {lost}",
    "set it off by two spaces, or put the text in double quotes if it belongs to it",
    "` #` starts a comment, even within a sentence; two spaces show that it is meant.",
    "claim: Take bus« # 5 to the zoo»\n",
    'claim: "Take bus # 5 to the zoo"\n',
)  # fmt: skip
GLUED_LINE = Code(
    "glued-line", ERROR,
    "YAML glues this line to the text above it",
    "write `claim:` before the text above and the list under `reasons:` or `counterpoints:`",
    "A bare text has nothing nested under it; what is indented below is read as its next line.",
    "claim: The zoo should close\nreasons:\n  - Captivity harms animals\n    «-» They pace all day\n",
    "claim: The zoo should close\nreasons:\n  - claim: Captivity harms animals\n"
    "    reasons:\n      - Animals in captivity pace all day\n",
)  # fmt: skip
SPLIT_BY_COMMA = Code(
    "split-by-comma", ERROR,
    "a comma splits unquoted text inside brackets",
    "put each text in double quotes, or write the list with one `- ` line for each item",
    "Inside `[ ]` and `{ }` every comma starts a new item, also the comma of a sentence.",
    "claim: The zoo should close\nreasons: «[Animals suffer, and they die young]»\n",
    "claim: The zoo should close\nreasons:\n  - Animals suffer, and they die young\n",
)  # fmt: skip
FOREIGN_COLON = Code(
    "foreign-colon", ERROR,
    "the colon after `{word}` is not the YAML colon",
    "write `{word}: ` with an ASCII colon and a space",
    "A full-width colon is a letter like any other to YAML: the word becomes part of the text.",
    "claim: 动物园应该关闭\nreasons:\n  - «claim：»圈养伤害大型动物\n",
    "claim: 动物园应该关闭\nreasons:\n  - claim: 圈养伤害大型动物\n",
)  # fmt: skip
FOREIGN_COMMA = Code(
    "foreign-comma", ERROR,
    "the comma {comma} does not separate the items of a list",
    "write `, ` with an ASCII comma, or put the text in double quotes",
    "Only the ASCII comma separates items inside `[ ]`; another one is a letter like any other.",
    "claim: 动物园应该关闭\nby: [王«，»李]\n",
    "claim: 动物园应该关闭\nby: [王, 李]\n",
)  # fmt: skip
INVISIBLE = Code(
    "invisible-character", WARNING,
    "an invisible character stands in the text: {char}",
    "delete it",
    "It can reorder or hide what a reader sees. Marks that scripts need are left alone.",
    "claim: The zoo «\u202e»should close\n",
    "claim: The zoo should close\n",
)  # fmt: skip

CODES = (
    UNREADABLE, NOT_UTF_8, TOO_LARGE, CONTROL_CHARACTER, YAML_SYNTAX, TAB, UNCLOSED_QUOTE, UNCLOSED_BRACKET, STRAY_COLON,
    BAD_INDENT, TEXT_AFTER_QUOTE, RESERVED_SIGN, TAG, ANCHOR, MERGE_KEY, SEVERAL_DOCUMENTS,
    DUPLICATE_WORD, TOO_DEEP, COMPLEX_KEY, EMPTY_FILE, CUT_BY_HASH, CLOSE_COMMENT, GLUED_LINE,
    SPLIT_BY_COMMA, FOREIGN_COLON, FOREIGN_COMMA, INVISIBLE,
)  # fmt: skip
