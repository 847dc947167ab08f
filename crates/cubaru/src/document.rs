//! A document that was read: its text and all that was read from it.

use crate::{Metadata, Source};
use cubaru_model::{Claim, Rows};
use cubaru_parse::{
    Attribution, Diagnostic, DocumentDate, Entity, Event, Mention, Office, Offsets, Parsed, Part, Quantity, Quotation, Repair, Sentence,
    Span, Time, Token, Unit, Unread, span::Spans,
};
use cubaru_petrarch::{Coding, Dictionaries};
use serde::Serialize;
use std::borrow::Cow;

/// The version of the JSON that [`Document::to_json`] writes.
pub const JSON_VERSION: u32 = 1;

/// A text and everything that was read from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    text: String,
    source: Metadata,
    sha256: String,
    offsets: OffsetsOf,
    unit: Unit,
    parsed: Parsed,
    claims: Vec<Claim>,
}

/// Offsets follow from the text, so that two documents with equal texts are equal.
#[derive(Debug, Clone)]
struct OffsetsOf(Offsets);
impl PartialEq for OffsetsOf {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
impl Eq for OffsetsOf {}

/// The shape of a document in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Document"))]
pub(crate) struct View<'a> {
    /// The version of this shape.
    version: u32,
    /// What offsets count.
    unit: Unit,
    /// The SHA-256 of the text's UTF-8 bytes.
    sha256: &'a str,
    /// What was known of the text before it was read.
    source: &'a Metadata,
    /// The text.
    text: &'a str,
    /// What parsing gave.
    #[serde(flatten)]
    parsed: &'a Parsed,
    /// The claims, in the order of their words.
    claims: &'a [Claim],
}

macro_rules! layers {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {
        $(
            $(#[$doc])*
            pub fn $name(&self) -> &[$type] {
                &self.parsed.$name
            }
        )*

        /// One list of [`Document::json`] by its name there, or `date` or `source`, as JSON; none for any other name. For
        /// bindings that turn into values of their language only what is asked for.
        ///
        /// ```
        /// # use cubaru::{Reader, Source};
        /// let document = Reader::english().read(&Source::new("Cuba!"))?;
        /// assert_eq!(document.layer_json("paragraphs").as_deref(), Some(r#"[{"start":0,"end":5}]"#));
        /// # Ok::<(), cubaru::Error>(())
        /// ```
        pub fn layer_json(&self, name: &str) -> Option<String> {
            Some(match name {
                "source" => to_json(&self.source),
                "date" => to_json(&self.parsed.date),
                "claims" => to_json(&self.claims),
                $(stringify!($name) => to_json(&self.parsed.$name),)*
                _ => return None,
            })
        }
    };
}

impl Document {
    pub(crate) fn new(source: &Source, parsed: Parsed) -> Self {
        let text = source.text.clone();
        let claims = cubaru_model::claims(&text, &parsed);
        let sha256 = cubaru_model::sha256(text.as_bytes());
        Self { sha256, offsets: OffsetsOf(Offsets::new(&text)), unit: Unit::Byte, source: source.metadata.clone(), text, parsed, claims }
    }

    /// The text, as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was known of the text before it was read.
    pub fn source(&self) -> &Metadata {
        &self.source
    }

    /// The SHA-256 of the text's UTF-8 bytes, in hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// What the offsets count; bytes, unless it came from [`Document::in_unit`].
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// The document's own date, given or worked out.
    pub fn date(&self) -> Option<&DocumentDate> {
        self.parsed.date.as_ref()
    }

    layers! {
        /// The parts of the article, in order.
        parts: Part;
        /// The paragraphs, in order.
        paragraphs: Span;
        /// The sentences, in order.
        sentences: Sentence;
        /// The tokens, which tile the text. Each knows its word class, its lemma and its place in the tree of its sentence.
        ///
        /// ```
        /// # use cubaru::{Reader, Source};
        /// let document = Reader::english().read(&Source::new("Cuba agreed. Russia signed."))?;
        /// let tokens = document.tokens();
        /// for token in tokens {
        ///     let head = token.head.map_or("–", |head| &tokens[head as usize].text);
        ///     println!("{} {} {} {} {head}", token.text, token.lemma, token.upos, token.relation);
        /// }
        /// // One token of each sentence hangs on no other.
        /// assert_eq!(tokens.iter().filter(|token| token.head.is_none()).count(), document.sentences().len());
        /// # Ok::<(), cubaru::Error>(())
        /// ```
        tokens: Token;
        /// The quotations, by their opening marks.
        quotations: Quotation;
        /// Damage, and how it is read.
        repairs: Repair;
        /// Numbers, money, shares.
        quantities: Quantity;
        /// Time expressions.
        times: Time;
        /// The entities, in the order of their first mention.
        entities: Entity;
        /// The mentions of entities.
        mentions: Mention;
        /// Who holds which post.
        offices: Office;
        /// Who says what.
        attributions: Attribution;
        /// Who did what to whom.
        events: Event;
        /// Sentences from which no fact was taken.
        unread: Unread;
        /// What the reader noticed.
        diagnostics: Diagnostic;
    }

    /// The claims, in the order of their words.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The claims that a source makes or that stand in its mouth, each with its whole chain of speakers and its words. The source is named by
    /// any of the words that the text has for it, by its fullest name or by its actor code; letter case does not count. What nobody but
    /// the document's author says has no `speakers`.
    ///
    /// ```
    /// # use cubaru::{Reader, Source};
    /// let text = "The agency reported that officials had told Turkey that Libya had attacked Malta.";
    /// let document = Reader::english().read(&Source::new(text))?;
    /// let claims = document.claims_by("officials");
    /// let attack = claims.last().expect("a claim");
    /// let chain: Vec<&str> = attack.speakers.iter().map(|s| s.source[0].text.as_str()).collect();
    /// assert_eq!(chain, ["The agency", "officials"]);
    /// assert!(document.claims_by("Malta").is_empty());
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    pub fn claims_by(&self, source: &str) -> Vec<&Claim> {
        cubaru_model::claims_by(&self.claims, &self.parsed, source)
    }

    /// The events that TABARI or PETRARCH dictionaries code, with offsets in this document's own unit.
    ///
    /// ```
    /// # use cubaru::{Dictionaries, Reader, Source};
    /// let dictionaries = Dictionaries::read([("all", "--- MEET [040] ---\nMEET {MEETS MET}\n"), ("who", "PERU [PER]\nKENYA [KEN]\n")]);
    /// let document = Reader::english().read(&Source::new("Peru met Kenya on Monday."))?;
    /// let coding = document.code(&dictionaries);
    /// assert_eq!((&*coding.events[0].source.code, &*coding.events[0].code), ("PER", "040"));
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    pub fn code(&self, dictionaries: &Dictionaries) -> Coding {
        let bytes = self.in_unit(Unit::Byte);
        let mut coding = dictionaries.code(&self.text, &bytes.parsed);
        if self.unit != Unit::Byte {
            coding.spans(&mut |start, end| {
                for offset in [start, end] {
                    *offset = self.offsets.0.convert(&self.text, *offset, self.unit);
                }
            });
        }
        coding
    }

    /// The same document with its offsets counted in `unit`.
    pub fn in_unit(&self, unit: Unit) -> Cow<'_, Document> {
        if unit == self.unit {
            return Cow::Borrowed(self);
        }
        let mut other = self.clone();
        other.unit = unit;
        let mut convert = |start: &mut u32, end: &mut u32| {
            for offset in [start, end] {
                let byte = self.offsets.0.byte(&self.text, *offset, self.unit);
                *offset = self.offsets.0.convert(&self.text, byte, unit);
            }
        };
        other.parsed.spans(&mut convert);
        other.claims.spans(&mut convert);
        Cow::Owned(other)
    }

    /// The words at a span that counts in this document's unit.
    pub fn words(&self, span: Span) -> &str {
        let byte = |offset| self.offsets.0.byte(&self.text, offset, self.unit) as usize;
        self.text.get(byte(span.start)..byte(span.end)).unwrap_or("")
    }

    /// The rows that a knowledge base keeps of this document, with places in bytes.
    ///
    /// ```
    /// # use cubaru::{Reader, Source};
    /// let document = Reader::english().read(&Source::new("Russian Foreign Minister Sergei Lavrov visited Cuba."))?;
    /// let rows = document.rows();
    /// assert_eq!(rows.tenures[0].post_name, "foreign minister");
    /// assert_eq!(rows.events[0].document.to_string(), document.sha256());
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    pub fn rows(&self) -> Rows {
        let bytes = self.in_unit(Unit::Byte);
        Rows::of(&self.source, &self.text, &bytes.parsed, &bytes.claims)
    }

    /// What was parsed, with places in bytes.
    pub(crate) fn parsed(&self) -> Cow<'_, Parsed> {
        match self.in_unit(Unit::Byte) {
            Cow::Borrowed(document) => Cow::Borrowed(&document.parsed),
            Cow::Owned(document) => Cow::Owned(document.parsed),
        }
    }

    /// JSON on one line, with offsets in code points: the same bytes from Rust, Python and JavaScript.
    pub fn to_json(&self) -> String {
        self.in_unit(Unit::CodePoint).json()
    }

    /// JSON of the same shape with offsets in this document's own unit.
    pub fn json(&self) -> String {
        to_json(&self.view())
    }

    fn view(&self) -> View<'_> {
        View {
            version: JSON_VERSION,
            unit: self.unit,
            sha256: &self.sha256,
            source: &self.source,
            text: &self.text,
            parsed: &self.parsed,
            claims: &self.claims,
        }
    }

    /// The JSON Schema of [`Document::to_json`].
    #[cfg(feature = "schema")]
    pub fn json_schema() -> String {
        let mut generator = schemars::generate::SchemaSettings::draft2020_12().for_serialize().into_generator();
        // A document holds none of these; other doors give them, and the bindings make their types from this schema.
        generator.subschema_for::<cubaru_parse::syntax::Word>();
        generator.subschema_for::<Coding>();
        generator.subschema_for::<cubaru_petrarch::DictionaryProblem>();
        let schema = generator.into_root_schema_for::<View<'static>>();
        serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
    }
}

/// The same items of a text with their offsets, which count bytes, counted in `unit`.
///
/// ```
/// use cubaru::{Reader, Unit, in_unit};
/// let text = "😀 on Friday";
/// let times = Reader::english().times(text, None)?;
/// assert_eq!((times[0].start, in_unit(times, text, Unit::Utf16)[0].start), (8, 6));
/// # Ok::<(), cubaru::Error>(())
/// ```
pub fn in_unit(mut times: Vec<Time>, text: &str, unit: Unit) -> Vec<Time> {
    let offsets = Offsets::new(text);
    times.spans(&mut |start, end| {
        for offset in [start, end] {
            *offset = offsets.convert(text, *offset, unit);
        }
    });
    times
}

pub(crate) fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a document has nothing that JSON lacks")
}

impl Serialize for Document {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}
