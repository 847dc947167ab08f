//! Many documents, one knowledge base.

use crate::{
    document::{Document, layer},
    error, options,
    query::{ClaimQuery, EventQuery, TenureQuery},
    reader,
};
use cubaru::{Query, Unit};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Many documents that answer as one, in memory. Offsets count UTF-16 units.
///
/// @example
/// ```js
/// const base = new KnowledgeBase();
/// base.add(read("Kenyan Foreign Minister Alfred Mutua visited Ghana on Monday.", { published: "2023-02-14" }));
/// for (const visit of base.events().of("CONSULT").mode("visit").actor("KEN").between("2022", "2023-06").rows()) {
///   console.log(visit.date, visit.actor[0].name, visit.evidence[0].quote.exact);
/// }
/// ```
#[wasm_bindgen]
pub struct KnowledgeBase {
    pub(crate) inner: Rc<cubaru::KnowledgeBase>,
}

/// What a base answers, as plain frozen objects.
pub(crate) fn answer<T: Serialize>(answer: cubaru::Result<T>) -> Result<JsValue, JsValue> {
    answer.map(|answer| layer(&answer)).map_err(|e| error::of(&e, b""))
}

/// An export; all formats that this build has are text.
pub(crate) fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

impl Default for KnowledgeBase {
    fn default() -> Self {
        Self::new()
    }
}

#[wasm_bindgen]
impl KnowledgeBase {
    /// A base with no document.
    #[wasm_bindgen(constructor)]
    pub fn new() -> KnowledgeBase {
        Self { inner: Rc::new(cubaru::KnowledgeBase::new()) }
    }

    /// Adds a document. False where its text is there already: that changes nothing.
    pub fn add(&self, document: &Document) -> Result<bool, JsValue> {
        self.inner.add(&document.inner).map_err(|e| error::of(&e, b""))
    }

    /// The documents by date and hash, without their texts.
    #[wasm_bindgen(unchecked_return_type = "readonly DocumentRow[]")]
    pub fn documents(&self) -> Result<JsValue, JsValue> {
        answer(self.inner.documents())
    }

    /// What is known of a document, by its hash.
    ///
    /// @throws {CubaruError} `unknown`, `bad-argument`
    #[wasm_bindgen(unchecked_return_type = "Metadata")]
    pub fn source(&self, #[wasm_bindgen(unchecked_param_type = "string")] sha256: JsValue) -> Result<JsValue, JsValue> {
        answer(self.inner.source(&options::word(&sha256, "hash")?))
    }

    /// The text of a document, by its hash.
    ///
    /// @throws {CubaruError} `unknown`, `bad-argument`
    #[wasm_bindgen(unchecked_return_type = "string")]
    pub fn text(&self, #[wasm_bindgen(unchecked_param_type = "string")] sha256: JsValue) -> Result<JsValue, JsValue> {
        answer(self.inner.text(&options::word(&sha256, "hash")?))
    }

    /// The id in the base of each entity of a document, by its hash, in the order of the document's `entities`; null for descriptions ("the
    /// officials") and for a family name of nobody knows where.
    ///
    /// @throws {CubaruError} `unknown`, `bad-argument`
    #[wasm_bindgen(unchecked_return_type = "readonly (string | null)[]")]
    pub fn ids(&self, #[wasm_bindgen(unchecked_param_type = "string")] sha256: JsValue) -> Result<JsValue, JsValue> {
        answer(self.inner.ids(&options::word(&sha256, "hash")?))
    }

    /// Asks for events.
    pub fn events(&self) -> EventQuery {
        EventQuery { base: self.inner.clone(), query: Query::events() }
    }

    /// Asks for claims.
    pub fn claims(&self) -> ClaimQuery {
        ClaimQuery { base: self.inner.clone(), query: Query::claims() }
    }

    /// Asks for holdings of posts.
    pub fn tenures(&self) -> TenureQuery {
        TenureQuery { base: self.inner.clone(), query: Query::tenures() }
    }

    /// The claims that stand in somebody's mouth: a name, an id or an actor code.
    ///
    /// @throws {CubaruError} `bad-argument`
    #[wasm_bindgen(js_name = claimsBy, unchecked_return_type = "readonly ClaimFact[]")]
    pub fn claims_by(&self, #[wasm_bindgen(unchecked_param_type = "string")] source: JsValue) -> Result<JsValue, JsValue> {
        let claims = self.inner.claims_by(&options::word(&source, "source")?);
        answer(claims.and_then(|claims| self.inner.in_unit(claims, Unit::Utf16)))
    }

    /// Who and what the base knows, sorted by id.
    #[wasm_bindgen(unchecked_return_type = "readonly Merged[]")]
    pub fn entities(&self) -> Result<JsValue, JsValue> {
        answer(self.inner.entities())
    }

    /// The entity that an id means, or a name that only one has.
    ///
    /// @throws {CubaruError} `unknown`, `ambiguous`, `bad-argument`
    #[wasm_bindgen(unchecked_return_type = "Merged")]
    pub fn entity(&self, #[wasm_bindgen(unchecked_param_type = "string")] given: JsValue) -> Result<JsValue, JsValue> {
        answer(self.inner.entity(&options::word(&given, "name")?))
    }

    /// The entities that a name, an id or an actor code means, sorted by id.
    ///
    /// @throws {CubaruError} `unknown`, `bad-argument`
    #[wasm_bindgen(unchecked_return_type = "readonly Merged[]")]
    pub fn who(&self, #[wasm_bindgen(unchecked_param_type = "string")] given: JsValue) -> Result<JsValue, JsValue> {
        answer(self.inner.who(&options::word(&given, "name")?))
    }

    /// Which names are one, with score and reasons.
    #[wasm_bindgen(unchecked_return_type = "readonly Merge[]")]
    pub fn merges(&self) -> Result<JsValue, JsValue> {
        answer(self.inner.merges())
    }

    /// The decisions of the user, in the order in which they were made.
    #[wasm_bindgen(unchecked_return_type = "readonly Decision[]")]
    pub fn decisions(&self) -> Result<JsValue, JsValue> {
        answer(self.inner.decisions())
    }

    /// Decides that two names or ids are one; holds for documents that come later.
    ///
    /// @throws {CubaruError} `unknown`, `ambiguous`, `bad-value`, `bad-argument`
    #[wasm_bindgen(unchecked_return_type = "Decision")]
    pub fn join(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] a: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] b: JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(self.inner.join(&options::word(&a, "name")?, &options::word(&b, "name")?))
    }

    /// Decides that one name of an entity is somebody else's; or, where `part` is a document's hash or your own id of it, that somebody else
    /// is meant there.
    ///
    /// @throws {CubaruError} `unknown`, `ambiguous`, `bad-argument`
    #[wasm_bindgen(unchecked_return_type = "readonly Decision[]")]
    pub fn split(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] entity: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] part: JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(self.inner.split(&options::word(&entity, "name")?, &options::word(&part, "part")?))
    }

    /// Events that several reports tell, each with the reports and why they are one. Reports of nothing else stand alone.
    #[wasm_bindgen(unchecked_return_type = "readonly Story[]")]
    pub fn stories(&self) -> Result<JsValue, JsValue> {
        answer(self.inner.stories())
    }

    /// All reports of one event, by the id of any of them, itself included.
    ///
    /// @throws {CubaruError} `unknown`, `bad-argument`
    #[wasm_bindgen(js_name = sourcesOf, unchecked_return_type = "readonly EventFact[]")]
    pub fn sources_of(&self, #[wasm_bindgen(unchecked_param_type = "string")] event: JsValue) -> Result<JsValue, JsValue> {
        let events = self.inner.sources_of(&options::word(&event, "event")?);
        answer(events.and_then(|events| self.inner.in_unit(events, Unit::Utf16)))
    }

    /// Checks the documents, each against itself and against the others: counts against lists, dates, claims against later ones. A finding sets
    /// two places side by side and says nothing of who is right; those that agree are given too. The reader (`Reader.english()` unless told
    /// otherwise) reads the texts again.
    ///
    /// @throws {CubaruError} `bad-argument`
    #[wasm_bindgen(unchecked_return_type = "readonly Finding[]")]
    pub fn check(&self, #[wasm_bindgen(unchecked_optional_param_type = "Reader | null")] reader: JsValue) -> Result<JsValue, JsValue> {
        answer(self.inner.check_in(&reader::given(&reader)?, Unit::Utf16))
    }

    /// The same findings as a JSON list, with offsets in code points: the same bytes as from Rust and Python.
    ///
    /// @throws {CubaruError} `bad-argument`
    #[wasm_bindgen(js_name = checkJson)]
    pub fn check_json(&self, #[wasm_bindgen(unchecked_optional_param_type = "Reader | null")] reader: JsValue) -> Result<String, JsValue> {
        self.inner.check_json(&reader::given(&reader)?).map_err(|e| error::of(&e, b""))
    }

    /// The whole base in a format by its name: `json`, `jsonl`, `plover`, `gdelt`, `icews`, `csv-events`, `csv-claims`, `csv-tenures`,
    /// `csv-entities`, `ftm`, `graphml`, `gexf`, `timelinejs`, `annotations`, `conllu`, `markdown`, `html`. Offsets count
    /// code points: the same bytes as from Rust and Python, which have RDF and Parquet as well. The reader (`Reader.english()` unless told otherwise) reads the texts again where a
    /// format holds checks or syntax.
    ///
    /// @throws {CubaruError} `bad-value`, `bad-argument`
    pub fn export(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] format: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Reader | null")] reader: JsValue,
    ) -> Result<String, JsValue> {
        let (format, reader) = (options::word(&format, "format")?, reader::given(&reader)?);
        self.inner.export(&format, &reader).map(text).map_err(|e| error::of(&e, b""))
    }

    /// The base as lines, to be kept (a download, IndexedDB) and loaded again: the first tells the version, then comes one for each document
    /// with its text and all that was read of it, and one for each decision about who is who. The same bytes as from Rust and Python; offsets
    /// count code points.
    ///
    /// @example
    /// ```js
    /// const base = new KnowledgeBase();
    /// base.add(read("Ghana and Togo signed a treaty on 2 May 2023."));
    /// const other = new KnowledgeBase();
    /// console.log(other.load(base.save())); // 1
    /// ```
    ///
    /// @throws {CubaruError} `store`
    pub fn save(&self) -> Result<String, JsValue> {
        let mut lines = Vec::new();
        self.inner.save(&mut lines).map(|()| text(lines)).map_err(|e| error::of(&e, b""))
    }

    /// Adds what `save` gave, nothing read again; gives how many documents were new. What is there already does not change.
    ///
    /// @throws {CubaruError} `bad-line` for a line that is damaged, or whose quotes do not stand in its text: what stands before it is in, each
    /// document wholly; `newer-base` for lines that a later version wrote; `bad-argument`
    pub fn load(&self, #[wasm_bindgen(unchecked_param_type = "string")] saved: JsValue) -> Result<usize, JsValue> {
        let saved = options::word(&saved, "saved base")?;
        self.inner.load(saved.as_bytes()).map_err(|e| error::of(&e, b""))
    }
}
