//! A document that was read: its layers as plain objects, made when they are first asked for.

use crate::{dictionaries::Dictionaries, error, options};
use cubaru::{Span, Unit};
use serde::Serialize;
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./support.js")]
extern "C" {
    /// What some JSON says, as an object that nobody can change.
    pub(crate) fn parse(json: &str) -> JsValue;

    /// Something with a `start` and an `end`.
    type SpanLike;

    #[wasm_bindgen(method, getter, structural, catch)]
    fn start(this: &SpanLike) -> Result<f64, JsValue>;

    #[wasm_bindgen(method, getter, structural, catch)]
    fn end(this: &SpanLike) -> Result<f64, JsValue>;
}

/// A text and everything that was read from it. All offsets count UTF-16 units: `text.slice(x.start, x.end)` is the words.
///
/// A layer becomes plain frozen objects when it is first asked for; they live on after `free`.
#[wasm_bindgen]
pub struct Document {
    pub(crate) inner: cubaru::Document,
    layers: Layers,
}

// The doc comes as a string: what `///` becomes inside a macro would reach the .d.ts with its quotes.
macro_rules! layers {
    ($($doc:literal $name:ident: $type:literal;)*) => {
        #[derive(Default)]
        struct Layers {
            $($name: OnceCell<JsValue>,)*
        }

        #[wasm_bindgen]
        impl Document {
            $(
                #[doc = $doc]
                #[wasm_bindgen(getter, unchecked_return_type = $type)]
                pub fn $name(&self) -> JsValue {
                    self.layers.$name.get_or_init(|| layer(&self.inner.$name())).clone()
                }
            )*
        }
    };
}

pub(crate) fn layer(value: &impl Serialize) -> JsValue {
    parse(&serde_json::to_string(value).expect("a layer has nothing that JSON lacks"))
}

layers! {
    "The text, as it was given (with U+FFFD for lone surrogates)." text: "string";
    "What was known of the text before it was read." source: "Metadata";
    "The SHA-256 of the text's UTF-8 bytes, in hexadecimal." sha256: "string";
    "What the offsets count." unit: "\"utf16\"";
    "The document's own date, given or worked out." date: "DocumentDate | null";
    "The parts of the article, in order." parts: "readonly Part[]";
    "The paragraphs, in order." paragraphs: "readonly Span[]";
    "The sentences, in order." sentences: "readonly Sentence[]";
    "The tokens, which tile the text." tokens: "readonly Token[]";
    "The quotations, by their opening marks." quotations: "readonly Quotation[]";
    "Damage, and how it is read." repairs: "readonly Repair[]";
    "Numbers, money, shares." quantities: "readonly Quantity[]";
    "Time expressions." times: "readonly Time[]";
    "The entities, in the order of their first mention." entities: "readonly Entity[]";
    "The mentions of entities." mentions: "readonly Mention[]";
    "Who holds which post." offices: "readonly Office[]";
    "Who says what." attributions: "readonly Attribution[]";
    "Who did what to whom." events: "readonly Event[]";
    "Sentences from which no fact was taken." unread: "readonly Unread[]";
    "What the reader noticed." diagnostics: "readonly Diagnostic[]";
    "The claims, in the order of their words." claims: "readonly Claim[]";
}

#[wasm_bindgen]
impl Document {
    /// The words at a span of this document.
    ///
    /// @throws {CubaruError} `bad-argument`
    pub fn words(&self, #[wasm_bindgen(unchecked_param_type = "Span")] span: &JsValue) -> Result<String, JsValue> {
        let span: &SpanLike = span.unchecked_ref();
        match (span.start(), span.end()) {
            (Ok(start), Ok(end)) if 0.0 <= start && start <= end => Ok(self.inner.words(Span::new(start as usize, end as usize)).into()),
            _ => Err(error::argument("no span", "pass an object with `start` and `end`, such as a token or the trigger of an event")),
        }
    }

    /// The sentences as CoNLL-U, which other tools for syntax read: one token a line, an empty line behind each sentence.
    ///
    /// The source's id becomes the `newdoc id` and begins each `sent_id`. Words that are written as one (`didn't`) are multiword
    /// tokens. FEATS and DEPS are not filled.
    pub fn conllu(&self) -> String {
        self.inner.conllu()
    }

    /// The events that dictionaries code, with the lines behind each, and how often the text speaks of their issues.
    #[wasm_bindgen(unchecked_return_type = "Coding")]
    pub fn code(&self, dictionaries: &Dictionaries) -> JsValue {
        layer(&self.inner.code(&dictionaries.inner))
    }

    /// The claims that a source makes or that stand in its mouth, in the order of their words.
    ///
    /// The source is named by any of the words that the text has for it, by its fullest name or by its actor code; letter case does
    /// not count. Each claim has its whole chain of `speakers`; what nobody but the document's author says has none.
    ///
    /// @throws {CubaruError} `bad-argument`
    ///
    /// @example
    /// ```js
    /// const document = read("The agency reported that officials had told Turkey that Libya had attacked Malta.");
    /// const attack = document.claimsBy("officials").at(-1);
    /// console.log(attack.speakers.map((speaker) => speaker.source[0].text)); // [ 'The agency', 'officials' ]
    /// ```
    #[wasm_bindgen(js_name = claimsBy, unchecked_return_type = "readonly Claim[]")]
    pub fn claims_by(&self, #[wasm_bindgen(unchecked_param_type = "string")] source: JsValue) -> Result<JsValue, JsValue> {
        Ok(layer(&self.inner.claims_by(&options::speaker(&source)?)))
    }

    /// What the text shows to be at odds within itself: counts against lists, lengths against dates. A finding sets two places side by side
    /// and says nothing of who is right; those that agree are given too. `KnowledgeBase.check` sets documents against each other.
    ///
    /// @example
    /// ```js
    /// const document = read("Three ministers resigned: Ana Prado, the minister of trade, and Luis Lemos, the minister of health.");
    /// for (const finding of document.check()) console.log(finding.kind, finding.note); // count the text says 3 and names 2
    /// ```
    #[wasm_bindgen(unchecked_return_type = "readonly Finding[]")]
    pub fn check(&self) -> JsValue {
        layer(&self.inner.check())
    }

    /// JSON on one line, with offsets in code points: the same bytes as from Rust and Python. `DocumentJson` is its type.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.inner.to_json()
    }
}

impl Document {
    pub(crate) fn of(document: cubaru::Document) -> Self {
        Self { inner: document.in_unit(Unit::Utf16).into_owned(), layers: Layers::default() }
    }
}
