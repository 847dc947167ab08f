//! What parsing gives back: the shapes of every floor's output.
//!
//! Every fact keeps the exact [`Words`] that say it and a [`Why`]. Lists stand in the order of the text. A place in another list is
//! given by its index there.

use crate::{
    certainty::{Certainty, Modality, Status},
    class::Class,
    diagnostic::Diagnostic,
    label::{Relation, Upos, Xpos},
    span::{Span, Words},
    spans,
    why::Why,
};
use serde::{Deserialize, Serialize};

macro_rules! output {
    ($($item:item)*) => { $(
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $item
    )* };
}

macro_rules! kinds {
    ($($item:item)*) => { $(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $item
    )* };
}

kinds! {
    /// What a token is made of.
    #[serde(rename_all = "kebab-case")]
    pub enum TokenKind {
        /// Letters (with marks inside, as in `U.S.` or `n't`).
        Word,
        /// Digits (with marks inside, as in `1,000.5` or `1990s`).
        Number,
        /// Punctuation.
        Punctuation,
        /// Anything else: currency signs, emoji, control characters.
        Symbol,
        /// A web or mail address, a handle.
        Address,
    }
    /// A side of an anchor in time.
    #[serde(rename_all = "kebab-case")]
    pub enum Side {
        /// Earlier than it.
        Before,
        /// Later than it.
        After,
    }
    /// What a part of an article is.
    #[serde(rename_all = "kebab-case")]
    pub enum PartKind {
        /// The headline, or a crosshead between paragraphs.
        Headline,
        /// A line that names the authors.
        Byline,
        /// Place and date before the first words, as in `KYIV, July 23 -`.
        Dateline,
        /// The running text.
        Body,
        /// A note on an author at the end.
        AuthorNote,
        /// The line that names where the text comes from.
        SourceLine,
    }
    /// What a quantity measures.
    #[serde(rename_all = "kebab-case")]
    pub enum QuantityKind {
        /// A count.
        Number,
        /// A place in a row: `11th`.
        Ordinal,
        /// An amount of money.
        Money,
        /// A share of a hundred.
        Percent,
        /// How many times as much: `three times`.
        Multiple,
        /// A fraction: `a third`.
        Fraction,
    }
    /// How exact the words make a quantity.
    #[serde(rename_all = "kebab-case")]
    pub enum Approximation {
        /// As stated.
        Exact,
        /// `about`, `some`, `around`.
        About,
        /// `nearly`, `almost`, `up to`, `less than`.
        Below,
        /// `more than`, `over`, `at least`.
        Above,
    }
    /// TIMEX3's types.
    #[serde(rename_all = "UPPERCASE")]
    pub enum TimexType {
        /// A calendar date of any size.
        Date,
        /// A time of day.
        Time,
        /// A length.
        Duration,
        /// Something that recurs.
        Set,
    }
    /// What a mention names.
    #[serde(rename_all = "UPPERCASE")]
    pub enum MentionKind {
        /// A person by name.
        Per,
        /// A body by name.
        Org,
        /// A place by name, a country that acts included.
        Loc,
        /// A nationality, people or faith.
        Norp,
        /// A pronoun.
        Pron,
        /// A description: `the island`, `the minister`, `police`.
        Nom,
    }
    /// How what was said is given.
    #[serde(rename_all = "kebab-case")]
    pub enum AttributionKind {
        /// In quotation marks, all of it.
        Direct,
        /// In the writer's words.
        Indirect,
        /// Both.
        Mixed,
    }
    /// Whether a quotation was closed.
    #[serde(rename_all = "kebab-case")]
    pub enum Closing {
        /// By its own mark.
        Mark,
        /// It runs on in the next paragraph, which opens with a mark again.
        NextParagraph,
        /// Never: it was taken to end with its paragraph.
        Missing,
    }
}

output! {
    /// A word, number or mark. Tokens tile the text: every character but white space lies in exactly one.
    ///
    /// `lemma`, `upos`, `xpos`, `head` and `relation` say what it is in its sentence: each sentence is a tree with one root.
    pub struct Token {
        /// Where it begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// The characters as they stand.
        pub text: String,
        /// How it is read where that differs: without invisible characters, with straight apostrophes.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub norm: Option<String>,
        /// What it is made of.
        pub kind: TokenKind,
        /// Whether it is written together with the token before (`n't`, `'s`), so that both make one written word.
        pub clitic: bool,
        /// Its dictionary form.
        pub lemma: String,
        /// Its word class.
        pub upos: Upos,
        /// Its Penn tag, finer than the class: `VBD` is a verb in the past tense.
        pub xpos: Xpos,
        /// Index of the token that it depends on, in the same sentence; none for the root.
        pub head: Option<u32>,
        /// How it depends on its head.
        pub relation: Relation,
    }
    /// A sentence, or a headline, a dateline, a note.
    pub struct Sentence {
        /// Where it begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// Index of its first token.
        pub first_token: u32,
        /// Index after its last token.
        pub last_token: u32,
        /// Index of its paragraph.
        pub paragraph: u32,
        /// The part of the article it stands in.
        pub part: PartKind,
    }
    /// A part of an article.
    pub struct Part {
        /// Where it begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// What it is.
        pub kind: PartKind,
        /// The rule that said so.
        pub why: Why,
    }
    /// Words between quotation marks.
    pub struct Quotation {
        /// Where the opening mark begins.
        pub start: u32,
        /// Where the closing mark ends.
        pub end: u32,
        /// What stands between the marks.
        pub content: Span,
        /// How many quotations it stands in.
        pub depth: u32,
        /// Index of the quotation around it.
        pub parent: Option<u32>,
        /// Index of the quotation that it continues from the paragraph before.
        pub continues: Option<u32>,
        /// How it ends.
        pub closing: Closing,
    }
    /// Damaged prose, and how it is read. The text itself is never changed.
    pub struct Repair {
        /// Where the damage begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// The damaged characters.
        pub text: String,
        /// What is read instead.
        pub reading: String,
        /// The rule that says so.
        pub why: Why,
    }
    /// A number, an amount of money, a share.
    pub struct Quantity {
        /// Where it begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// Its words.
        pub text: String,
        /// What it measures.
        pub kind: QuantityKind,
        /// The value in decimal digits, or a fraction such as `1/3`.
        pub value: String,
        /// The currency (ISO 4217), for money.
        pub unit: Option<String>,
        /// How exact the words make it.
        pub approximation: Approximation,
        /// The rule behind it.
        pub why: Why,
    }
    /// A time expression.
    pub struct Time {
        /// Where it begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// Its words.
        pub text: String,
        /// TIMEX3's type.
        #[serde(rename = "type")]
        pub kind: TimexType,
        /// TIMEX3's value: `2023-05`, `P30Y`, `PAST_REF`, `XXXX-03`.
        pub value: String,
        /// TIMEX3's mod: `APPROX`, `START`, `MORE_THAN` …
        #[serde(rename = "mod")]
        pub modifier: Option<String>,
        /// EDTF (ISO 8601-2), where it lies on the calendar.
        pub edtf: Option<String>,
        /// The first day it can mean, as `YYYY-MM-DD`.
        pub earliest: Option<String>,
        /// The last day it can mean.
        pub latest: Option<String>,
        /// What it is counted from, where its words say so: `two days after the vote`. The day of that need not be known.
        pub anchoring: Option<Anchoring>,
        /// The rule behind it, and what it was anchored to.
        pub why: Why,
    }
    /// What a length of time is counted from.
    pub struct Anchoring {
        /// TIMEX3's value of the length: `P2D`.
        pub duration: String,
        /// On which side of the anchor it leads.
        pub side: Side,
        /// The words of the anchor: `the vote`.
        pub words: Words,
    }
    /// Words that mention an entity.
    pub struct Mention {
        /// Where it begins.
        pub start: u32,
        /// Where it ends.
        pub end: u32,
        /// Its words.
        pub text: String,
        /// The name's own kind.
        pub kind: MentionKind,
        /// Index of its entity.
        pub entity: Option<u32>,
        /// Its actor code here (`CUBGOV` where a capital stands for its government).
        pub code: Option<String>,
        /// The rule and the list entries behind it.
        pub why: Why,
    }
    /// One entity of the document: all mentions that mean the same.
    pub struct Entity {
        /// What it is: PER, ORG, LOC, NORP or NOM.
        pub kind: MentionKind,
        /// Its fullest name in the document.
        pub name: String,
        /// Its actor code: ISO 3166-1 alpha-3 and a PLOVER sector, or `IGO…`.
        pub code: Option<String>,
        /// `f` or `m`, where a name or pronoun tells.
        pub gender: Option<String>,
        /// Indices of the entities that it is made of: "the two countries", "they".
        pub members: Vec<u32>,
        /// Indices of its mentions.
        pub mentions: Vec<u32>,
    }
    /// A person and a post: who holds it in which body, for which country.
    pub struct Office {
        /// The person's name.
        pub person: Words,
        /// Index of the person's entity.
        pub entity: Option<u32>,
        /// The post's words.
        pub post: Words,
        /// The words that name the body.
        pub body: Option<Words>,
        /// The country (alpha-3).
        pub country: Option<String>,
        /// Whether the text says that the holding has ended.
        pub former: bool,
        /// Whether the holder is acting.
        pub acting: bool,
        /// The day, month or year at which the text attests it, as EDTF.
        pub attested_at: Option<String>,
        /// Index of the innermost attribution in whose content it stands.
        pub attribution: Option<u32>,
        /// The rule behind it.
        pub why: Why,
    }
    /// Who says what.
    pub struct Attribution {
        /// The source's words; none where the text names nobody.
        pub source: Vec<Words>,
        /// The cue: the verb, noun or preposition that attributes.
        pub cue: Vec<Words>,
        /// What is attributed.
        pub content: Vec<Words>,
        /// How it is given.
        pub kind: AttributionKind,
        /// Index of the source's entity.
        pub entity: Option<u32>,
        /// Index of the attribution in whose content this one stands.
        pub parent: Option<u32>,
        /// How certain it is, for the document's author, that it was said at all.
        pub certainty: Certainty,
        /// Whether it was said, will be, was not.
        pub status: Status,
        /// How that is stated.
        pub modality: Modality,
        /// How certain it is to each speaker in whose words it stands, outermost first.
        pub by_speaker: Vec<Certainty>,
        /// The rule behind it.
        pub why: Why,
    }
    /// Who takes part in an event.
    #[derive(Deserialize)]
    pub struct Participant {
        /// Where the words begin.
        pub start: u32,
        /// Where they end.
        pub end: u32,
        /// The words.
        pub text: String,
        /// Index of the entity.
        pub entity: Option<u32>,
        /// The actor code.
        pub code: Option<String>,
    }
    /// What somebody did to somebody.
    pub struct Event {
        /// The act: a PLOVER class, `SAY`, or a lasting state.
        pub class: Class,
        /// What PLOVER would code: a promised visit is AGREE. None for states.
        #[serde(rename = "type")]
        pub plover: Option<Class>,
        /// PLOVER's mode: `visit`, `meet`, `demo` …
        pub mode: Option<String>,
        /// PLOVER's contexts, sorted: what it is about besides the act (`military`, `election`, `health` …).
        pub contexts: Vec<String>,
        /// The CAMEO code, where the words decide one.
        pub cameo: Option<String>,
        /// The words that state it.
        pub trigger: Vec<Words>,
        /// Who acts; of a reciprocal event, all.
        pub actor: Vec<Participant>,
        /// To whom.
        pub recipient: Vec<Participant>,
        /// Where.
        pub place: Option<Participant>,
        /// Index of the time expression that dates it.
        pub time: Option<u32>,
        /// When, as EDTF.
        pub date: Option<String>,
        /// The first day it can have been.
        pub earliest: Option<String>,
        /// The last day it can have been.
        pub latest: Option<String>,
        /// FactBank's certainty, seen from the document's author.
        pub certainty: Certainty,
        /// Whether it happened, will happen, did not.
        pub status: Status,
        /// How it is stated: plainly, on a condition, as a wish …
        pub modality: Modality,
        /// FactBank's certainty, seen from each speaker of the chain, outermost first; empty where the author speaks.
        pub by_speaker: Vec<Certainty>,
        /// The words that make it less than certain and actual.
        pub cues: Vec<Words>,
        /// Index of the innermost attribution in whose content it stands.
        pub attribution: Option<u32>,
        /// Index of the earlier event that it tells of again, with other words. Who counts events leaves out those that have one.
        pub same_as: Option<u32>,
        /// The rule and the list entries behind it.
        pub why: Why,
    }
    /// Words that no rule took.
    pub struct Unread {
        /// Where they begin.
        pub start: u32,
        /// Where they end.
        pub end: u32,
        /// The words.
        pub text: String,
    }
    /// The document's own date, given or worked out.
    pub struct DocumentDate {
        /// The date as EDTF (an interval where it was worked out).
        pub edtf: String,
        /// The first day it can be.
        pub earliest: String,
        /// The last day it can be; `9999-12-31` where nothing tells.
        pub latest: String,
        /// Where it comes from: `given`, `dateline` or `within`.
        pub from: String,
        /// The words that tell it, where the text does.
        pub evidence: Vec<Words>,
        /// The rule behind it.
        pub why: Why,
    }
    /// All that parsing gives.
    pub struct Parsed {
        /// The document's own date, where one is known.
        pub date: Option<DocumentDate>,
        /// The parts of the article.
        pub parts: Vec<Part>,
        /// The paragraphs.
        pub paragraphs: Vec<Span>,
        /// The sentences.
        pub sentences: Vec<Sentence>,
        /// The tokens.
        pub tokens: Vec<Token>,
        /// The quotations, by their opening marks.
        pub quotations: Vec<Quotation>,
        /// Damage and how it is read.
        pub repairs: Vec<Repair>,
        /// Numbers, money, shares.
        pub quantities: Vec<Quantity>,
        /// Time expressions.
        pub times: Vec<Time>,
        /// The entities.
        pub entities: Vec<Entity>,
        /// Their mentions.
        pub mentions: Vec<Mention>,
        /// Who holds which post.
        pub offices: Vec<Office>,
        /// Who says what.
        pub attributions: Vec<Attribution>,
        /// Who did what to whom.
        pub events: Vec<Event>,
        /// Sentences of the running text from which no fact was taken.
        pub unread: Vec<Unread>,
        /// What the reader noticed about the text.
        pub diagnostics: Vec<Diagnostic>,
    }
}

spans!(Token: here);
spans!(Sentence: here);
spans!(Part: here);
spans!(Quotation: here, content);
spans!(Repair: here);
spans!(Quantity: here);
spans!(Anchoring: words);
spans!(Time: here, anchoring);
spans!(Mention: here);
spans!(Office: person, post, body);
spans!(Attribution: source, cue, content);
spans!(Participant: here);
spans!(Event: trigger, actor, recipient, place, cues);
spans!(Unread: here);
spans!(DocumentDate: evidence);
spans!(Parsed: date, parts, paragraphs, sentences, tokens, quotations, repairs, quantities, times, mentions, offices, attributions, events, unread, diagnostics);
