"""The compiled part of `cubaru`; import its names from `cubaru`."""

import datetime
import os
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol, TypeAlias, final, type_check_only

from ._types import (
    Attribution,
    Claim,
    Coding,
    Diagnostic,
    DictionaryProblem,
    DocumentDate,
    Entity,
    Event,
    Mention,
    Metadata,
    Office,
    Part,
    Quantity,
    Quotation,
    Repair,
    Sentence,
    Span,
    Time,
    Token,
    Unread,
    Word,
)

__all__ = [
    "Comparison",
    "Dictionaries",
    "Document",
    "Edtf",
    "Reader",
    "Reason",
    "_cases",
    "_check_cases",
    "_read_again",
    "read",
    "same_person",
    "times",
    "__version__",
]

__version__: str

_Precision: TypeAlias = Literal[
    "second", "day", "month", "quarter", "season", "third", "half", "year", "decade", "century", "millennium"
]
_Allen: TypeAlias = Literal[
    "before",
    "meets",
    "overlaps",
    "finishes",
    "during",
    "starts",
    "equals",
    "started-by",
    "contains",
    "finished-by",
    "overlapped-by",
    "met-by",
    "after",
]

@type_check_only
class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...

def read(
    text: str | bytes,
    *,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    authors: Sequence[str] | None = None,
    published: str | datetime.date | None = None,
    id: str | None = None,
    limit: int | None = None,
) -> Document:
    """Reads a text of political news.

    `text` is a `str`, or `bytes` of UTF-8. All that is known of it is optional: its `title` (where the text does not begin with
    it), `url`, `publisher`, `authors` (a sequence of `str`), the date `published` (a `datetime.date`, or `"2023"`, `"2023-06"`,
    `"2023-06-04"`), and your own `id` for it. A text of more than `limit` bytes of UTF-8 (10 MiB unless told otherwise) is refused.

    Raises `NotUtf8Error`, `TooLongError` or `BadDateError`, all of them `CubaruError`. Odd prose never is an error. Other threads
    run while it reads.

    >>> import cubaru
    >>> document = cubaru.read("Cuba and Russia signed an agreement.", published="2023-05")
    >>> [token.text for token in document.tokens]
    ['Cuba', 'and', 'Russia', 'signed', 'an', 'agreement', '.']
    """

def times(text: str | bytes, *, anchor: str | datetime.date | None = None) -> tuple[Time, ...]:
    """The time expressions of a text alone: those that `read` gives a document published on `anchor`, many times faster.

    `anchor` is a `datetime.date`, or `"2023"`, `"2023-06"`, `"2023-06-04"`. Offsets count code points. Raises what `read` raises.

    >>> import cubaru
    >>> for time in cubaru.times("Lavrov visited Cuba last Thursday, for two days.", anchor="2023-04-22"):
    ...     print(time.text, time.type, time.value, time.edtf)
    last Thursday DATE 2023-04-20 2023-04-20
    two days DURATION P2D None
    """

def same_person(a: str | Mapping[str, Any], b: str | Mapping[str, Any], /) -> Comparison:
    """Whether two names are the same person, with a score and the reasons; `docs/names.md` of the project tells how it decides.

    Each is a name (`str`), or a mapping with `name` and any of `country` (ISO 3166-1 alpha-3, or a name in English), `office` and
    `year` (an `int`, or a `str` that begins with one). What is `None` or empty is not known; other keys are left alone.

    Raises `CubaruError` (`bad-person`) where there is no name, or a value has another type.

    >>> import cubaru
    >>> one = {"name": "Yelena Sokolova", "country": "Russia", "office": "deputy minister", "year": 2016}
    >>> found = cubaru.same_person(one, {"name": "Елена Соколова", "country": "RUS", "office": "deputy minister"})
    >>> found.same
    True
    >>> found = cubaru.same_person("Ram Singh", "Raj Singh")
    >>> [(reason.id, reason.words) for reason in found.why if reason.stance == "against"]
    [('conflict-given-name', ('Raj', 'Ram'))]
    """

@final
class Comparison:
    """Whether two names are the same person, and why."""

    @property
    def same(self) -> bool:
        """Whether they are: nothing rules it out, and the score is high enough."""

    @property
    def score(self) -> int:
        """From 0 to 100; it sorts pairs, and is no probability."""

    @property
    def why(self) -> tuple[Reason, ...]:
        """The reasons: those for one person, those that make it less likely, those that rule it out."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Reason:
    """A reason for or against."""

    @property
    def id(self) -> str:
        """Its stable name, such as `"same-family-name"`."""

    @property
    def stance(self) -> Literal["for", "doubt", "against"]:
        """What it speaks for: `"for"` one person, `"doubt"`, or `"against"`."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words that it rests on, as they stand in the two, sorted."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Reader:
    """Reads texts. Built once; threads may share it.

    `cubaru.read` uses one that all share; make your own to keep a limit or rules of your own.

    >>> import cubaru
    >>> reader = cubaru.Reader.english().with_limit(1_000_000)
    >>> reader.read("Cuba!").sentences[0].end
    5
    """

    @staticmethod
    def english() -> Reader:
        """A reader of English."""

    def with_limit(self, n: int) -> Reader:
        """The same with another limit on a text's length, in bytes of UTF-8."""

    def with_rules(self, rules: str | os.PathLike[str], /) -> Reader:
        """The same with rules of events of your own, one a line, as `docs/events.md` of the project tells.

        `rules` is their text, or the `pathlib.Path` (any `os.PathLike`) of a file of them, in UTF-8. Where one of yours and one of the
        reader's ask for as much, yours goes first; classes may be your own. What such a reader reads keeps its rules when pickled.

        Raises `RuleError`, which says where a line breaks the format; `NotUtf8Error`; `OSError` where the file cannot be read.

        >>> import cubaru
        >>> rules = "verb restructure obj=debt,loan | DEBT | subj -> to,with | political | Zambia restructured its debt to China. | She restructured her debts."
        >>> reader = cubaru.Reader.english().with_rules(rules)
        >>> [event] = reader.read("Ghana restructured its debt to Japan.").events
        >>> event.class_, event.actor[0].text, event.recipient[0].text
        ('DEBT', 'Ghana', 'Japan')
        """

    def read(
        self,
        text: str | bytes,
        *,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        authors: Sequence[str] | None = None,
        published: str | datetime.date | None = None,
        id: str | None = None,
        limit: int | None = None,
    ) -> Document:
        """Reads a text; the arguments are those of `cubaru.read`."""

    def times(self, text: str | bytes, *, anchor: str | datetime.date | None = None) -> tuple[Time, ...]:
        """The time expressions of a text alone; the arguments are those of `cubaru.times`."""

    def words(self, forms: Sequence[str]) -> tuple[Word, ...]:
        """The words of one sentence that is split into words already, as Universal Dependencies splits English.

        One `Word` for each form, with its lemma, its class and its place in the tree. For texts that another program has split;
        `read` does all this by itself.

        >>> import cubaru
        >>> words = cubaru.Reader.english().words(["Russia", "did", "n't", "sign", "."])
        >>> len(words), [word.relation for word in words if word.head is None]
        (5, ['root'])
        """

@final
class Dictionaries:
    """Dictionaries in the formats of TABARI, PETRARCH-1 and PETRARCH-2: actors, agents, verbs, discards, issues.

    `texts` has the files' names and contents. What each holds is told from its contents; of two entries for the same words the first
    file has the first say. Lines that cannot be used are `problems`, and all others are used. Threads may share one.

    >>> import cubaru
    >>> dictionaries = cubaru.Dictionaries({
    ...     "actors.txt": "KENYA [KEN]\\n+KENYAN\\nPERU [PER]\\n",
    ...     "agents.txt": "MINISTER [~GOV]\\n",
    ...     "verbs.txt": "--- VISIT [042] ---\\nVISIT\\n- * (WITH GIFTS) [070]\\n",
    ... })
    >>> document = cubaru.read("A Kenyan minister visited Peru on Monday.")
    >>> for event in document.code(dictionaries).events:
    ...     print(event.source.code, event.code, event.target.code, event.entry.file, event.entry.line)
    KENGOV 042 PER verbs.txt 2
    """

    def __new__(cls, texts: dict[str, str], /) -> Dictionaries: ...
    @staticmethod
    def from_dir(path: str | os.PathLike[str], /) -> Dictionaries:
        """The dictionaries of a folder, in the order of their names: its files that end in `.txt`, `.actors`, `.agents`, `.verbs`,
        `.discards` or `.issues`. Characters that are not UTF-8 are replaced.

        Raises `OSError` where the folder or a file in it cannot be read.
        """

    @property
    def files(self) -> list[str]:
        """The files' names, in the order in which they were read."""

    @property
    def problems(self) -> tuple[DictionaryProblem, ...]:
        """The lines that could not be used, in the order of the files.

        >>> import cubaru
        >>> [problem] = cubaru.Dictionaries({"actors.txt": "KENYA [KEN]\\nPERU\\n"}).problems
        >>> problem.file, problem.line, problem.code
        ('actors.txt', 2, 'no-code')
        """

@final
class Document:
    """A text and all that was read from it.

    Offsets count code points, so that `document.text[e.start:e.end]` slices out the words. An index points into the list of the
    document that its name tells: `event.time` into `times`, `mention.entity` into `entities`. Every fact says `why`.

    A document cannot be changed. It is equal to another of the same text and source, read by the same rules; pickling keeps these and reads
    again.

    >>> import cubaru
    >>> document = cubaru.read("€300 for Cuba 🇨🇺, Russia said.")
    >>> token = document.tokens[2]
    >>> document.text[token.start:token.end]
    'for'
    """

    @property
    def text(self) -> str:
        """The text, as it was given."""

    @property
    def source(self) -> Metadata:
        """What was known of the text before it was read."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text's UTF-8 bytes, in hexadecimal."""

    @property
    def unit(self) -> Literal["code-point"]:
        """What the offsets count: code points."""

    @property
    def date(self) -> DocumentDate | None:
        """The document's own date, given or worked out."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the article, in order."""

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs, in order."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, which tile the text."""

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations, by their opening marks."""

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """Damage, and how it is read."""

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers, money, shares."""

    @property
    def times(self) -> tuple[Time, ...]:
        """Time expressions."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities, in the order of their first mention."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of entities."""

    @property
    def offices(self) -> tuple[Office, ...]:
        """Who holds which post."""

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what."""

    @property
    def events(self) -> tuple[Event, ...]:
        """Who did what to whom."""

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Sentences from which no fact was taken."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the reader noticed."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in the order of their words."""

    def claims_by(self, source: str, /) -> tuple[Claim, ...]:
        """The claims that a source makes or that stand in its mouth, in the order of their words.

        The source is named by any of the words that the text has for it, by its fullest name or by its actor code; letter case does not
        count. Each claim has its whole chain of `speakers`; what nobody but the document's author says has none.

        >>> import cubaru
        >>> document = cubaru.read("The agency reported that officials had told Turkey that Libya had attacked Malta.")
        >>> attack = document.claims_by("officials")[-1]
        >>> [speaker.source[0].text for speaker in attack.speakers]
        ['The agency', 'officials']
        >>> document.claims_by("Malta")
        ()
        """

    def to_json(self) -> str:
        """JSON on one line, with offsets in code points: the same bytes from Rust, Python and JavaScript.

        Its shape is the JSON Schema `document-1.json`.
        """

    def conllu(self) -> str:
        """The sentences as CoNLL-U, which other tools for syntax read: one token a line, an empty line behind each sentence.

        The source's id becomes the `newdoc id` and begins each `sent_id`. Words that are written as one (`didn't`) are multiword
        tokens. FEATS and DEPS are not filled.

        >>> import cubaru
        >>> lines = cubaru.read("Cuba didn't sign.", id="wire").conllu().splitlines()
        >>> lines[0], lines[2], lines[3]
        ('# newdoc id = wire', '# sent_id = wire-1', "# text = Cuba didn't sign.")
        >>> [line.split("\\t")[1] for line in lines[4:-1]]
        ['Cuba', "didn't", 'did', "n't", 'sign', '.']
        """

    def code(self, dictionaries: Dictionaries) -> Coding:
        """The events that dictionaries code, with the lines behind each, and how often the text speaks of their issues.

        >>> import cubaru
        >>> verbs = "--- MEET [040:040] ---\\nMEET {MEETS MET}\\n"
        >>> dictionaries = cubaru.Dictionaries({"verbs.txt": verbs, "actors.txt": "PERU [PER]\\nKENYA [KEN]\\n"})
        >>> coding = cubaru.read("Peru met Kenya.").code(dictionaries)
        >>> [(event.source.code, event.code, event.target.code) for event in coding.events]
        [('PER', '040', 'KEN'), ('KEN', '040', 'PER')]
        """

    def outline(self, layers: Sequence[str]) -> str:
        """The items of some layers, one a line, in the order of the text: for people and for tests.

        It says what the JSON says, without offsets and rules; a dash stands for what is missing. Layers are all the lists,
        `date` and `trees`. Raises `CubaruError` for any other name.

        >>> import cubaru
        >>> print(cubaru.read("Moscow hadn’t. “No base,” it added.").outline(["sentences", "quotations"]))
        sentence "Moscow hadn’t."
        sentence "“No base,” it added."
        quotation "No base,"
        """

    def words(self, span: _Placed) -> str:
        """The words at a span: at anything with a `start` and an `end` in code points.

        >>> import cubaru
        >>> document = cubaru.read("Cuba said no.")
        >>> document.words(document.tokens[1])
        'said'
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Edtf:
    """A date, an interval or a set of dates, as far as it is known, in EDTF: the Extended Date/Time Format of ISO 8601-2:2019, levels
    0 to 2.

    Two values are equal if they say the same, however it was written; `str` writes each in one way. They sort by the first day that
    they can touch, then by the last. Raises `EdtfError`.

    >>> import cubaru
    >>> june = cubaru.Edtf("2023-06?")
    >>> june, june.earliest, june.latest, june.is_uncertain
    (cubaru.Edtf("2023-06?"), datetime.date(2023, 6, 1), datetime.date(2023, 6, 30), True)
    >>> cubaru.Edtf("2023-06-04").relation(june)
    'during'
    >>> sorted(map(cubaru.Edtf, ["2023-06~", "199X", "../1985"]))
    [cubaru.Edtf("../1985"), cubaru.Edtf("199X"), cubaru.Edtf("2023-06~")]
    """

    def __new__(cls, text: str, /) -> Edtf: ...
    @property
    def kind(self) -> Literal["date", "time", "interval", "one-of", "all-of"]:
        """What it is: `"date"`, `"time"`, `"interval"`, `"one-of"` or `"all-of"`."""

    @property
    def precision(self) -> _Precision | None:
        """How fine it is, from `"second"` and `"day"` to `"millennium"`; `None` where it is coarser than that."""

    @property
    def is_uncertain(self) -> bool:
        """Whether any part is marked as uncertain: `?` or `%`."""

    @property
    def is_approximate(self) -> bool:
        """Whether any part is marked as approximate: `~` or `%`."""

    @property
    def earliest(self) -> datetime.date | None:
        """The first day that it can touch; `None` where its beginning is open or unknown, or lies outside of Python's years 1 to 9999."""

    @property
    def latest(self) -> datetime.date | None:
        """The last day that it can touch; `None` where its end is open or unknown, or lies outside of Python's years 1 to 9999."""

    @property
    def bounds(self) -> tuple[str, str]:
        """The first and the last day that it can touch as ISO 8601 writes them, of all years; `".."` where open, `""` where unknown.

        >>> import cubaru
        >>> cubaru.Edtf("-0043-03/..").bounds
        ('-0043-03-01', '..')
        """

    def relation(self, other: Edtf) -> _Allen | None:
        """How its bounds lie to another's, by Allen's thirteen relations: `"before"`, `"meets"`, `"overlaps"`, `"finishes"`, `"during"`,
        `"starts"`, `"equals"`, `"started-by"`, `"contains"`, `"finished-by"`, `"overlapped-by"`, `"met-by"`, `"after"`. `None` where an
        end of either is unknown.
        """

    def relations(self, other: Edtf) -> tuple[_Allen, ...]:
        """All relations to another that can be, where it is not told on which day either begins or ends. One alone is certain.

        >>> import cubaru
        >>> cubaru.Edtf("2023-05/2023-06").relations(cubaru.Edtf("2023-07-01"))
        ('before', 'meets')
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __lt__(self, other: Edtf, /) -> bool: ...
    def __le__(self, other: Edtf, /) -> bool: ...
    def __gt__(self, other: Edtf, /) -> bool: ...
    def __ge__(self, other: Edtf, /) -> bool: ...
    def __hash__(self) -> int: ...

def _cases(markdown: str) -> list[tuple[str, int, str, tuple[str, ...], bool, str | None, str, str]]: ...
def _read_again(text: str, rules: Sequence[str], known: dict[str, Any]) -> Document: ...
def _check_cases(reader: Reader, markdown: str) -> list[tuple[str, int, str, str]]: ...
