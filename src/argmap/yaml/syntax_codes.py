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
    "the file has more than {limit}",
    "split the map",
    "A map of 100,000 claims has some 50 MiB; what is larger is no map.",
    "", "",
)  # fmt: skip
CONTROL_CHARACTER = Code(
    "control-character", ERROR,
    "a control character stands in the text: {char}",
    "delete it, or write an ordinary space or line end",
    "Control characters cannot be seen; YAML refuses most and takes some for line ends.",
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
    "the quotation that begins here is not closed",
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
STRAY_LINE = Code(
    "stray-line", ERROR,
    "this line is neither a word with its colon nor an item with its dash",
    "indent it if it goes on the text above it; a word needs a colon and a space: `note: …`",
    "Every line of a map begins with a word and a colon or with a dash, or goes on a text above it.",
    "claim: The zoo should close\n«reasons»\n  - Captivity harms large animals\n",
    "claim: The zoo should close\nreasons:\n  - Captivity harms large animals\n",
)  # fmt: skip
MERGE_MARKER = Code(
    "merge-marker", ERROR,
    "git left a conflict here that nobody has settled",
    "keep the lines that are meant, and delete the others with the lines of git's own",
    "Where git cannot merge two versions of a text it writes both, between lines of its own. "
    "`argmap git install` has maps merged claim by claim.",
    "claim: The zoo should close\nreasons:\n«<<<<<<<» ours\n  - Elephants suffer\n«=======»\n"
    "  - Large animals suffer\n«>>>>>>>» theirs\n",
    "claim: The zoo should close\nreasons:\n  - Elephants and other large animals suffer\n",
)  # fmt: skip
TEXT_AFTER_QUOTE = Code(
    "text-after-quote", ERROR,
    "text goes on behind the closing {sign}",
    "put the whole text in double quotes, with single quotes inside",
    "A text that starts with a quote sign or a bracket ends with the closing one.",
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
    "keep one of them",
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
    "YAML takes what stands here for a word of the map",
    "put the sentence in double quotes",
    "`? ` at the start of a text makes a key of it, and so does a colon behind `]` or `}`.",
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
    "put each text in straight double quotes, or write one `- ` line for each item",
    "Inside `[ ]` and `{ }` every comma starts a new item, also the comma of a sentence.",
    "claim: The zoo should close\nreasons: «[Animals suffer, and they die young]»\n",
    "claim: The zoo should close\nreasons:\n  - Animals suffer, and they die young\n",
)  # fmt: skip
LINES_AS_ONE = Code(
    "lines-as-one", WARNING,
    "YAML reads these lines as one text",
    "begin each item with `- `; if it is one long text, write `- ` once before it",
    "Without dashes, the lines below a word are one text, however they are broken.",
    "claim: The zoo should close\nreasons:\n  «Captivity harms animals\n  The zoo is empty»\n",
    "claim: The zoo should close\nreasons:\n  - Captivity harms animals\n  - The zoo is empty\n",
)  # fmt: skip
MISSING_SPACE = Code(
    "missing-space", ERROR,
    "{sign} needs a space behind it",
    "write a space behind {sign}, or put the text in double quotes if it is meant like this",
    "Without the space, YAML takes the sign for a part of the text.",
    "claim: The zoo should close\nreasons:\n  - «claim:»Captivity harms large animals\n",
    "claim: The zoo should close\nreasons:\n  - claim: Captivity harms large animals\n",
)  # fmt: skip
FOREIGN_SPACE = Code(
    "foreign-space", ERROR,
    "this is not the space that YAML knows: {char}",
    "write an ordinary space instead",
    "Text from a web page or a word processor often has other spaces, which look the same.",
    "claim: The zoo should close\nreasons:\n  - claim:«\u00a0»Captivity harms large animals\n",
    "claim: The zoo should close\nreasons:\n  - claim: Captivity harms large animals\n",
)  # fmt: skip
FOREIGN_DASH = Code(
    "foreign-dash", ERROR,
    "{sign} does not begin an item of a list",
    "write `- `, a plain hyphen and a space, before each item",
    "Word processors turn hyphens into other dashes and bullets; YAML reads them as text.",
    "claim: The zoo should close\nreasons:\n  «–» Captivity harms large animals\n",
    "claim: The zoo should close\nreasons:\n  - Captivity harms large animals\n",
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
    UNREADABLE, NOT_UTF_8, TOO_LARGE, CONTROL_CHARACTER, YAML_SYNTAX, TAB, UNCLOSED_QUOTE,
    UNCLOSED_BRACKET, STRAY_COLON, BAD_INDENT, STRAY_LINE, MERGE_MARKER, TEXT_AFTER_QUOTE, RESERVED_SIGN, TAG,
    ANCHOR, MERGE_KEY, SEVERAL_DOCUMENTS, DUPLICATE_WORD, TOO_DEEP, COMPLEX_KEY, EMPTY_FILE,
    CUT_BY_HASH, CLOSE_COMMENT, GLUED_LINE, SPLIT_BY_COMMA, LINES_AS_ONE, MISSING_SPACE,
    FOREIGN_SPACE, FOREIGN_DASH, FOREIGN_COLON, FOREIGN_COMMA, INVISIBLE,
)  # fmt: skip
