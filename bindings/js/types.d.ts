// Written by `cargo xtask glue` from docs/schema/document-1.json and answers-1.json: change the Rust types, not this file.

/** The shape of a document in JSON. */
export interface DocumentJson {
  /** The version of this shape. */
  readonly version: number;
  /** What offsets count. */
  readonly unit: Unit;
  /** The SHA-256 of the text's UTF-8 bytes. */
  readonly sha256: string;
  /** What was known of the text before it was read. */
  readonly source: Metadata;
  /** The text. */
  readonly text: string;
  /** The document's own date, where one is known. */
  readonly date: DocumentDate | null;
  /** The parts of the article. */
  readonly parts: readonly Part[];
  /** The paragraphs. */
  readonly paragraphs: readonly Span[];
  /** The sentences. */
  readonly sentences: readonly Sentence[];
  /** The tokens. */
  readonly tokens: readonly Token[];
  /** The quotations, by their opening marks. */
  readonly quotations: readonly Quotation[];
  /** Damage and how it is read. */
  readonly repairs: readonly Repair[];
  /** Numbers, money, shares. */
  readonly quantities: readonly Quantity[];
  /** Time expressions. */
  readonly times: readonly Time[];
  /** The entities. */
  readonly entities: readonly Entity[];
  /** Their mentions. */
  readonly mentions: readonly Mention[];
  /** Who holds which post. */
  readonly offices: readonly Office[];
  /** Who says what. */
  readonly attributions: readonly Attribution[];
  /** Who did what to whom. */
  readonly events: readonly Event[];
  /** Sentences of the running text from which no fact was taken. */
  readonly unread: readonly Unread[];
  /** What the reader noticed about the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** The claims, in the order of their words. */
  readonly claims: readonly Claim[];
}

/** What a word is in its sentence. */
export interface Word {
  /** Its dictionary form. */
  readonly lemma: string;
  /** Its word class. */
  readonly upos: Upos;
  /** Its Penn tag, finer than the class: `VBD` is a verb in the past tense. */
  readonly xpos: Xpos;
  /** The word that it depends on, counted from the beginning of the sentence; none for the root. */
  readonly head: number | null;
  /** How it depends on its head. */
  readonly relation: Relation;
}

/** A word class of Universal Dependencies (UPOS). */
export type Upos =
  /** An adjective. */
  | "ADJ"
  /** A preposition, or the particle of a phrasal verb. */
  | "ADP"
  /** An adverb. */
  | "ADV"
  /** An auxiliary or copula. */
  | "AUX"
  /** A coordinating conjunction. */
  | "CCONJ"
  /** A determiner. */
  | "DET"
  /** An interjection. */
  | "INTJ"
  /** A noun. */
  | "NOUN"
  /** A numeral. */
  | "NUM"
  /** A particle: `to`, `not`, `'s` of possession. */
  | "PART"
  /** A pronoun. */
  | "PRON"
  /** A proper noun. */
  | "PROPN"
  /** Punctuation. */
  | "PUNCT"
  /** A subordinating conjunction. */
  | "SCONJ"
  /** A symbol. */
  | "SYM"
  /** A verb. */
  | "VERB"
  /** Anything else. */
  | "X";

/** A tag of the Penn Treebank (XPOS), with the additions of the English Web Treebank. */
export type Xpos =
  /** A currency sign. */
  | "$"
  /** A closing quotation mark. */
  | "''"
  /** A comma. */
  | ","
  /** An opening bracket. */
  | "-LRB-"
  /** A closing bracket. */
  | "-RRB-"
  /** A mark that ends a sentence. */
  | "."
  /** A colon, semicolon, dash or dots. */
  | ":"
  /** An opening quotation mark. */
  | "``"
  /** A web or mail address. */
  | "ADD"
  /** A prefix that stands alone. */
  | "AFX"
  /** A coordinating conjunction. */
  | "CC"
  /** A cardinal number. */
  | "CD"
  /** A determiner. */
  | "DT"
  /** The `there` of existence. */
  | "EX"
  /** A foreign word. */
  | "FW"
  /** A part of a word that is written apart. */
  | "GW"
  /** A hyphen. */
  | "HYPH"
  /** A preposition or subordinating conjunction. */
  | "IN"
  /** An adjective. */
  | "JJ"
  /** A comparative adjective. */
  | "JJR"
  /** A superlative adjective. */
  | "JJS"
  /** The mark of an item in a list. */
  | "LS"
  /** A modal. */
  | "MD"
  /** Superfluous punctuation, an emoticon. */
  | "NFP"
  /** A noun, singular or mass. */
  | "NN"
  /** A proper noun, singular. */
  | "NNP"
  /** A proper noun, plural. */
  | "NNPS"
  /** A noun, plural. */
  | "NNS"
  /** A predeterminer. */
  | "PDT"
  /** The `'s` of possession. */
  | "POS"
  /** A personal pronoun. */
  | "PRP"
  /** A possessive pronoun. */
  | "PRP$"
  /** An adverb. */
  | "RB"
  /** A comparative adverb. */
  | "RBR"
  /** A superlative adverb. */
  | "RBS"
  /** The particle of a phrasal verb. */
  | "RP"
  /** A symbol. */
  | "SYM"
  /** `to`. */
  | "TO"
  /** An interjection. */
  | "UH"
  /** A verb in its base form. */
  | "VB"
  /** A verb in the past tense. */
  | "VBD"
  /** A gerund or present participle. */
  | "VBG"
  /** A past participle. */
  | "VBN"
  /** A verb in the present tense, but for the third person singular. */
  | "VBP"
  /** A verb in the third person singular, present tense. */
  | "VBZ"
  /** A `wh` determiner. */
  | "WDT"
  /** A `wh` pronoun. */
  | "WP"
  /** `whose`. */
  | "WP$"
  /** A `wh` adverb. */
  | "WRB";

/** A relation of Universal Dependencies between a word and its head, with the subtypes of English. */
export type Relation =
  /** A clause that modifies a noun: `talks aimed at peace`. */
  | "acl"
  /** A relative clause. */
  | "acl:relcl"
  /** An adverbial clause. */
  | "advcl"
  /** A relative clause on a whole clause. */
  | "advcl:relcl"
  /** An adverb. */
  | "advmod"
  /** An adjective on a noun. */
  | "amod"
  /** An apposition. */
  | "appos"
  /** An auxiliary. */
  | "aux"
  /** The auxiliary of a passive. */
  | "aux:pass"
  /** A preposition or the `'s` of possession. */
  | "case"
  /** A coordinating conjunction. */
  | "cc"
  /** The first half of a conjunction: `both … and`. */
  | "cc:preconj"
  /** A clause as object. */
  | "ccomp"
  /** A noun before a noun. */
  | "compound"
  /** The particle of a phrasal verb. */
  | "compound:prt"
  /** A further conjunct, on the first. */
  | "conj"
  /** A copula. */
  | "cop"
  /** A clause as subject. */
  | "csubj"
  /** A clause as subject of a predicate that is a clause itself. */
  | "csubj:outer"
  /** A clause as subject of a passive. */
  | "csubj:pass"
  /** Something else. */
  | "dep"
  /** A determiner. */
  | "det"
  /** A predeterminer: `all the`. */
  | "det:predet"
  /** An interjection, a filler. */
  | "discourse"
  /** A part moved out of its clause. */
  | "dislocated"
  /** A subject or object without meaning: `there is`. */
  | "expl"
  /** A further word of a fixed expression: `such as`. */
  | "fixed"
  /** A further word of a name. */
  | "flat"
  /** A part of a word that is written apart. */
  | "goeswith"
  /** An indirect object. */
  | "iobj"
  /** A further item of a list. */
  | "list"
  /** What marks a clause as subordinate: `that`, `to`. */
  | "mark"
  /** A noun that modifies a noun. */
  | "nmod"
  /** A title or description before a name. */
  | "nmod:desc"
  /** A possessor. */
  | "nmod:poss"
  /** A noun without preposition that modifies a noun. */
  | "nmod:unmarked"
  /** A subject. */
  | "nsubj"
  /** The subject of a predicate that is a clause itself. */
  | "nsubj:outer"
  /** The subject of a passive. */
  | "nsubj:pass"
  /** A number that modifies a noun. */
  | "nummod"
  /** A direct object. */
  | "obj"
  /** A noun that modifies a verb: `in Havana`. */
  | "obl"
  /** The agent of a passive: `by Russia`. */
  | "obl:agent"
  /** A noun without preposition that modifies a verb: `last week`. */
  | "obl:unmarked"
  /** What is left of a clause whose verb was left out. */
  | "orphan"
  /** A clause beside a clause: `…, he said`. */
  | "parataxis"
  /** Punctuation. */
  | "punct"
  /** What a speaker took back. */
  | "reparandum"
  /** The head of the sentence. */
  | "root"
  /** Who is spoken to. */
  | "vocative"
  /** A clause without subject as complement: `agreed to sign`. */
  | "xcomp";

/** What dictionaries say of a text. */
export interface Coding {
  /** The events, in the order of the text. */
  readonly events: readonly CodedEvent[];
  /** The issues, in the order of their first phrases. */
  readonly issues: readonly IssueCount[];
  /** The discard phrase that threw the whole text away, if one did. */
  readonly discarded: Words | null;
}

/** An event as the dictionaries code it. */
export interface CodedEvent {
  /** The code exactly as the dictionary has it. */
  readonly code: string;
  /** Who acts. */
  readonly source: CodedActor;
  /** Who is acted on. */
  readonly target: CodedActor;
  /** The verb. */
  readonly trigger: Words;
  /** The verb's entry, or the pattern's. */
  readonly entry: DictionaryLine;
}

/** Who takes part in an event. */
export interface CodedActor {
  /** The code of the actor with those of the agents; `---` stands for an actor that no entry names. */
  readonly code: string;
  /** The words of the phrase. */
  readonly words: Words;
  /** The entries behind the code. */
  readonly entries: readonly DictionaryLine[];
}

/** Exact words of the text with their place. */
export interface Words {
  /** Where they begin. */
  readonly start: number;
  /** Where they end. */
  readonly end: number;
  /** The words as they stand in the text. */
  readonly text: string;
}

/** A line of a dictionary. */
export interface DictionaryLine {
  /** The file's name. */
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
}

/** How often a text speaks of an issue. */
export interface IssueCount {
  /** The issue's code. */
  readonly code: string;
  /** How many phrases speak of it. */
  readonly count: number;
}

/** A line, or a part of one, that could not be used. */
export interface DictionaryProblem {
  /** The file's name, as it was given. */
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
  /** The column in the line where the trouble begins, counted in characters from 1. */
  readonly column: number;
  /** A stable code for programs: `no-code`, `bad-date`, `unknown-synset` … */
  readonly code: string;
  /** What is the matter. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** What offsets count. */
export type Unit =
  /** Bytes of UTF-8: Rust. */
  | "byte"
  /** Unicode code points: Python, and all JSON that cubaru writes. */
  | "code-point"
  /** UTF-16 units: JavaScript. */
  | "utf16";

/** What is known of a text. The keys are those of the `NAME.json` beside a `NAME.txt`. */
export interface Metadata {
  /** Your own id for it. */
  readonly id?: string | null;
  /** Its title, where the text does not begin with it. */
  readonly title?: string | null;
  /** Where it stands. */
  readonly url?: string | null;
  /** Who published it. */
  readonly publisher?: string | null;
  /** Who wrote it. */
  readonly authors?: readonly string[];
  /** When it was published: `2023`, `2023-06` or `2023-06-04`. */
  readonly published?: string | null;
}

/** The document's own date, given or worked out. */
export interface DocumentDate {
  /** The date as EDTF (an interval where it was worked out). */
  readonly edtf: string;
  /** The first day it can be. */
  readonly earliest: string;
  /** The last day it can be; `9999-12-31` where nothing tells. */
  readonly latest: string;
  /** Where it comes from: `given`, `dateline` or `within`. */
  readonly from: string;
  /** The words that tell it, where the text does. */
  readonly evidence: readonly Words[];
  /** The rule behind it. */
  readonly why: Why;
}

/** Why a value stands there. */
export interface Why {
  /** The rule's id; `cubaru explain` shows it with the words it read. */
  readonly rule: string;
  /** The list entries it used, as `list#form`. */
  readonly entries?: readonly string[];
}

/** A part of an article. */
export interface Part {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
  /** What it is. */
  readonly kind: PartKind;
  /** The rule that said so. */
  readonly why: Why;
}

/** What a part of an article is. */
export type PartKind =
  /** The headline, or a crosshead between paragraphs. */
  | "headline"
  /** A line that names the authors. */
  | "byline"
  /** Place and date before the first words, as in `KYIV, July 23 -`. */
  | "dateline"
  /** The running text. */
  | "body"
  /** A note on an author at the end. */
  | "author-note"
  /** The line that names where the text comes from. */
  | "source-line";

/**
 * A half-open range of a text: from `start` up to, not including, `end`.
 *
 * In Rust both count bytes of UTF-8. `Offsets` turns them into code points (Python, JSON) or UTF-16 units (JavaScript).
 */
export interface Span {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends; the first place after it. */
  readonly end: number;
}

/** A sentence, or a headline, a dateline, a note. */
export interface Sentence {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
  /** Index of its first token. */
  readonly first_token: number;
  /** Index after its last token. */
  readonly last_token: number;
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** The part of the article it stands in. */
  readonly part: PartKind;
}

/**
 * A word, number or mark. Tokens tile the text: every character but white space lies in exactly one.
 *
 * `lemma`, `upos`, `xpos`, `head` and `relation` say what it is in its sentence: each sentence is a tree with one root.
 */
export interface Token {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
  /** The characters as they stand. */
  readonly text: string;
  /** How it is read where that differs: without invisible characters, with straight apostrophes. */
  readonly norm?: string | null;
  /** What it is made of. */
  readonly kind: TokenKind;
  /** Whether it is written together with the token before (`n't`, `'s`), so that both make one written word. */
  readonly clitic: boolean;
  /** Its dictionary form. */
  readonly lemma: string;
  /** Its word class. */
  readonly upos: Upos;
  /** Its Penn tag, finer than the class: `VBD` is a verb in the past tense. */
  readonly xpos: Xpos;
  /** Index of the token that it depends on, in the same sentence; none for the root. */
  readonly head: number | null;
  /** How it depends on its head. */
  readonly relation: Relation;
}

/** What a token is made of. */
export type TokenKind =
  /** Letters (with marks inside, as in `U.S.` or `n't`). */
  | "word"
  /** Digits (with marks inside, as in `1,000.5` or `1990s`). */
  | "number"
  /** Punctuation. */
  | "punctuation"
  /** Anything else: currency signs, emoji, control characters. */
  | "symbol"
  /** A web or mail address, a handle. */
  | "address";

/** Words between quotation marks. */
export interface Quotation {
  /** Where the opening mark begins. */
  readonly start: number;
  /** Where the closing mark ends. */
  readonly end: number;
  /** What stands between the marks. */
  readonly content: Span;
  /** How many quotations it stands in. */
  readonly depth: number;
  /** Index of the quotation around it. */
  readonly parent: number | null;
  /** Index of the quotation that it continues from the paragraph before. */
  readonly continues: number | null;
  /** How it ends. */
  readonly closing: Closing;
}

/** Whether a quotation was closed. */
export type Closing =
  /** By its own mark. */
  | "mark"
  /** It runs on in the next paragraph, which opens with a mark again. */
  | "next-paragraph"
  /** Never: it was taken to end with its paragraph. */
  | "missing";

/** Damaged prose, and how it is read. The text itself is never changed. */
export interface Repair {
  /** Where the damage begins. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
  /** The damaged characters. */
  readonly text: string;
  /** What is read instead. */
  readonly reading: string;
  /** The rule that says so. */
  readonly why: Why;
}

/** A number, an amount of money, a share. */
export interface Quantity {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
  /** Its words. */
  readonly text: string;
  /** What it measures. */
  readonly kind: QuantityKind;
  /** The value in decimal digits, or a fraction such as `1/3`. */
  readonly value: string;
  /** The currency (ISO 4217), for money. */
  readonly unit: string | null;
  /** How exact the words make it. */
  readonly approximation: Approximation;
  /** The rule behind it. */
  readonly why: Why;
}

/** What a quantity measures. */
export type QuantityKind =
  /** A count. */
  | "number"
  /** A place in a row: `11th`. */
  | "ordinal"
  /** An amount of money. */
  | "money"
  /** A share of a hundred. */
  | "percent"
  /** How many times as much: `three times`. */
  | "multiple"
  /** A fraction: `a third`. */
  | "fraction";

/** How exact the words make a quantity. */
export type Approximation =
  /** As stated. */
  | "exact"
  /** `about`, `some`, `around`. */
  | "about"
  /** `nearly`, `almost`, `up to`, `less than`. */
  | "below"
  /** `more than`, `over`, `at least`. */
  | "above";

/** A time expression. */
export interface Time {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
  /** Its words. */
  readonly text: string;
  /** TIMEX3's type. */
  readonly type: TimexType;
  /** TIMEX3's value: `2023-05`, `P30Y`, `PAST_REF`, `XXXX-03`. */
  readonly value: string;
  /** TIMEX3's mod: `APPROX`, `START`, `MORE_THAN` … */
  readonly mod: string | null;
  /** EDTF (ISO 8601-2), where it lies on the calendar. */
  readonly edtf: string | null;
  /** The first day it can mean, as `YYYY-MM-DD`. */
  readonly earliest: string | null;
  /** The last day it can mean. */
  readonly latest: string | null;
  /** What it is counted from, where its words say so: `two days after the vote`. The day of that need not be known. */
  readonly anchoring: Anchoring | null;
  /** The rule behind it, and what it was anchored to. */
  readonly why: Why;
}

/** TIMEX3's types. */
export type TimexType =
  /** A calendar date of any size. */
  | "DATE"
  /** A time of day. */
  | "TIME"
  /** A length. */
  | "DURATION"
  /** Something that recurs. */
  | "SET";

/** What a length of time is counted from. */
export interface Anchoring {
  /** TIMEX3's value of the length: `P2D`. */
  readonly duration: string;
  /** On which side of the anchor it leads. */
  readonly side: Side;
  /** The words of the anchor: `the vote`. */
  readonly words: Words;
}

/** A side of an anchor in time. */
export type Side =
  /** Earlier than it. */
  | "before"
  /** Later than it. */
  | "after";

/** One entity of the document: all mentions that mean the same. */
export interface Entity {
  /** What it is: PER, ORG, LOC, NORP or NOM. */
  readonly kind: MentionKind;
  /** Its fullest name in the document. */
  readonly name: string;
  /** Its actor code: ISO 3166-1 alpha-3 and a PLOVER sector, or `IGO…`. */
  readonly code: string | null;
  /** `f` or `m`, where a name or pronoun tells. */
  readonly gender: string | null;
  /** Indices of the entities that it is made of: "the two countries", "they". */
  readonly members: readonly number[];
  /** Indices of its mentions. */
  readonly mentions: readonly number[];
}

/** What a mention names. */
export type MentionKind =
  /** A person by name. */
  | "PER"
  /** A body by name. */
  | "ORG"
  /** A place by name, a country that acts included. */
  | "LOC"
  /** A nationality, people or faith. */
  | "NORP"
  /** A pronoun. */
  | "PRON"
  /** A description: `the island`, `the minister`, `police`. */
  | "NOM";

/** Words that mention an entity. */
export interface Mention {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
  /** Its words. */
  readonly text: string;
  /** The name's own kind. */
  readonly kind: MentionKind;
  /** Index of its entity. */
  readonly entity: number | null;
  /** Its actor code here (`CUBGOV` where a capital stands for its government). */
  readonly code: string | null;
  /** The rule and the list entries behind it. */
  readonly why: Why;
}

/** A person and a post: who holds it in which body, for which country. */
export interface Office {
  /** The person's name. */
  readonly person: Words;
  /** Index of the person's entity. */
  readonly entity: number | null;
  /** The post's words. */
  readonly post: Words;
  /** The words that name the body. */
  readonly body: Words | null;
  /** The country (alpha-3). */
  readonly country: string | null;
  /** Whether the text says that the holding has ended. */
  readonly former: boolean;
  /** Whether the holder is acting. */
  readonly acting: boolean;
  /** The day, month or year at which the text attests it, as EDTF. */
  readonly attested_at: string | null;
  /** Index of the innermost attribution in whose content it stands. */
  readonly attribution: number | null;
  /** The rule behind it. */
  readonly why: Why;
}

/** Who says what. */
export interface Attribution {
  /** The source's words; none where the text names nobody. */
  readonly source: readonly Words[];
  /** The cue: the verb, noun or preposition that attributes. */
  readonly cue: readonly Words[];
  /** What is attributed. */
  readonly content: readonly Words[];
  /** How it is given. */
  readonly kind: AttributionKind;
  /** Index of the source's entity. */
  readonly entity: number | null;
  /** Index of the attribution in whose content this one stands. */
  readonly parent: number | null;
  /** How certain it is, for the document's author, that it was said at all. */
  readonly certainty: Certainty;
  /** Whether it was said, will be, was not. */
  readonly status: Status;
  /** How that is stated. */
  readonly modality: Modality;
  /** How certain it is to each speaker in whose words it stands, outermost first. */
  readonly by_speaker: readonly Certainty[];
  /** The rule behind it. */
  readonly why: Why;
}

/** How what was said is given. */
export type AttributionKind =
  /** In quotation marks, all of it. */
  | "direct"
  /** In the writer's words. */
  | "indirect"
  /** Both. */
  | "mixed";

/** FactBank's certainty and polarity, relative to a source (Saurí and Pustejovsky 2009). */
export type Certainty =
  /** Certain. */
  | "CT+"
  /** Probable. */
  | "PR+"
  /** Possible. */
  | "PS+"
  /** Unspecified: in another's words, or a question. */
  | "U"
  /** Certainly not. */
  | "CT-"
  /** Probably not. */
  | "PR-"
  /** Possibly not. */
  | "PS-";

/** What became of an act, as the text has it. */
export type Status =
  /** The author lets it stand. */
  | "actual"
  /** A plain event in somebody's words. */
  | "reported"
  /** Said to come. */
  | "future"
  /** A modal or an adverb of doubt. */
  | "possible"
  /** A condition, a wish, a demand, a question. */
  | "hypothetical"
  /** Said not to have happened. */
  | "negated";

/** How a statement is made: plainly, or how it is kept from being plain. */
export type Modality =
  /** Said plainly. */
  | "asserted"
  /** In somebody's words or belief, named or not. */
  | "attributed"
  /** Held likely, possible or unlikely: "may", "seems to". */
  | "hedged"
  /** To come: "will", "plans to". */
  | "future"
  /** Said not to be so: "not", "refused to", "without". */
  | "negated"
  /** A condition, or what hangs on one: "if", "unless", "would". */
  | "conditional"
  /** Supposed against what is so: "had it not", "would have", "as if". */
  | "counterfactual"
  /** Wished, demanded, offered, tried or meant: "wants to", "urged", "in order to". */
  | "desired"
  /** Asked, or left open: "did it?", "whether". */
  | "asked"
  /** Judged: "should", "it is shameful that", "rightly". */
  | "evaluative";

/** What somebody did to somebody. */
export interface Event {
  /** The act: a PLOVER class, `SAY`, or a lasting state. */
  readonly class: Class;
  /** What PLOVER would code: a promised visit is AGREE. None for states. */
  readonly type: Class | null;
  /** PLOVER's mode: `visit`, `meet`, `demo` … */
  readonly mode: string | null;
  /** PLOVER's contexts, sorted: what it is about besides the act (`military`, `election`, `health` …). */
  readonly contexts: readonly string[];
  /** The CAMEO code, where the words decide one. */
  readonly cameo: string | null;
  /** The words that state it. */
  readonly trigger: readonly Words[];
  /** Who acts; of a reciprocal event, all. */
  readonly actor: readonly Participant[];
  /** To whom. */
  readonly recipient: readonly Participant[];
  /** Where. */
  readonly place: Participant | null;
  /** Index of the time expression that dates it. */
  readonly time: number | null;
  /** When, as EDTF. */
  readonly date: string | null;
  /** The first day it can have been. */
  readonly earliest: string | null;
  /** The last day it can have been. */
  readonly latest: string | null;
  /** FactBank's certainty, seen from the document's author. */
  readonly certainty: Certainty;
  /** Whether it happened, will happen, did not. */
  readonly status: Status;
  /** How it is stated: plainly, on a condition, as a wish … */
  readonly modality: Modality;
  /** FactBank's certainty, seen from each speaker of the chain, outermost first; empty where the author speaks. */
  readonly by_speaker: readonly Certainty[];
  /** The words that make it less than certain and actual. */
  readonly cues: readonly Words[];
  /** Index of the innermost attribution in whose content it stands. */
  readonly attribution: number | null;
  /** Index of the earlier event that it tells of again, with other words. Who counts events leaves out those that have one. */
  readonly same_as: number | null;
  /** The rule and the list entries behind it. */
  readonly why: Why;
}

/** An event class: PLOVER's sixteen, `SAY`, or a lasting state such as `LEASE`. */
export type Class = string;

/** Who takes part in an event. */
export interface Participant {
  /** Where the words begin. */
  readonly start: number;
  /** Where they end. */
  readonly end: number;
  /** The words. */
  readonly text: string;
  /** Index of the entity. */
  readonly entity: number | null;
  /** The actor code. */
  readonly code: string | null;
}

/** Words that no rule took. */
export interface Unread {
  /** Where they begin. */
  readonly start: number;
  /** Where they end. */
  readonly end: number;
  /** The words. */
  readonly text: string;
}

/** A remark on the text. */
export interface Diagnostic {
  /** A stable code for programs: `unpaired-quotation`, `date-contradicted` … */
  readonly code: string;
  /** What is the matter. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Where, if somewhere. */
  readonly span: Span | null;
}

/** One statement by one source at one place. */
export interface Claim {
  /** An id that comes from the content: the text's hash, what is stated, and where. */
  readonly id: string;
  /** What is stated. */
  readonly kind: ClaimKind;
  /** Index of the item in the list that `kind` names. */
  readonly item: number;
  /** The chain of speakers, outermost first; empty where the document's author speaks. */
  readonly speakers: readonly Speaker[];
  /** The certainty, seen from the document's author. */
  readonly certainty: Certainty;
  /** What became of it. */
  readonly status: Status;
  /** How it is stated. */
  readonly modality: Modality;
  /** The sentence that states it. */
  readonly evidence: readonly Evidence[];
}

/** What a claim states. */
export type ClaimKind =
  /** That something happened, will, or did not: an item of `events`. */
  | "event"
  /** That a person holds or held a post: an item of `offices`. */
  | "office"
  /** That somebody said something: an item of `attributions`. */
  | "statement";

/** One speaker of a claim's chain. */
export interface Speaker {
  /** Index of the attribution that brings the speaker in. */
  readonly attribution: number;
  /** Index of the speaker's entity. */
  readonly entity: number | null;
  /** The words that name the speaker; none where the text names nobody. */
  readonly source: readonly Words[];
  /** The words that attribute. */
  readonly cue: readonly Words[];
  /** The certainty, seen from this speaker. */
  readonly certainty: Certainty;
}

/** Where the words of a claim stand (W3C Web Annotation: position and quote; the hash stands on the document). */
export interface Evidence {
  /** The place. */
  readonly position: Span;
  /** The words. */
  readonly quote: Quote;
}

/** The exact words with what stands around them (W3C Web Annotation, text quote selector). */
export interface Quote {
  /** The words. */
  readonly exact: string;
  /** Up to 32 characters before them. */
  readonly prefix: string;
  /** Up to 32 characters after them. */
  readonly suffix: string;
}

/** A document. */
export interface DocumentRow {
  /** Its id: the SHA-256 of the text's UTF-8 bytes. */
  readonly sha256: DocumentId;
  /** What was known of it before it was read. */
  readonly source: Metadata;
  /** Its own date, given or worked out, as EDTF. */
  readonly date: string | null;
  /** The first day that date can be, as `YYYY-MM-DD`. */
  readonly earliest: string | null;
  /** The last day it can be; `9999-12-31` where nothing tells. */
  readonly latest: string | null;
}

/** Which document: the SHA-256 of its text's UTF-8 bytes, in hexadecimal. */
export type DocumentId = string;

/** An event as one document tells it. */
export interface EventFact {
  /** Its id. */
  readonly id: string;
  /** The document: the SHA-256 of its text. */
  readonly document: DocumentId;
  /** The act: a PLOVER class, `SAY` or a state. */
  readonly class: string;
  /** What PLOVER would code. */
  readonly type: string | null;
  /** PLOVER's mode. */
  readonly mode: string | null;
  /** PLOVER's contexts. */
  readonly contexts: readonly string[];
  /** The quad class. */
  readonly quad: string | null;
  /** The CAMEO code. */
  readonly cameo: string | null;
  /** When, as EDTF. */
  readonly date: string | null;
  /** The first day it can have been. */
  readonly earliest: string | null;
  /** The last day it can have been. */
  readonly latest: string | null;
  /** Whether the day is not known exactly. */
  readonly uncertain: boolean;
  /** Who acts. */
  readonly actor: readonly Party[];
  /** To whom. */
  readonly recipient: readonly Party[];
  /** Where. */
  readonly place: Party | null;
  /** The certainty, seen from the document's author. */
  readonly certainty: Certainty;
  /** What became of it. */
  readonly status: Status;
  /** How it is stated. */
  readonly modality: Modality;
  /** Who says so, outermost first; empty where the document's author speaks. */
  readonly speakers: readonly Voice[];
  /** The words that state it. */
  readonly trigger: readonly Words[];
  /** The sentence that states it. */
  readonly evidence: readonly Evidence[];
}

/** Somebody who takes part, or the place. */
export interface Party {
  /** The id of the entity in the base; none for descriptions ("the officials") and for words that no entity stands behind. */
  readonly id: string | null;
  /** Its name in the base, or in the document. */
  readonly name: string | null;
  /** The actor code. */
  readonly code: string | null;
  /** Where the words begin. */
  readonly start: number;
  /** Where they end. */
  readonly end: number;
  /** The words. */
  readonly text: string;
}

/** One speaker of the chain. */
export interface Voice {
  /** The id of the entity in the base. */
  readonly id: string | null;
  /** Its name. */
  readonly name: string | null;
  /** The words that name the speaker. */
  readonly source: readonly Words[];
  /** The words that attribute. */
  readonly cue: readonly Words[];
  /** The certainty, seen from this speaker. */
  readonly certainty: Certainty;
}

/** A claim. */
export interface ClaimFact {
  /** Its id. */
  readonly id: string;
  /** The document: the SHA-256 of its text. */
  readonly document: DocumentId;
  /** What is stated. */
  readonly kind: ClaimKind;
  /** The id of the event or holding that is stated. */
  readonly item: string | null;
  /** In whose words it stands, outermost first; of a statement, who makes it comes last. */
  readonly speakers: readonly Voice[];
  /** What was said, where the claim is that something was said. */
  readonly content: readonly Words[];
  /** The certainty, seen from the document's author. */
  readonly certainty: Certainty;
  /** What became of it. */
  readonly status: Status;
  /** How it is stated. */
  readonly modality: Modality;
  /** The sentence that states it. */
  readonly evidence: readonly Evidence[];
}

/** A holding of a post, as one document attests it. */
export interface TenureFact {
  /** Its id. */
  readonly id: string;
  /** The document: the SHA-256 of its text. */
  readonly document: DocumentId;
  /** The id of the person in the base. */
  readonly person_id: string | null;
  /** The person's name in the base. */
  readonly name: string | null;
  /** The person's words. */
  readonly person: Words;
  /** The post as the list of posts has it. */
  readonly post_name: string;
  /** The post's words. */
  readonly post: Words;
  /** The words that name the body. */
  readonly body: Words | null;
  /** The country (alpha-3). */
  readonly country: string | null;
  /** Whether the text says that the holding has ended. */
  readonly former: boolean;
  /** Whether the holder is acting. */
  readonly acting: boolean;
  /** When the text attests it, as EDTF. */
  readonly attested_at: string | null;
  /** The first day of that. */
  readonly earliest: string | null;
  /** The last day of that. */
  readonly latest: string | null;
  /** Who says so. */
  readonly speakers: readonly Voice[];
  /** The sentence that states it. */
  readonly evidence: readonly Evidence[];
}

/** How many events of a class lie in a month between two sides. */
export interface MonthCount {
  /** The month, as `2023-04`; none where the dates do not tell one month. */
  readonly month: string | null;
  /** The actor's country or code. */
  readonly actor: string | null;
  /** The recipient's country or code. */
  readonly recipient: string | null;
  /** The class. */
  readonly class: string;
  /** How many events, as documents tell them. */
  readonly events: number;
  /** How many documents tell them. */
  readonly documents: number;
}

/** Nodes and edges, sorted by id. */
export interface Network {
  /** Who. */
  readonly nodes: readonly Node[];
  /** What between whom, weighted and over time. */
  readonly edges: readonly Edge[];
}

/** Somebody in a network. */
export interface Node {
  /** The id in the base; a code or words where the base has none. */
  readonly id: string;
  /** The name. */
  readonly name: string;
  /** The actor code. */
  readonly code: string | null;
  /** In how many events. */
  readonly events: number;
}

/** What one did to another. */
export interface Edge {
  /** Who acts. */
  readonly from: string;
  /** To whom. */
  readonly to: string;
  /** The class of the events. */
  readonly class: string;
  /** The quad class. */
  readonly quad: string | null;
  /** How many events: the weight. */
  readonly events: number;
  /** How many documents tell them. */
  readonly documents: number;
  /** The first day of any. */
  readonly first: string | null;
  /** The last day of any. */
  readonly last: string | null;
  /** How many in each month that is known. */
  readonly months: { readonly [key: string]: number };
  /** The ids of the events. */
  readonly ids: readonly string[];
}

/** An entity of the whole base. */
export interface Merged {
  /** Its id: its commonest name in folded words and its country, as in `sergei-lavrov.rus`. */
  readonly id: string;
  /** `person`, `body`, `place`, `country` or `people`. */
  readonly kind: string;
  /** Its commonest name. */
  readonly name: string;
  /** All its names, sorted. */
  readonly names: readonly string[];
  /** The commonest of its fullest actor codes. */
  readonly code: string | null;
  /** In how many documents it stands. */
  readonly documents: number;
}

/** Why two names are one. */
export interface Merge {
  /** The id of the entity that both are. */
  readonly entity: string;
  /** The one. */
  readonly a: Label;
  /** The other. */
  readonly b: Label;
  /** How sure it is, up to 100. */
  readonly score: number;
  /** The reasons; `user` alone where the user said so. */
  readonly why: readonly string[];
}

/** A name as a decision means it. */
export interface Label {
  /** `person`, `body`, `place` or `country`. */
  readonly kind: string;
  /** The name in folded words. */
  readonly name: string;
  /** The country (alpha-3), where one is known. */
  readonly country: string | null;
  /** The one document (its hash) that is meant, where not all are. */
  readonly document: string | null;
}

/** A decision of the user. */
export interface Decision {
  /** What was decided. */
  readonly decision: DecisionKind;
  /** The one. */
  readonly a: Label;
  /** The other. */
  readonly b: Label;
}

/** What was decided. */
export type DecisionKind =
  /** These two are one. */
  | "join"
  /** These two are not one. */
  | "split";

/** One event and the reports that tell it. */
export interface Story {
  /** Its id: that of the first report, by date and hash. */
  readonly id: string;
  /** The class. */
  readonly class: string;
  /** The first day on which all reports can agree. */
  readonly earliest: string | null;
  /** The last one. */
  readonly latest: string | null;
  /** The ids of the events that tell it, sorted. */
  readonly events: readonly string[];
  /** How many documents tell it. */
  readonly documents: number;
  /** The least score of the pairs that made it, up to 100. */
  readonly score: number;
  /** What they agree in: `same-day`, `same-person`, `same-sides`, `same-place` … */
  readonly why: readonly string[];
}

/** Two places that a reader should look at side by side. */
export interface Finding {
  /** An id that comes from its kind and places. */
  readonly id: string;
  /** What is set against what. */
  readonly kind: FindingKind;
  /** The rule that found it; `docs/checks.md` lists them. */
  readonly rule: string;
  /** Whether both sides say the same, as read: seven announced and seven named. */
  readonly agrees: boolean;
  /** The one side: what is stated, or stated first. */
  readonly a: FindingSide;
  /** The other side; none where the text gives none. */
  readonly b: FindingSide | null;
  /** The two readings in words. */
  readonly note: string;
}

/** What is set against what. */
export type FindingKind =
  /** A number of persons or countries, and those that are named. */
  | "count"
  /** A length of time, and the dates that bound it. */
  | "span"
  /** A class of persons, and somebody named under it whose post lies elsewhere. */
  | "class"
  /** An order of events, and dates that have them in another. */
  | "order"
  /** What two documents say of one thing at one time. */
  | "contradiction"
  /** A claim, and the stronger one that a later document makes of it. */
  | "drift"
  /** A claim, and what it depends on. */
  | "dependence"
  /** A superlative or universal for which the text gives nothing. */
  | "superlative"
  /** A figure for which the text names nobody. */
  | "figure";

/** One side of a finding: words of a document, and what was read there. */
export interface FindingSide {
  /** The document. */
  readonly document: DocumentId;
  /** Where the words begin. */
  readonly start: number;
  /** Where they end. */
  readonly end: number;
  /** The words. */
  readonly text: string;
  /** What was read there: a number, a length (`P5M`), an order, a name … */
  readonly read: string;
  /** What was counted, where something was: names, dates. */
  readonly items?: readonly Words[];
}

/** What was verified, and what failed. */
export interface Verified {
  /** How many documents were looked for. */
  readonly documents: number;
  /** How many quotations were compared. */
  readonly quotes: number;
  /** What failed, in the order in which it was found. */
  readonly failures: readonly Unverified[];
}

/** A quotation that does not stand at its place, or a text that is not there. */
export interface Unverified {
  /** The hash of the text. */
  readonly document: string;
  /** The id of the claim, or of the event, holding or other record, in which the words stand. */
  readonly claim: string | null;
  /** Where the quotation should stand. */
  readonly position: Span | null;
  /** What is wrong. */
  readonly problem: string;
}
