"""The compiled part of `cubaru`; import its names from `cubaru`."""

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, TypeAlias, final, overload, type_check_only

from ._types import (
    Attribution,
    Claim,
    ClaimFact,
    Coding,
    Decision,
    Diagnostic,
    DictionaryProblem,
    DocumentDate,
    DocumentRow,
    Entity,
    Event,
    EventFact,
    Finding,
    Mention,
    Merge,
    Merged,
    Metadata,
    MonthCount,
    Network,
    Office,
    Part,
    Quantity,
    Quotation,
    Repair,
    Sentence,
    Span,
    Story,
    Table,
    TenureFact,
    Time,
    Token,
    Unread,
    Verified,
    Word,
)

__all__ = [
    "ClaimQuery",
    "Comparison",
    "Dictionaries",
    "Document",
    "Edtf",
    "EventQuery",
    "KnowledgeBase",
    "Reader",
    "Reason",
    "TenureQuery",
    "Texts",
    "_cases",
    "_check_cases",
    "_read_again",
    "check",
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

_Parquet: TypeAlias = Literal["parquet", "parquet-claims", "parquet-entities", "parquet-events", "parquet-tenures"]
_Text: TypeAlias = Literal[
    "json",
    "jsonl",
    "plover",
    "gdelt",
    "icews",
    "csv",
    "csv-events",
    "csv-claims",
    "csv-tenures",
    "csv-entities",
    "turtle",
    "nquads",
    "jsonld",
    "ftm",
    "graphml",
    "gexf",
    "timelinejs",
    "annotations",
    "conllu",
    "markdown",
    "html",
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

def check(documents: Iterable[Document], /) -> tuple[Finding, ...]:
    """Checks documents, each against itself and against the others: counts against lists, lengths against dates, claims against later ones.

    A finding sets two places side by side and says nothing of who is right; `docs/checks.md` of the project tells what each kind reports. Those
    that agree are given too. Offsets count code points of the document that a side names.

    >>> import cubaru
    >>> text = "Three ministers resigned on Monday: Ana Prado, the minister of trade, and Luis Lemos, the minister of health."
    >>> finding = cubaru.check([cubaru.read(text)])[0]
    >>> finding.note, [words.text for words in finding.b.items]
    ('the text says 3 and names 2', ['Ana Prado', 'Luis Lemos'])
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

    def check(self) -> tuple[Finding, ...]:
        """What the text shows to be at odds within itself, as `cubaru.check` finds it.

        >>> import cubaru
        >>> text = "Three ministers resigned on Monday: Ana Prado, the minister of trade, and Luis Lemos, the minister of health."
        >>> [(finding.kind, finding.note) for finding in cubaru.read(text).check() if not finding.agrees]
        [('count', 'the text says 3 and names 2')]
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
class KnowledgeBase:
    """Many documents that answer as one: in memory, or in one SQLite file.

    `KnowledgeBase()` is in memory. `KnowledgeBase("news.sqlite")` opens a file, or makes it where there is none; with `read_only=True` the
    file must be there. Any number of processes read a file while one writes. Threads may share a base: others run while it adds or answers.
    Offsets count code points.

    Raises `BaseError`: `not-a-base`, `newer-base`, `store`.

    >>> import cubaru
    >>> base = cubaru.KnowledgeBase()
    >>> base.add(cubaru.read("Kenyan Foreign Minister Alfred Mutua visited Ghana on Monday.", published="2023-02-14"))
    True
    >>> base.add(cubaru.read("Ghana and Togo signed an agreement on Friday.", published="2023-05-06"))
    True
    >>> for visit in base.events().of("CONSULT").mode("visit").actor("KEN").between("2022", "2023-06"):
    ...     print(visit.date, visit.actor[0].name, visit.evidence[0].quote.exact)
    2023-02-13 Alfred Mutua Kenyan Foreign Minister Alfred Mutua visited Ghana on Monday.
    """

    def __new__(cls, path: str | os.PathLike[str] | None = None, *, read_only: bool = False) -> KnowledgeBase: ...
    def add(self, document: Document, /) -> bool:
        """Adds a document, wholly or not at all. False where its text is there already: that changes nothing."""

    def add_all(self, documents: Iterable[Document], /) -> tuple[bool, ...]:
        """Adds documents, each wholly or not at all, faster than one by one; says which were new."""

    def documents(self) -> tuple[DocumentRow, ...]:
        """The documents by date and hash, without their texts."""

    def source(self, sha256: str, /) -> Metadata:
        """What is known of a document, by its hash.

        Raises `BaseError` (`unknown`).
        """

    def text(self, sha256: str, /) -> str:
        """The text of a document, by its hash.

        Raises `BaseError` (`unknown`).
        """

    def ids(self, sha256: str, /) -> tuple[str | None, ...]:
        """The id in the base of each entity of a document, by its hash, in the order of the document's `entities`; `None` for descriptions ("the
        officials") and for a family name of nobody knows where.

        Raises `BaseError` (`unknown`).

        >>> import cubaru
        >>> base, document = cubaru.KnowledgeBase(), cubaru.read("Kenyan officials met Togolese President Faure Gnassingbe.")
        >>> base.add(document)
        True
        >>> [(entity.name, id) for entity, id in zip(document.entities, base.ids(document.sha256)) if entity.kind == "PER"]
        [('Faure Gnassingbe', 'faure-gnassingbe.tgo')]
        """

    def events(self) -> EventQuery:
        """Asks for events."""

    def claims(self) -> ClaimQuery:
        """Asks for claims."""

    def tenures(self) -> TenureQuery:
        """Asks for holdings of posts."""

    def claims_by(self, source: str, /) -> tuple[ClaimFact, ...]:
        """The claims that stand in somebody's mouth: a name, an id or an actor code.

        >>> import cubaru
        >>> base = cubaru.KnowledgeBase()
        >>> base.add(cubaru.read("The agency reported that officials had told Turkey that Libya had attacked Malta."))
        True
        >>> [(claim.kind, claim.certainty) for claim in base.claims_by("officials")]
        [('statement', 'U'), ('event', 'U')]
        """

    def entities(self) -> tuple[Merged, ...]:
        """Who and what the base knows, sorted by id."""

    def entity(self, given: str, /) -> Merged:
        """The entity that an id means, or a name that only one has.

        Raises `BaseError`: `unknown` where nobody has it, `ambiguous` where several have.
        """

    def who(self, given: str, /) -> tuple[Merged, ...]:
        """The entities that a name, an id or an actor code means, sorted by id.

        Raises `BaseError`: `unknown` where nobody has it.
        """

    def merges(self) -> tuple[Merge, ...]:
        """Which names are one, with score and reasons."""

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions of the user, in the order in which they were made."""

    def join(self, a: str, b: str, /) -> Decision:
        """Decides that two names or ids are one; holds for documents that come later.

        Raises `BaseError`: `unknown` where nobody has the name, `ambiguous` where several have.
        """

    def split(self, entity: str, part: str, /) -> tuple[Decision, ...]:
        """Decides that one name of an entity is somebody else's; or, where `part` is a document's hash or your own id of it, that somebody else
        is meant there.

        Raises `BaseError`: `unknown` where the entity has no such name beside others and stands in no such document.
        """

    def stories(self) -> tuple[Story, ...]:
        """Events that several reports tell, each with the reports and why they are one. Reports of nothing else stand alone."""

    def sources_of(self, event: str, /) -> tuple[EventFact, ...]:
        """All reports of one event, by the id of any of them, itself included.

        Raises `BaseError`: `unknown` where no event has the id.
        """

    def check(self, *, reader: Reader | None = None) -> tuple[Finding, ...]:
        """Checks the documents, each against itself and against the others: counts against lists, dates, claims against later ones.

        A finding sets two places side by side and says nothing of who is right; `docs/checks.md` of the project tells what each kind reports. Those
        that agree are given too. The reader (a `Reader.english()` unless told otherwise) reads the texts again.

        >>> import cubaru
        >>> base = cubaru.KnowledgeBase()
        >>> base.add_all([
        ...     cubaru.read("Kenya may lend Ghana two ferries, an envoy said.", published="2011-03-01"),
        ...     cubaru.read("Kenya has lent Ghana two ferries.", published="2011-03-09"),
        ... ])
        (True, True)
        >>> [drift] = [finding for finding in base.check() if finding.kind == "drift"]
        >>> drift.a.read, drift.b.read
        ('asked for or possible', 'done')
        """

    def check_json(self, *, reader: Reader | None = None) -> str:
        """The same findings as a JSON list: the same bytes as from Rust and JavaScript."""

    @overload
    def export(self, format: _Parquet, /, *, reader: Reader | None = None) -> bytes: ...
    @overload
    def export(self, format: _Text, /, *, reader: Reader | None = None) -> str: ...
    @overload
    def export(self, format: str, /, *, reader: Reader | None = None) -> str | bytes:
        """The whole base in a format by its name: `json`, `jsonl`, `plover`, `gdelt`, `icews`, `csv-events`, `csv-claims`, `csv-tenures`,
        `csv-entities`, `parquet-events` (and so on), `turtle`, `nquads`, `jsonld`, `ftm`, `graphml`, `gexf`, `timelinejs`, `annotations`, `conllu`,
        `markdown`, `html`.

        It is a `str`, but for Parquet, which is `bytes`; the same base gives the same. `docs/export.md` of the project tells each. The
        reader (a `Reader.english()` unless told otherwise) reads the texts again where a format holds checks or syntax.

        Raises `BaseError` (`bad-value`) where there is no such format.

        >>> import cubaru
        >>> base = cubaru.KnowledgeBase()
        >>> base.add(cubaru.read("Peru and Chile signed a treaty.", published="2021-03-02"))
        True
        >>> base.export("csv-events").splitlines()[0].split(",")[:4]
        ['id', 'document', 'document_id', 'publisher']
        """

    def save(self, path: str | os.PathLike[str], /) -> None:
        """Writes the base as lines to a file: so a base in memory is kept, and one is sent to others. The first line tells the version, then comes
        a line for each document with its text and all that was read of it, and one for each decision about who is who. The same base gives the
        same bytes, in whichever order its documents came. Places count code points. `docs/base.md` of the project tells the lines.

        Raises `OSError` where the file cannot be made, `BaseError` (`store`) where it cannot be written.

        >>> import cubaru, pathlib, tempfile
        >>> base, other = cubaru.KnowledgeBase(), cubaru.KnowledgeBase()
        >>> base.add(cubaru.read("Ghana and Togo signed a treaty on 2 May 2023."))
        True
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = pathlib.Path(folder) / "base.jsonl"
        ...     base.save(file)
        ...     other.load(file)
        1
        >>> other.events().rows() == base.events().rows()
        True
        """

    def load(self, path: str | os.PathLike[str], /) -> int:
        """Adds what `save` wrote, nothing read again; gives how many documents were new. What is there already does not change.

        Raises `OSError` where the file cannot be opened; `BaseError`: `bad-line` for a line that is damaged, or whose quotes do not stand in its
        text (what stands before it is in, each document wholly), `newer-base` for lines that a later version wrote.
        """

    def publish(self) -> None:
        """Brings the tables that people read with SQL up to date with who is who. What this base itself answers always is."""

    def sql(self, sql: str, /) -> Table:
        """What plain SQL answers of a base in a file; `docs/sql.md` of the project tells the views. Nothing can be changed so.

        Raises `BaseError` (`store`) for a base in memory, and for what SQLite does not take.
        """

    def problems(self) -> tuple[str, ...]:
        """What is wrong with the stored rows: one line for each thing."""

@final
class EventQuery:
    """A question for events, as `KnowledgeBase.events()` begins it: conditions narrow it, `rows()` or a loop answers it.

    Values of one condition are alternatives; conditions of different names must all hold. A question cannot be changed: each condition gives a
    new one. Rows come by date, those without one last: they are the timeline.

    Raises `BaseError` (`bad-value`) for a value that a condition cannot have.

    >>> import cubaru
    >>> base = cubaru.KnowledgeBase()
    >>> base.add(cubaru.read("Ghana and Togo signed an agreement. Kenya accused Chad of fraud.", published="2023-05-06"))
    True
    >>> question = base.events().of("AGREE", "SUPPORT", "ACCUSE")
    >>> [(event.class_, event.actor[0].code) for event in question]
    [('SUPPORT', 'GHA'), ('ACCUSE', 'KEN')]
    >>> [event.recipient[0].name for event in question.actor("KEN").rows()]
    ['Chad']
    """

    def of(self, value: str, /, *values: str) -> EventQuery:
        """The class: `CONSULT`, `SANCTION`, `SAY` …"""

    def type(self, value: str, /, *values: str) -> EventQuery:
        """What PLOVER would code: a promised visit is AGREE."""

    def mode(self, value: str, /, *values: str) -> EventQuery:
        """PLOVER's mode: `visit`, `meet` …"""

    def quad(self, value: str, /, *values: str) -> EventQuery:
        """The quad class: `VERBAL COOPERATION` …"""

    def cameo(self, value: str, /, *values: str) -> EventQuery:
        """How the CAMEO code begins."""

    def actor(self, value: str, /, *values: str) -> EventQuery:
        """Who acts: a code or how it begins (`RUS`, `RUSGOV`), a name, an id."""

    def recipient(self, value: str, /, *values: str) -> EventQuery:
        """To whom."""

    def party(self, value: str, /, *values: str) -> EventQuery:
        """Who acts or to whom."""

    def person(self, value: str, /, *values: str) -> EventQuery:
        """A person who takes part: a name or an id."""

    def sector(self, value: str, /, *values: str) -> EventQuery:
        """A sector of any side: `GOV`, `MIL`, `LEG` …"""

    def place(self, value: str, /, *values: str) -> EventQuery:
        """Where: a country's code, a name, an id."""

    def certainty(self, value: str, /, *values: str) -> EventQuery:
        """FactBank's certainty, seen from the document's author: `CT+`, `PS-` …"""

    def status(self, value: str, /, *values: str) -> EventQuery:
        """What became of it: `actual`, `reported`, `future`, `possible`, `hypothetical`, `negated`."""

    def modality(self, value: str, /, *values: str) -> EventQuery:
        """How it is stated: `asserted`, `hedged` …"""

    def speaker(self, value: str, /, *values: str) -> EventQuery:
        """In whose words it stands: a name, an id, an actor code."""

    def source(self, value: str, /, *values: str) -> EventQuery:
        """Who published the document, or your own id of it."""

    def document(self, value: str, /, *values: str) -> EventQuery:
        """The document's hash, the beginning of it, or your own id."""

    def words(self, value: str, /, *values: str) -> EventQuery:
        """Words of the sentence that states it: all of these; those between quotation marks side by side."""

    def id(self, value: str, /, *values: str) -> EventQuery:
        """The id of one row."""

    def published(self, first: str | datetime.date, last: str | datetime.date | None = None, /) -> EventQuery:
        """The dates between which the document was published, the last included; one alone is its own range."""

    def rows(self) -> tuple[EventFact, ...]:
        """The rows: by date, or (claims) by document and place."""

    def to_json(self) -> str:
        """The rows as a JSON list, with places in code points: the same bytes as from Rust and JavaScript."""

    def office(self, post: str, country: str | None = None, /) -> EventQuery:
        """Those who held a post at the time take part: `office("foreign minister", "RUS")`; without a country of any."""

    def between(self, first: str | datetime.date, last: str | datetime.date | None = None, /) -> EventQuery:
        """The dates between which it can lie, the last included; one alone is its own range. What has no date lies nowhere."""

    def counts_by_month_and_pair(self) -> tuple[MonthCount, ...]:
        """How many events in each month between each pair, by class."""

    def network(self) -> Network:
        """Who deals with whom: weighted, and over time.

        >>> import cubaru
        >>> base = cubaru.KnowledgeBase()
        >>> base.add(cubaru.read("Chad accused Niger of fraud. Niger accused Chad of theft."))
        True
        >>> [(edge.from_, edge.to, edge.class_, edge.events) for edge in base.events().network().edges]
        [('ner', 'tcd', 'ACCUSE', 1), ('tcd', 'ner', 'ACCUSE', 1)]
        """

    @overload
    def export(self, format: _Parquet, /, *, reader: Reader | None = None) -> bytes: ...
    @overload
    def export(self, format: _Text, /, *, reader: Reader | None = None) -> str: ...
    @overload
    def export(self, format: str, /, *, reader: Reader | None = None) -> str | bytes:
        """What is found, in a format: the events, the claims that state them, those who take part, their posts, the documents.

        The formats are those of `KnowledgeBase.export`, but for `conllu`.

        Raises `BaseError` (`bad-value`) where there is no such format.
        """

    def __iter__(self) -> Iterator[EventFact]: ...

@final
class ClaimQuery:
    """A question for claims, as `KnowledgeBase.claims()` begins it; as `EventQuery`.

    >>> import cubaru
    >>> base = cubaru.KnowledgeBase()
    >>> base.add(cubaru.read("Chad said that Niger had closed the border."))
    True
    >>> [claim.speakers[0].name for claim in base.claims().kind("event").words("border")]
    ['Chad']
    """

    def kind(self, value: str, /, *values: str) -> ClaimQuery:
        """What is stated: `event`, `office`, `statement`."""

    def certainty(self, value: str, /, *values: str) -> ClaimQuery:
        """FactBank's certainty, seen from the document's author: `CT+`, `PS-` …"""

    def status(self, value: str, /, *values: str) -> ClaimQuery:
        """What became of it: `actual`, `reported`, `future`, `possible`, `hypothetical`, `negated`."""

    def modality(self, value: str, /, *values: str) -> ClaimQuery:
        """How it is stated: `asserted`, `hedged` …"""

    def speaker(self, value: str, /, *values: str) -> ClaimQuery:
        """In whose words it stands: a name, an id, an actor code."""

    def source(self, value: str, /, *values: str) -> ClaimQuery:
        """Who published the document, or your own id of it."""

    def document(self, value: str, /, *values: str) -> ClaimQuery:
        """The document's hash, the beginning of it, or your own id."""

    def words(self, value: str, /, *values: str) -> ClaimQuery:
        """Words of the sentence that states it: all of these; those between quotation marks side by side."""

    def id(self, value: str, /, *values: str) -> ClaimQuery:
        """The id of one row."""

    def published(self, first: str | datetime.date, last: str | datetime.date | None = None, /) -> ClaimQuery:
        """The dates between which the document was published, the last included; one alone is its own range."""

    def rows(self) -> tuple[ClaimFact, ...]:
        """The rows: by date, or (claims) by document and place."""

    def to_json(self) -> str:
        """The rows as a JSON list, with places in code points: the same bytes as from Rust and JavaScript."""

    def __iter__(self) -> Iterator[ClaimFact]: ...

@final
class TenureQuery:
    """A question for holdings of posts, as `KnowledgeBase.tenures()` begins it; as `EventQuery`.

    >>> import cubaru
    >>> base = cubaru.KnowledgeBase()
    >>> base.add(cubaru.read("Kenyan Foreign Minister Alfred Mutua visited Ghana.", published="2023-02-14"))
    True
    >>> [(tenure.name, tenure.post_name) for tenure in base.tenures().country("KEN")]
    [('Alfred Mutua', 'foreign minister')]
    """

    def person(self, value: str, /, *values: str) -> TenureQuery:
        """Who holds it: a name or an id."""

    def post(self, value: str, /, *values: str) -> TenureQuery:
        """The post, or words of it: `minister`."""

    def country(self, value: str, /, *values: str) -> TenureQuery:
        """The country (alpha-3)."""

    def speaker(self, value: str, /, *values: str) -> TenureQuery:
        """In whose words it stands: a name, an id, an actor code."""

    def source(self, value: str, /, *values: str) -> TenureQuery:
        """Who published the document, or your own id of it."""

    def document(self, value: str, /, *values: str) -> TenureQuery:
        """The document's hash, the beginning of it, or your own id."""

    def words(self, value: str, /, *values: str) -> TenureQuery:
        """Words of the sentence that states it: all of these; those between quotation marks side by side."""

    def id(self, value: str, /, *values: str) -> TenureQuery:
        """The id of one row."""

    def published(self, first: str | datetime.date, last: str | datetime.date | None = None, /) -> TenureQuery:
        """The dates between which the document was published, the last included; one alone is its own range."""

    def rows(self) -> tuple[TenureFact, ...]:
        """The rows: by date, or (claims) by document and place."""

    def to_json(self) -> str:
        """The rows as a JSON list, with places in code points: the same bytes as from Rust and JavaScript."""

    def between(self, first: str | datetime.date, last: str | datetime.date | None = None, /) -> TenureQuery:
        """The dates between which it can lie, the last included; one alone is its own range. What has no date lies nowhere."""

    def __iter__(self) -> Iterator[TenureFact]: ...

@final
class Texts:
    """Texts, known by their hashes: they verify that every quotation stands where it is said to stand, exactly.

    `texts` is an iterable of `str`.

    >>> import cubaru
    >>> text = "Chad said that Niger had closed the border."
    >>> base = cubaru.KnowledgeBase()
    >>> base.add(cubaru.read(text))
    True
    >>> [failure.problem.split(":")[0] for failure in cubaru.Texts([]).verify(base).failures]
    ['no text has this hash']
    >>> verified = cubaru.Texts([text]).verify(base)
    >>> verified.quotes > 0, verified.failures
    (True, ())
    >>> cubaru.Texts([text]).verify_json(base.export("json")).failures
    ()
    """

    def __new__(cls, texts: Iterable[str], /) -> Texts: ...
    def verify(self, base: KnowledgeBase, /) -> Verified:
        """Verifies every quotation of every claim of a base, and the file itself."""

    def verify_json(self, json: str, /) -> Verified:
        """Verifies JSON that cubaru wrote, or JSON lines. Places of what failed count as the JSON does: code points, unless it was not this
        package that wrote it.

        Raises `CubaruError` (`bad-json`) for text that is no JSON.
        """

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
