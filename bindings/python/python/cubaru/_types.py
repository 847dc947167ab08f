"""The values of a document, and what a knowledge base answers.

Made by `cargo xtask glue` from `docs/schema/document-1.json` and `answers-1.json`: change the Rust types instead of this file.

Offsets (`start`, `end`) count code points. Values cannot be changed; two of equal contents are equal.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypeVar

__all__ = [
    "Word",
    "Upos",
    "Xpos",
    "Relation",
    "Coding",
    "CodedEvent",
    "CodedActor",
    "Words",
    "DictionaryLine",
    "IssueCount",
    "DictionaryProblem",
    "Unit",
    "Metadata",
    "DocumentDate",
    "Why",
    "Part",
    "PartKind",
    "Span",
    "Sentence",
    "Token",
    "TokenKind",
    "Quotation",
    "Closing",
    "Repair",
    "Quantity",
    "QuantityKind",
    "Approximation",
    "Time",
    "TimexType",
    "Anchoring",
    "Side",
    "Entity",
    "MentionKind",
    "Mention",
    "Office",
    "Attribution",
    "AttributionKind",
    "Certainty",
    "Status",
    "Modality",
    "Event",
    "Class",
    "Participant",
    "Unread",
    "Diagnostic",
    "Claim",
    "ClaimKind",
    "Speaker",
    "Evidence",
    "Quote",
    "DocumentRow",
    "DocumentId",
    "EventFact",
    "Party",
    "Voice",
    "ClaimFact",
    "TenureFact",
    "MonthCount",
    "Network",
    "Node",
    "Edge",
    "Merged",
    "Merge",
    "Label",
    "Decision",
    "DecisionKind",
    "Story",
    "Finding",
    "FindingKind",
    "FindingSide",
    "Verified",
    "Unverified",
    "Table",
]


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is in its sentence.

    Attributes:
        lemma: Its dictionary form.
        upos: Its word class.
        xpos: Its Penn tag, finer than the class: `VBD` is a verb in the past tense.
        head: The word that it depends on, counted from the beginning of the sentence; none for the root.
        relation: How it depends on its head.
    """

    lemma: str
    upos: Upos
    xpos: Xpos
    head: int | None
    relation: Relation


Upos: TypeAlias = Literal["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"]
"""A word class of Universal Dependencies (UPOS).

- `ADJ`: An adjective.
- `ADP`: A preposition, or the particle of a phrasal verb.
- `ADV`: An adverb.
- `AUX`: An auxiliary or copula.
- `CCONJ`: A coordinating conjunction.
- `DET`: A determiner.
- `INTJ`: An interjection.
- `NOUN`: A noun.
- `NUM`: A numeral.
- `PART`: A particle: `to`, `not`, `'s` of possession.
- `PRON`: A pronoun.
- `PROPN`: A proper noun.
- `PUNCT`: Punctuation.
- `SCONJ`: A subordinating conjunction.
- `SYM`: A symbol.
- `VERB`: A verb.
- `X`: Anything else.
"""


Xpos: TypeAlias = Literal["$", "''", ",", "-LRB-", "-RRB-", ".", ":", "``", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB"]
"""A tag of the Penn Treebank (XPOS), with the additions of the English Web Treebank.

- `$`: A currency sign.
- `''`: A closing quotation mark.
- `,`: A comma.
- `-LRB-`: An opening bracket.
- `-RRB-`: A closing bracket.
- `.`: A mark that ends a sentence.
- `:`: A colon, semicolon, dash or dots.
- ````: An opening quotation mark.
- `ADD`: A web or mail address.
- `AFX`: A prefix that stands alone.
- `CC`: A coordinating conjunction.
- `CD`: A cardinal number.
- `DT`: A determiner.
- `EX`: The `there` of existence.
- `FW`: A foreign word.
- `GW`: A part of a word that is written apart.
- `HYPH`: A hyphen.
- `IN`: A preposition or subordinating conjunction.
- `JJ`: An adjective.
- `JJR`: A comparative adjective.
- `JJS`: A superlative adjective.
- `LS`: The mark of an item in a list.
- `MD`: A modal.
- `NFP`: Superfluous punctuation, an emoticon.
- `NN`: A noun, singular or mass.
- `NNP`: A proper noun, singular.
- `NNPS`: A proper noun, plural.
- `NNS`: A noun, plural.
- `PDT`: A predeterminer.
- `POS`: The `'s` of possession.
- `PRP`: A personal pronoun.
- `PRP$`: A possessive pronoun.
- `RB`: An adverb.
- `RBR`: A comparative adverb.
- `RBS`: A superlative adverb.
- `RP`: The particle of a phrasal verb.
- `SYM`: A symbol.
- `TO`: `to`.
- `UH`: An interjection.
- `VB`: A verb in its base form.
- `VBD`: A verb in the past tense.
- `VBG`: A gerund or present participle.
- `VBN`: A past participle.
- `VBP`: A verb in the present tense, but for the third person singular.
- `VBZ`: A verb in the third person singular, present tense.
- `WDT`: A `wh` determiner.
- `WP`: A `wh` pronoun.
- `WP$`: `whose`.
- `WRB`: A `wh` adverb.
"""


Relation: TypeAlias = Literal["acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"]
"""A relation of Universal Dependencies between a word and its head, with the subtypes of English.

- `acl`: A clause that modifies a noun: `talks aimed at peace`.
- `acl:relcl`: A relative clause.
- `advcl`: An adverbial clause.
- `advcl:relcl`: A relative clause on a whole clause.
- `advmod`: An adverb.
- `amod`: An adjective on a noun.
- `appos`: An apposition.
- `aux`: An auxiliary.
- `aux:pass`: The auxiliary of a passive.
- `case`: A preposition or the `'s` of possession.
- `cc`: A coordinating conjunction.
- `cc:preconj`: The first half of a conjunction: `both … and`.
- `ccomp`: A clause as object.
- `compound`: A noun before a noun.
- `compound:prt`: The particle of a phrasal verb.
- `conj`: A further conjunct, on the first.
- `cop`: A copula.
- `csubj`: A clause as subject.
- `csubj:outer`: A clause as subject of a predicate that is a clause itself.
- `csubj:pass`: A clause as subject of a passive.
- `dep`: Something else.
- `det`: A determiner.
- `det:predet`: A predeterminer: `all the`.
- `discourse`: An interjection, a filler.
- `dislocated`: A part moved out of its clause.
- `expl`: A subject or object without meaning: `there is`.
- `fixed`: A further word of a fixed expression: `such as`.
- `flat`: A further word of a name.
- `goeswith`: A part of a word that is written apart.
- `iobj`: An indirect object.
- `list`: A further item of a list.
- `mark`: What marks a clause as subordinate: `that`, `to`.
- `nmod`: A noun that modifies a noun.
- `nmod:desc`: A title or description before a name.
- `nmod:poss`: A possessor.
- `nmod:unmarked`: A noun without preposition that modifies a noun.
- `nsubj`: A subject.
- `nsubj:outer`: The subject of a predicate that is a clause itself.
- `nsubj:pass`: The subject of a passive.
- `nummod`: A number that modifies a noun.
- `obj`: A direct object.
- `obl`: A noun that modifies a verb: `in Havana`.
- `obl:agent`: The agent of a passive: `by Russia`.
- `obl:unmarked`: A noun without preposition that modifies a verb: `last week`.
- `orphan`: What is left of a clause whose verb was left out.
- `parataxis`: A clause beside a clause: `…, he said`.
- `punct`: Punctuation.
- `reparandum`: What a speaker took back.
- `root`: The head of the sentence.
- `vocative`: Who is spoken to.
- `xcomp`: A clause without subject as complement: `agreed to sign`.
"""


@dataclass(frozen=True, slots=True)
class Coding:
    """What dictionaries say of a text.

    Attributes:
        events: The events, in the order of the text.
        issues: The issues, in the order of their first phrases.
        discarded: The discard phrase that threw the whole text away, if one did.
    """

    events: tuple[CodedEvent, ...]
    issues: tuple[IssueCount, ...]
    discarded: Words | None


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event as the dictionaries code it.

    Attributes:
        code: The code exactly as the dictionary has it.
        source: Who acts.
        target: Who is acted on.
        trigger: The verb.
        entry: The verb's entry, or the pattern's.
    """

    code: str
    source: CodedActor
    target: CodedActor
    trigger: Words
    entry: DictionaryLine


@dataclass(frozen=True, slots=True)
class CodedActor:
    """Who takes part in an event.

    Attributes:
        code: The code of the actor with those of the agents; `---` stands for an actor that no entry names.
        words: The words of the phrase.
        entries: The entries behind the code.
    """

    code: str
    words: Words
    entries: tuple[DictionaryLine, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of the text with their place.

    Attributes:
        start: Where they begin.
        end: Where they end.
        text: The words as they stand in the text.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DictionaryLine:
    """A line of a dictionary.

    Attributes:
        file: The file's name.
        line: The line, counted from 1.
    """

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class IssueCount:
    """How often a text speaks of an issue.

    Attributes:
        code: The issue's code.
        count: How many phrases speak of it.
    """

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class DictionaryProblem:
    """A line, or a part of one, that could not be used.

    Attributes:
        file: The file's name, as it was given.
        line: The line, counted from 1.
        column: The column in the line where the trouble begins, counted in characters from 1.
        code: A stable code for programs: `no-code`, `bad-date`, `unknown-synset` …
        message: What is the matter.
        hint: What to do about it.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str


Unit: TypeAlias = Literal["byte", "code-point", "utf16"]
"""What offsets count.

- `byte`: Bytes of UTF-8: Rust.
- `code-point`: Unicode code points: Python, and all JSON that cubaru writes.
- `utf16`: UTF-16 units: JavaScript.
"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a text. The keys are those of the `NAME.json` beside a `NAME.txt`.

    Attributes:
        id: Your own id for it.
        title: Its title, where the text does not begin with it.
        url: Where it stands.
        publisher: Who published it.
        authors: Who wrote it.
        published: When it was published: `2023`, `2023-06` or `2023-06-04`.
    """

    id: str | None
    title: str | None
    url: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The document's own date, given or worked out.

    Attributes:
        edtf: The date as EDTF (an interval where it was worked out).
        earliest: The first day it can be.
        latest: The last day it can be; `9999-12-31` where nothing tells.
        from_: Where it comes from: `given`, `dateline` or `within`. (`from` in JSON.)
        evidence: The words that tell it, where the text does.
        why: The rule behind it.
    """

    edtf: str
    earliest: str
    latest: str
    from_: str
    evidence: tuple[Words, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Why:
    """Why a value stands there.

    Attributes:
        rule: The rule's id; `cubaru explain` shows it with the words it read.
        entries: The list entries it used, as `list#form`.
    """

    rule: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an article.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        kind: What it is.
        why: The rule that said so.
    """

    start: int
    end: int
    kind: PartKind
    why: Why


PartKind: TypeAlias = Literal["headline", "byline", "dateline", "body", "author-note", "source-line"]
"""What a part of an article is.

- `headline`: The headline, or a crosshead between paragraphs.
- `byline`: A line that names the authors.
- `dateline`: Place and date before the first words, as in `KYIV, July 23 -`.
- `body`: The running text.
- `author-note`: A note on an author at the end.
- `source-line`: The line that names where the text comes from.
"""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of a text: from `start` up to, not including, `end`.

    Attributes:
        start: Where it begins.
        end: Where it ends; the first place after it.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a headline, a dateline, a note.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        first_token: Index of its first token.
        last_token: Index after its last token.
        paragraph: Index of its paragraph.
        part: The part of the article it stands in.
    """

    start: int
    end: int
    first_token: int
    last_token: int
    paragraph: int
    part: PartKind


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. Tokens tile the text: every character but white space lies in exactly one.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: The characters as they stand.
        norm: How it is read where that differs: without invisible characters, with straight apostrophes.
        kind: What it is made of.
        clitic: Whether it is written together with the token before (`n't`, `'s`), so that both make one written word.
        lemma: Its dictionary form.
        upos: Its word class.
        xpos: Its Penn tag, finer than the class: `VBD` is a verb in the past tense.
        head: Index of the token that it depends on, in the same sentence; none for the root.
        relation: How it depends on its head.
    """

    start: int
    end: int
    text: str
    norm: str | None
    kind: TokenKind
    clitic: bool
    lemma: str
    upos: Upos
    xpos: Xpos
    head: int | None
    relation: Relation


TokenKind: TypeAlias = Literal["word", "number", "punctuation", "symbol", "address"]
"""What a token is made of.

- `word`: Letters (with marks inside, as in `U.S.` or `n't`).
- `number`: Digits (with marks inside, as in `1,000.5` or `1990s`).
- `punctuation`: Punctuation.
- `symbol`: Anything else: currency signs, emoji, control characters.
- `address`: A web or mail address, a handle.
"""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        start: Where the opening mark begins.
        end: Where the closing mark ends.
        content: What stands between the marks.
        depth: How many quotations it stands in.
        parent: Index of the quotation around it.
        continues: Index of the quotation that it continues from the paragraph before.
        closing: How it ends.
    """

    start: int
    end: int
    content: Span
    depth: int
    parent: int | None
    continues: int | None
    closing: Closing


Closing: TypeAlias = Literal["mark", "next-paragraph", "missing"]
"""Whether a quotation was closed.

- `mark`: By its own mark.
- `next-paragraph`: It runs on in the next paragraph, which opens with a mark again.
- `missing`: Never: it was taken to end with its paragraph.
"""


@dataclass(frozen=True, slots=True)
class Repair:
    """Damaged prose, and how it is read. The text itself is never changed.

    Attributes:
        start: Where the damage begins.
        end: Where it ends.
        text: The damaged characters.
        reading: What is read instead.
        why: The rule that says so.
    """

    start: int
    end: int
    text: str
    reading: str
    why: Why


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, an amount of money, a share.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: Its words.
        kind: What it measures.
        value: The value in decimal digits, or a fraction such as `1/3`.
        unit: The currency (ISO 4217), for money.
        approximation: How exact the words make it.
        why: The rule behind it.
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    value: str
    unit: str | None
    approximation: Approximation
    why: Why


QuantityKind: TypeAlias = Literal["number", "ordinal", "money", "percent", "multiple", "fraction"]
"""What a quantity measures.

- `number`: A count.
- `ordinal`: A place in a row: `11th`.
- `money`: An amount of money.
- `percent`: A share of a hundred.
- `multiple`: How many times as much: `three times`.
- `fraction`: A fraction: `a third`.
"""


Approximation: TypeAlias = Literal["exact", "about", "below", "above"]
"""How exact the words make a quantity.

- `exact`: As stated.
- `about`: `about`, `some`, `around`.
- `below`: `nearly`, `almost`, `up to`, `less than`.
- `above`: `more than`, `over`, `at least`.
"""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: Its words.
        type: TIMEX3's type.
        value: TIMEX3's value: `2023-05`, `P30Y`, `PAST_REF`, `XXXX-03`.
        mod: TIMEX3's mod: `APPROX`, `START`, `MORE_THAN` …
        edtf: EDTF (ISO 8601-2), where it lies on the calendar.
        earliest: The first day it can mean, as `YYYY-MM-DD`.
        latest: The last day it can mean.
        anchoring: What it is counted from, where its words say so: `two days after the vote`. The day of that need not be known.
        why: The rule behind it, and what it was anchored to.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None
    edtf: str | None
    earliest: str | None
    latest: str | None
    anchoring: Anchoring | None
    why: Why


TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
"""TIMEX3's types.

- `DATE`: A calendar date of any size.
- `TIME`: A time of day.
- `DURATION`: A length.
- `SET`: Something that recurs.
"""


@dataclass(frozen=True, slots=True)
class Anchoring:
    """What a length of time is counted from.

    Attributes:
        duration: TIMEX3's value of the length: `P2D`.
        side: On which side of the anchor it leads.
        words: The words of the anchor: `the vote`.
    """

    duration: str
    side: Side
    words: Words


Side: TypeAlias = Literal["before", "after"]
"""A side of an anchor in time.

- `before`: Earlier than it.
- `after`: Later than it.
"""


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity of the document: all mentions that mean the same.

    Attributes:
        kind: What it is: PER, ORG, LOC, NORP or NOM.
        name: Its fullest name in the document.
        code: Its actor code: ISO 3166-1 alpha-3 and a PLOVER sector, or `IGO…`.
        gender: `f` or `m`, where a name or pronoun tells.
        members: Indices of the entities that it is made of: "the two countries", "they".
        mentions: Indices of its mentions.
    """

    kind: MentionKind
    name: str
    code: str | None
    gender: str | None
    members: tuple[int, ...]
    mentions: tuple[int, ...]


MentionKind: TypeAlias = Literal["PER", "ORG", "LOC", "NORP", "PRON", "NOM"]
"""What a mention names.

- `PER`: A person by name.
- `ORG`: A body by name.
- `LOC`: A place by name, a country that acts included.
- `NORP`: A nationality, people or faith.
- `PRON`: A pronoun.
- `NOM`: A description: `the island`, `the minister`, `police`.
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mention an entity.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: Its words.
        kind: The name's own kind.
        entity: Index of its entity.
        code: Its actor code here (`CUBGOV` where a capital stands for its government).
        why: The rule and the list entries behind it.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    entity: int | None
    code: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class Office:
    """A person and a post: who holds it in which body, for which country.

    Attributes:
        person: The person's name.
        entity: Index of the person's entity.
        post: The post's words.
        body: The words that name the body.
        country: The country (alpha-3).
        former: Whether the text says that the holding has ended.
        acting: Whether the holder is acting.
        attested_at: The day, month or year at which the text attests it, as EDTF.
        attribution: Index of the innermost attribution in whose content it stands.
        why: The rule behind it.
    """

    person: Words
    entity: int | None
    post: Words
    body: Words | None
    country: str | None
    former: bool
    acting: bool
    attested_at: str | None
    attribution: int | None
    why: Why


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what.

    Attributes:
        source: The source's words; none where the text names nobody.
        cue: The cue: the verb, noun or preposition that attributes.
        content: What is attributed.
        kind: How it is given.
        entity: Index of the source's entity.
        parent: Index of the attribution in whose content this one stands.
        certainty: How certain it is, for the document's author, that it was said at all.
        status: Whether it was said, will be, was not.
        modality: How that is stated.
        by_speaker: How certain it is to each speaker in whose words it stands, outermost first.
        why: The rule behind it.
    """

    source: tuple[Words, ...]
    cue: tuple[Words, ...]
    content: tuple[Words, ...]
    kind: AttributionKind
    entity: int | None
    parent: int | None
    certainty: Certainty
    status: Status
    modality: Modality
    by_speaker: tuple[Certainty, ...]
    why: Why


AttributionKind: TypeAlias = Literal["direct", "indirect", "mixed"]
"""How what was said is given.

- `direct`: In quotation marks, all of it.
- `indirect`: In the writer's words.
- `mixed`: Both.
"""


Certainty: TypeAlias = Literal["CT+", "PR+", "PS+", "U", "CT-", "PR-", "PS-"]
"""FactBank's certainty and polarity, relative to a source (Saurí and Pustejovsky 2009).

- `CT+`: Certain.
- `PR+`: Probable.
- `PS+`: Possible.
- `U`: Unspecified: in another's words, or a question.
- `CT-`: Certainly not.
- `PR-`: Probably not.
- `PS-`: Possibly not.
"""


Status: TypeAlias = Literal["actual", "reported", "future", "possible", "hypothetical", "negated"]
"""What became of an act, as the text has it.

- `actual`: The author lets it stand.
- `reported`: A plain event in somebody's words.
- `future`: Said to come.
- `possible`: A modal or an adverb of doubt.
- `hypothetical`: A condition, a wish, a demand, a question.
- `negated`: Said not to have happened.
"""


Modality: TypeAlias = Literal["asserted", "attributed", "hedged", "future", "negated", "conditional", "counterfactual", "desired", "asked", "evaluative"]
"""How a statement is made: plainly, or how it is kept from being plain.

- `asserted`: Said plainly.
- `attributed`: In somebody's words or belief, named or not.
- `hedged`: Held likely, possible or unlikely: "may", "seems to".
- `future`: To come: "will", "plans to".
- `negated`: Said not to be so: "not", "refused to", "without".
- `conditional`: A condition, or what hangs on one: "if", "unless", "would".
- `counterfactual`: Supposed against what is so: "had it not", "would have", "as if".
- `desired`: Wished, demanded, offered, tried or meant: "wants to", "urged", "in order to".
- `asked`: Asked, or left open: "did it?", "whether".
- `evaluative`: Judged: "should", "it is shameful that", "rightly".
"""


@dataclass(frozen=True, slots=True)
class Event:
    """What somebody did to somebody.

    Attributes:
        class_: The act: a PLOVER class, `SAY`, or a lasting state. (`class` in JSON.)
        type: What PLOVER would code: a promised visit is AGREE. None for states.
        mode: PLOVER's mode: `visit`, `meet`, `demo` …
        contexts: PLOVER's contexts, sorted: what it is about besides the act (`military`, `election`, `health` …).
        cameo: The CAMEO code, where the words decide one.
        trigger: The words that state it.
        actor: Who acts; of a reciprocal event, all.
        recipient: To whom.
        place: Where.
        time: Index of the time expression that dates it.
        date: When, as EDTF.
        earliest: The first day it can have been.
        latest: The last day it can have been.
        certainty: FactBank's certainty, seen from the document's author.
        status: Whether it happened, will happen, did not.
        modality: How it is stated: plainly, on a condition, as a wish …
        by_speaker: FactBank's certainty, seen from each speaker of the chain, outermost first; empty where the author speaks.
        cues: The words that make it less than certain and actual.
        attribution: Index of the innermost attribution in whose content it stands.
        same_as: Index of the earlier event that it tells of again, with other words. Who counts events leaves out those that have one.
        why: The rule and the list entries behind it.
    """

    class_: Class
    type: Class | None
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    trigger: tuple[Words, ...]
    actor: tuple[Participant, ...]
    recipient: tuple[Participant, ...]
    place: Participant | None
    time: int | None
    date: str | None
    earliest: str | None
    latest: str | None
    certainty: Certainty
    status: Status
    modality: Modality
    by_speaker: tuple[Certainty, ...]
    cues: tuple[Words, ...]
    attribution: int | None
    same_as: int | None
    why: Why


Class: TypeAlias = str
"""An event class: PLOVER's sixteen, `SAY`, or a lasting state such as `LEASE`."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part in an event.

    Attributes:
        start: Where the words begin.
        end: Where they end.
        text: The words.
        entity: Index of the entity.
        code: The actor code.
    """

    start: int
    end: int
    text: str
    entity: int | None
    code: str | None


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that no rule took.

    Attributes:
        start: Where they begin.
        end: Where they end.
        text: The words.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A remark on the text.

    Attributes:
        code: A stable code for programs: `unpaired-quotation`, `date-contradicted` …
        message: What is the matter.
        hint: What to do about it.
        span: Where, if somewhere.
    """

    code: str
    message: str
    hint: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement by one source at one place.

    Attributes:
        id: An id that comes from the content: the text's hash, what is stated, and where.
        kind: What is stated.
        item: Index of the item in the list that `kind` names.
        speakers: The chain of speakers, outermost first; empty where the document's author speaks.
        certainty: The certainty, seen from the document's author.
        status: What became of it.
        modality: How it is stated.
        evidence: The sentence that states it.
    """

    id: str
    kind: ClaimKind
    item: int
    speakers: tuple[Speaker, ...]
    certainty: Certainty
    status: Status
    modality: Modality
    evidence: tuple[Evidence, ...]


ClaimKind: TypeAlias = Literal["event", "office", "statement"]
"""What a claim states.

- `event`: That something happened, will, or did not: an item of `events`.
- `office`: That a person holds or held a post: an item of `offices`.
- `statement`: That somebody said something: an item of `attributions`.
"""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of a claim's chain.

    Attributes:
        attribution: Index of the attribution that brings the speaker in.
        entity: Index of the speaker's entity.
        source: The words that name the speaker; none where the text names nobody.
        cue: The words that attribute.
        certainty: The certainty, seen from this speaker.
    """

    attribution: int
    entity: int | None
    source: tuple[Words, ...]
    cue: tuple[Words, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words of a claim stand (W3C Web Annotation: position and quote; the hash stands on the document).

    Attributes:
        position: The place.
        quote: The words.
    """

    position: Span
    quote: Quote


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words with what stands around them (W3C Web Annotation, text quote selector).

    Attributes:
        exact: The words.
        prefix: Up to 32 characters before them.
        suffix: Up to 32 characters after them.
    """

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document.

    Attributes:
        sha256: Its id: the SHA-256 of the text's UTF-8 bytes.
        source: What was known of it before it was read.
        date: Its own date, given or worked out, as EDTF.
        earliest: The first day that date can be, as `YYYY-MM-DD`.
        latest: The last day it can be; `9999-12-31` where nothing tells.
    """

    sha256: DocumentId
    source: Metadata
    date: str | None
    earliest: str | None
    latest: str | None


DocumentId: TypeAlias = str
"""Which document: the SHA-256 of its text's UTF-8 bytes, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event as one document tells it.

    Attributes:
        id: Its id.
        document: The document: the SHA-256 of its text.
        class_: The act: a PLOVER class, `SAY` or a state. (`class` in JSON.)
        type: What PLOVER would code.
        mode: PLOVER's mode.
        contexts: PLOVER's contexts.
        quad: The quad class.
        cameo: The CAMEO code.
        date: When, as EDTF.
        earliest: The first day it can have been.
        latest: The last day it can have been.
        uncertain: Whether the day is not known exactly.
        actor: Who acts.
        recipient: To whom.
        place: Where.
        certainty: The certainty, seen from the document's author.
        status: What became of it.
        modality: How it is stated.
        speakers: Who says so, outermost first; empty where the document's author speaks.
        trigger: The words that state it.
        evidence: The sentence that states it.
    """

    id: str
    document: DocumentId
    class_: str
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    quad: str | None
    cameo: str | None
    date: str | None
    earliest: str | None
    latest: str | None
    uncertain: bool
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    place: Party | None
    certainty: Certainty
    status: Status
    modality: Modality
    speakers: tuple[Voice, ...]
    trigger: tuple[Words, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part, or the place.

    Attributes:
        id: The id of the entity in the base; none for descriptions ("the officials") and for words that no entity stands behind.
        name: Its name in the base, or in the document.
        code: The actor code.
        start: Where the words begin.
        end: Where they end.
        text: The words.
    """

    id: str | None
    name: str | None
    code: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of the chain.

    Attributes:
        id: The id of the entity in the base.
        name: Its name.
        source: The words that name the speaker.
        cue: The words that attribute.
        certainty: The certainty, seen from this speaker.
    """

    id: str | None
    name: str | None
    source: tuple[Words, ...]
    cue: tuple[Words, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class ClaimFact:
    """A claim.

    Attributes:
        id: Its id.
        document: The document: the SHA-256 of its text.
        kind: What is stated.
        item: The id of the event or holding that is stated.
        speakers: In whose words it stands, outermost first; of a statement, who makes it comes last.
        content: What was said, where the claim is that something was said.
        certainty: The certainty, seen from the document's author.
        status: What became of it.
        modality: How it is stated.
        evidence: The sentence that states it.
    """

    id: str
    document: DocumentId
    kind: ClaimKind
    item: str | None
    speakers: tuple[Voice, ...]
    content: tuple[Words, ...]
    certainty: Certainty
    status: Status
    modality: Modality
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TenureFact:
    """A holding of a post, as one document attests it.

    Attributes:
        id: Its id.
        document: The document: the SHA-256 of its text.
        person_id: The id of the person in the base.
        name: The person's name in the base.
        person: The person's words.
        post_name: The post as the list of posts has it.
        post: The post's words.
        body: The words that name the body.
        country: The country (alpha-3).
        former: Whether the text says that the holding has ended.
        acting: Whether the holder is acting.
        attested_at: When the text attests it, as EDTF.
        earliest: The first day of that.
        latest: The last day of that.
        speakers: Who says so.
        evidence: The sentence that states it.
    """

    id: str
    document: DocumentId
    person_id: str | None
    name: str | None
    person: Words
    post_name: str
    post: Words
    body: Words | None
    country: str | None
    former: bool
    acting: bool
    attested_at: str | None
    earliest: str | None
    latest: str | None
    speakers: tuple[Voice, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many events of a class lie in a month between two sides.

    Attributes:
        month: The month, as `2023-04`; none where the dates do not tell one month.
        actor: The actor's country or code.
        recipient: The recipient's country or code.
        class_: The class. (`class` in JSON.)
        events: How many events, as documents tell them.
        documents: How many documents tell them.
    """

    month: str | None
    actor: str | None
    recipient: str | None
    class_: str
    events: int
    documents: int


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges, sorted by id.

    Attributes:
        nodes: Who.
        edges: What between whom, weighted and over time.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in a network.

    Attributes:
        id: The id in the base; a code or words where the base has none.
        name: The name.
        code: The actor code.
        events: In how many events.
    """

    id: str
    name: str
    code: str | None
    events: int


@dataclass(frozen=True, slots=True)
class Edge:
    """What one did to another.

    Attributes:
        from_: Who acts. (`from` in JSON.)
        to: To whom.
        class_: The class of the events. (`class` in JSON.)
        quad: The quad class.
        events: How many events: the weight.
        documents: How many documents tell them.
        first: The first day of any.
        last: The last day of any.
        months: How many in each month that is known.
        ids: The ids of the events.
    """

    from_: str
    to: str
    class_: str
    quad: str | None
    events: int
    documents: int
    first: str | None
    last: str | None
    months: Mapping[str, int]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """An entity of the whole base.

    Attributes:
        id: Its id: its commonest name in folded words and its country, as in `sergei-lavrov.rus`.
        kind: `person`, `body`, `place`, `country` or `people`.
        name: Its commonest name.
        names: All its names, sorted.
        code: The commonest of its fullest actor codes.
        documents: In how many documents it stands.
    """

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    code: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two names are one.

    Attributes:
        entity: The id of the entity that both are.
        a: The one.
        b: The other.
        score: How sure it is, up to 100.
        why: The reasons; `user` alone where the user said so.
    """

    entity: str
    a: Label
    b: Label
    score: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A name as a decision means it.

    Attributes:
        kind: `person`, `body`, `place` or `country`.
        name: The name in folded words.
        country: The country (alpha-3), where one is known.
        document: The one document (its hash) that is meant, where not all are.
    """

    kind: str
    name: str
    country: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the user.

    Attributes:
        decision: What was decided.
        a: The one.
        b: The other.
    """

    decision: DecisionKind
    a: Label
    b: Label


DecisionKind: TypeAlias = Literal["join", "split"]
"""What was decided.

- `join`: These two are one.
- `split`: These two are not one.
"""


@dataclass(frozen=True, slots=True)
class Story:
    """One event and the reports that tell it.

    Attributes:
        id: Its id: that of the first report, by date and hash.
        class_: The class. (`class` in JSON.)
        earliest: The first day on which all reports can agree.
        latest: The last one.
        events: The ids of the events that tell it, sorted.
        documents: How many documents tell it.
        score: The least score of the pairs that made it, up to 100.
        why: What they agree in: `same-day`, `same-person`, `same-sides`, `same-place` …
    """

    id: str
    class_: str
    earliest: str | None
    latest: str | None
    events: tuple[str, ...]
    documents: int
    score: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Two places that a reader should look at side by side.

    Attributes:
        id: An id that comes from its kind and places.
        kind: What is set against what.
        rule: The rule that found it; `docs/checks.md` lists them.
        agrees: Whether both sides say the same, as read: seven announced and seven named.
        a: The one side: what is stated, or stated first.
        b: The other side; none where the text gives none.
        note: The two readings in words.
    """

    id: str
    kind: FindingKind
    rule: str
    agrees: bool
    a: FindingSide
    b: FindingSide | None
    note: str


FindingKind: TypeAlias = Literal["count", "span", "class", "order", "contradiction", "drift", "dependence", "superlative", "figure"]
"""What is set against what.

- `count`: A number of persons or countries, and those that are named.
- `span`: A length of time, and the dates that bound it.
- `class`: A class of persons, and somebody named under it whose post lies elsewhere.
- `order`: An order of events, and dates that have them in another.
- `contradiction`: What two documents say of one thing at one time.
- `drift`: A claim, and the stronger one that a later document makes of it.
- `dependence`: A claim, and what it depends on.
- `superlative`: A superlative or universal for which the text gives nothing.
- `figure`: A figure for which the text names nobody.
"""


@dataclass(frozen=True, slots=True)
class FindingSide:
    """One side of a finding: words of a document, and what was read there.

    Attributes:
        document: The document.
        start: Where the words begin.
        end: Where they end.
        text: The words.
        read: What was read there: a number, a length (`P5M`), an order, a name …
        items: What was counted, where something was: names, dates.
    """

    document: DocumentId
    start: int
    end: int
    text: str
    read: str
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """What was verified, and what failed.

    Attributes:
        documents: How many documents were looked for.
        quotes: How many quotations were compared.
        failures: What failed, in the order in which it was found.
    """

    documents: int
    quotes: int
    failures: tuple[Unverified, ...]


@dataclass(frozen=True, slots=True)
class Unverified:
    """A quotation that does not stand at its place, or a text that is not there.

    Attributes:
        document: The hash of the text.
        claim: The id of the claim, or of the event, holding or other record, in which the words stand.
        position: Where the quotation should stand.
        problem: What is wrong.
    """

    document: str
    claim: str | None
    position: Span | None
    problem: str


@dataclass(frozen=True, slots=True)
class Table:
    """What plain SQL answers: names of columns, and rows of values.

    Attributes:
        columns: The names of the columns.
        rows: The rows.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


_T = TypeVar("_T")


def _maybe(make: Callable[[Any], _T], value: Any) -> _T | None:
    return None if value is None else make(value)


def _word(o: dict[str, Any]) -> Word:
    return Word(
        o["lemma"],
        o["upos"],
        o["xpos"],
        o["head"],
        o["relation"],
    )


def _coding(o: dict[str, Any]) -> Coding:
    return Coding(
        tuple(map(_coded_event, o["events"])),
        tuple(map(_issue_count, o["issues"])),
        _maybe(_words, o["discarded"]),
    )


def _coded_event(o: dict[str, Any]) -> CodedEvent:
    return CodedEvent(
        o["code"],
        _coded_actor(o["source"]),
        _coded_actor(o["target"]),
        _words(o["trigger"]),
        _dictionary_line(o["entry"]),
    )


def _coded_actor(o: dict[str, Any]) -> CodedActor:
    return CodedActor(
        o["code"],
        _words(o["words"]),
        tuple(map(_dictionary_line, o["entries"])),
    )


def _words(o: dict[str, Any]) -> Words:
    return Words(
        o["start"],
        o["end"],
        o["text"],
    )


def _dictionary_line(o: dict[str, Any]) -> DictionaryLine:
    return DictionaryLine(
        o["file"],
        o["line"],
    )


def _issue_count(o: dict[str, Any]) -> IssueCount:
    return IssueCount(
        o["code"],
        o["count"],
    )


def _dictionary_problem(o: dict[str, Any]) -> DictionaryProblem:
    return DictionaryProblem(
        o["file"],
        o["line"],
        o["column"],
        o["code"],
        o["message"],
        o["hint"],
    )


def _metadata(o: dict[str, Any]) -> Metadata:
    return Metadata(
        o.get("id"),
        o.get("title"),
        o.get("url"),
        o.get("publisher"),
        tuple(o.get("authors", ())),
        o.get("published"),
    )


def _document_date(o: dict[str, Any]) -> DocumentDate:
    return DocumentDate(
        o["edtf"],
        o["earliest"],
        o["latest"],
        o["from"],
        tuple(map(_words, o["evidence"])),
        _why(o["why"]),
    )


def _why(o: dict[str, Any]) -> Why:
    return Why(
        o["rule"],
        tuple(o.get("entries", ())),
    )


def _part(o: dict[str, Any]) -> Part:
    return Part(
        o["start"],
        o["end"],
        o["kind"],
        _why(o["why"]),
    )


def _span(o: dict[str, Any]) -> Span:
    return Span(
        o["start"],
        o["end"],
    )


def _sentence(o: dict[str, Any]) -> Sentence:
    return Sentence(
        o["start"],
        o["end"],
        o["first_token"],
        o["last_token"],
        o["paragraph"],
        o["part"],
    )


def _token(o: dict[str, Any]) -> Token:
    return Token(
        o["start"],
        o["end"],
        o["text"],
        o.get("norm"),
        o["kind"],
        o["clitic"],
        o["lemma"],
        o["upos"],
        o["xpos"],
        o["head"],
        o["relation"],
    )


def _quotation(o: dict[str, Any]) -> Quotation:
    return Quotation(
        o["start"],
        o["end"],
        _span(o["content"]),
        o["depth"],
        o["parent"],
        o["continues"],
        o["closing"],
    )


def _repair(o: dict[str, Any]) -> Repair:
    return Repair(
        o["start"],
        o["end"],
        o["text"],
        o["reading"],
        _why(o["why"]),
    )


def _quantity(o: dict[str, Any]) -> Quantity:
    return Quantity(
        o["start"],
        o["end"],
        o["text"],
        o["kind"],
        o["value"],
        o["unit"],
        o["approximation"],
        _why(o["why"]),
    )


def _time(o: dict[str, Any]) -> Time:
    return Time(
        o["start"],
        o["end"],
        o["text"],
        o["type"],
        o["value"],
        o["mod"],
        o["edtf"],
        o["earliest"],
        o["latest"],
        _maybe(_anchoring, o["anchoring"]),
        _why(o["why"]),
    )


def _anchoring(o: dict[str, Any]) -> Anchoring:
    return Anchoring(
        o["duration"],
        o["side"],
        _words(o["words"]),
    )


def _entity(o: dict[str, Any]) -> Entity:
    return Entity(
        o["kind"],
        o["name"],
        o["code"],
        o["gender"],
        tuple(o["members"]),
        tuple(o["mentions"]),
    )


def _mention(o: dict[str, Any]) -> Mention:
    return Mention(
        o["start"],
        o["end"],
        o["text"],
        o["kind"],
        o["entity"],
        o["code"],
        _why(o["why"]),
    )


def _office(o: dict[str, Any]) -> Office:
    return Office(
        _words(o["person"]),
        o["entity"],
        _words(o["post"]),
        _maybe(_words, o["body"]),
        o["country"],
        o["former"],
        o["acting"],
        o["attested_at"],
        o["attribution"],
        _why(o["why"]),
    )


def _attribution(o: dict[str, Any]) -> Attribution:
    return Attribution(
        tuple(map(_words, o["source"])),
        tuple(map(_words, o["cue"])),
        tuple(map(_words, o["content"])),
        o["kind"],
        o["entity"],
        o["parent"],
        o["certainty"],
        o["status"],
        o["modality"],
        tuple(o["by_speaker"]),
        _why(o["why"]),
    )


def _event(o: dict[str, Any]) -> Event:
    return Event(
        o["class"],
        o["type"],
        o["mode"],
        tuple(o["contexts"]),
        o["cameo"],
        tuple(map(_words, o["trigger"])),
        tuple(map(_participant, o["actor"])),
        tuple(map(_participant, o["recipient"])),
        _maybe(_participant, o["place"]),
        o["time"],
        o["date"],
        o["earliest"],
        o["latest"],
        o["certainty"],
        o["status"],
        o["modality"],
        tuple(o["by_speaker"]),
        tuple(map(_words, o["cues"])),
        o["attribution"],
        o["same_as"],
        _why(o["why"]),
    )


def _participant(o: dict[str, Any]) -> Participant:
    return Participant(
        o["start"],
        o["end"],
        o["text"],
        o["entity"],
        o["code"],
    )


def _unread(o: dict[str, Any]) -> Unread:
    return Unread(
        o["start"],
        o["end"],
        o["text"],
    )


def _diagnostic(o: dict[str, Any]) -> Diagnostic:
    return Diagnostic(
        o["code"],
        o["message"],
        o["hint"],
        _maybe(_span, o["span"]),
    )


def _claim(o: dict[str, Any]) -> Claim:
    return Claim(
        o["id"],
        o["kind"],
        o["item"],
        tuple(map(_speaker, o["speakers"])),
        o["certainty"],
        o["status"],
        o["modality"],
        tuple(map(_evidence, o["evidence"])),
    )


def _speaker(o: dict[str, Any]) -> Speaker:
    return Speaker(
        o["attribution"],
        o["entity"],
        tuple(map(_words, o["source"])),
        tuple(map(_words, o["cue"])),
        o["certainty"],
    )


def _evidence(o: dict[str, Any]) -> Evidence:
    return Evidence(
        _span(o["position"]),
        _quote(o["quote"]),
    )


def _quote(o: dict[str, Any]) -> Quote:
    return Quote(
        o["exact"],
        o["prefix"],
        o["suffix"],
    )


def _document_row(o: dict[str, Any]) -> DocumentRow:
    return DocumentRow(
        o["sha256"],
        _metadata(o["source"]),
        o["date"],
        o["earliest"],
        o["latest"],
    )


def _event_fact(o: dict[str, Any]) -> EventFact:
    return EventFact(
        o["id"],
        o["document"],
        o["class"],
        o["type"],
        o["mode"],
        tuple(o["contexts"]),
        o["quad"],
        o["cameo"],
        o["date"],
        o["earliest"],
        o["latest"],
        o["uncertain"],
        tuple(map(_party, o["actor"])),
        tuple(map(_party, o["recipient"])),
        _maybe(_party, o["place"]),
        o["certainty"],
        o["status"],
        o["modality"],
        tuple(map(_voice, o["speakers"])),
        tuple(map(_words, o["trigger"])),
        tuple(map(_evidence, o["evidence"])),
    )


def _party(o: dict[str, Any]) -> Party:
    return Party(
        o["id"],
        o["name"],
        o["code"],
        o["start"],
        o["end"],
        o["text"],
    )


def _voice(o: dict[str, Any]) -> Voice:
    return Voice(
        o["id"],
        o["name"],
        tuple(map(_words, o["source"])),
        tuple(map(_words, o["cue"])),
        o["certainty"],
    )


def _claim_fact(o: dict[str, Any]) -> ClaimFact:
    return ClaimFact(
        o["id"],
        o["document"],
        o["kind"],
        o["item"],
        tuple(map(_voice, o["speakers"])),
        tuple(map(_words, o["content"])),
        o["certainty"],
        o["status"],
        o["modality"],
        tuple(map(_evidence, o["evidence"])),
    )


def _tenure_fact(o: dict[str, Any]) -> TenureFact:
    return TenureFact(
        o["id"],
        o["document"],
        o["person_id"],
        o["name"],
        _words(o["person"]),
        o["post_name"],
        _words(o["post"]),
        _maybe(_words, o["body"]),
        o["country"],
        o["former"],
        o["acting"],
        o["attested_at"],
        o["earliest"],
        o["latest"],
        tuple(map(_voice, o["speakers"])),
        tuple(map(_evidence, o["evidence"])),
    )


def _month_count(o: dict[str, Any]) -> MonthCount:
    return MonthCount(
        o["month"],
        o["actor"],
        o["recipient"],
        o["class"],
        o["events"],
        o["documents"],
    )


def _network(o: dict[str, Any]) -> Network:
    return Network(
        tuple(map(_node, o["nodes"])),
        tuple(map(_edge, o["edges"])),
    )


def _node(o: dict[str, Any]) -> Node:
    return Node(
        o["id"],
        o["name"],
        o["code"],
        o["events"],
    )


def _edge(o: dict[str, Any]) -> Edge:
    return Edge(
        o["from"],
        o["to"],
        o["class"],
        o["quad"],
        o["events"],
        o["documents"],
        o["first"],
        o["last"],
        o["months"],
        tuple(o["ids"]),
    )


def _merged(o: dict[str, Any]) -> Merged:
    return Merged(
        o["id"],
        o["kind"],
        o["name"],
        tuple(o["names"]),
        o["code"],
        o["documents"],
    )


def _merge(o: dict[str, Any]) -> Merge:
    return Merge(
        o["entity"],
        _label(o["a"]),
        _label(o["b"]),
        o["score"],
        tuple(o["why"]),
    )


def _label(o: dict[str, Any]) -> Label:
    return Label(
        o["kind"],
        o["name"],
        o["country"],
        o["document"],
    )


def _decision(o: dict[str, Any]) -> Decision:
    return Decision(
        o["decision"],
        _label(o["a"]),
        _label(o["b"]),
    )


def _story(o: dict[str, Any]) -> Story:
    return Story(
        o["id"],
        o["class"],
        o["earliest"],
        o["latest"],
        tuple(o["events"]),
        o["documents"],
        o["score"],
        tuple(o["why"]),
    )


def _finding(o: dict[str, Any]) -> Finding:
    return Finding(
        o["id"],
        o["kind"],
        o["rule"],
        o["agrees"],
        _finding_side(o["a"]),
        _maybe(_finding_side, o["b"]),
        o["note"],
    )


def _finding_side(o: dict[str, Any]) -> FindingSide:
    return FindingSide(
        o["document"],
        o["start"],
        o["end"],
        o["text"],
        o["read"],
        tuple(map(_words, o.get("items", ()))),
    )


def _verified(o: dict[str, Any]) -> Verified:
    return Verified(
        o["documents"],
        o["quotes"],
        tuple(map(_unverified, o["failures"])),
    )


def _unverified(o: dict[str, Any]) -> Unverified:
    return Unverified(
        o["document"],
        o["claim"],
        _maybe(_span, o["position"]),
        o["problem"],
    )


def _table(o: dict[str, Any]) -> Table:
    return Table(
        tuple(o["columns"]),
        tuple(map(tuple, o["rows"])),
    )


_LAYERS: dict[str, Callable[[Any], Any]] = {
    "source": lambda o: _metadata(o),
    "date": lambda o: _maybe(_document_date, o),
    "parts": lambda o: tuple(map(_part, o)),
    "paragraphs": lambda o: tuple(map(_span, o)),
    "sentences": lambda o: tuple(map(_sentence, o)),
    "tokens": lambda o: tuple(map(_token, o)),
    "quotations": lambda o: tuple(map(_quotation, o)),
    "repairs": lambda o: tuple(map(_repair, o)),
    "quantities": lambda o: tuple(map(_quantity, o)),
    "times": lambda o: tuple(map(_time, o)),
    "entities": lambda o: tuple(map(_entity, o)),
    "mentions": lambda o: tuple(map(_mention, o)),
    "offices": lambda o: tuple(map(_office, o)),
    "attributions": lambda o: tuple(map(_attribution, o)),
    "events": lambda o: tuple(map(_event, o)),
    "unread": lambda o: tuple(map(_unread, o)),
    "diagnostics": lambda o: tuple(map(_diagnostic, o)),
    "claims": lambda o: tuple(map(_claim, o)),
    "words": lambda o: tuple(map(_word, o)),
    "coding": lambda o: _coding(o),
    "problems": lambda o: tuple(map(_dictionary_problem, o)),
}


def _layer(name: str, text: str) -> Any:
    """The values of one property of a document, from its JSON."""
    return _LAYERS[name](json.loads(text))


_ANSWERS: dict[str, Callable[[Any], Any]] = {
    "documents": lambda o: tuple(map(_document_row, o)),
    "source": lambda o: _metadata(o),
    "events": lambda o: tuple(map(_event_fact, o)),
    "claims": lambda o: tuple(map(_claim_fact, o)),
    "tenures": lambda o: tuple(map(_tenure_fact, o)),
    "counts": lambda o: tuple(map(_month_count, o)),
    "network": lambda o: _network(o),
    "entities": lambda o: tuple(map(_merged, o)),
    "entity": lambda o: _merged(o),
    "merges": lambda o: tuple(map(_merge, o)),
    "decisions": lambda o: tuple(map(_decision, o)),
    "decision": lambda o: _decision(o),
    "stories": lambda o: tuple(map(_story, o)),
    "findings": lambda o: tuple(map(_finding, o)),
    "verified": lambda o: _verified(o),
    "table": lambda o: _table(o),
}


def _answer(name: str, text: str) -> Any:
    """What a knowledge base answers, from its JSON."""
    return _ANSWERS[name](json.loads(text))
