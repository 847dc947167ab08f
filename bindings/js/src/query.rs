//! Questions to a knowledge base.

use crate::{document::layer, error, options, reader};
use cubaru::{ClaimFact, EventFact, KnowledgeBase, Query, TenureFact, Unit};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

// Docs come as strings: what `///` becomes inside a macro would reach the .d.ts with its quotes.
macro_rules! query {
    ($about:literal $name:ident: $fact:ty = $rows:literal; $($doc:literal $condition:ident;)*) => {
        #[doc = $about]
        #[wasm_bindgen]
        pub struct $name {
            pub(crate) base: Rc<KnowledgeBase>,
            pub(crate) query: Query,
        }

        impl $name {
            fn with(&self, name: &str, values: &[&str]) -> Result<$name, JsValue> {
                let query = self.query.clone().with(name, values).map_err(|e| error::of(&e.into(), b""))?;
                Ok(Self { base: self.base.clone(), query })
            }

            fn range(&self, name: &str, first: &JsValue, last: &JsValue) -> Result<$name, JsValue> {
                let (first, last) = (options::word(first, "date")?, options::maybe_word(last, "date")?);
                self.with(name, &std::iter::once(first.as_str()).chain(last.as_deref()).collect::<Vec<_>>())
            }

            fn ask(&self) -> cubaru::Ask<'_, $fact> {
                self.base.ask(self.query.clone())
            }
        }

        #[wasm_bindgen]
        impl $name {
            $(
                #[doc = $doc]
                #[wasm_bindgen(variadic)]
                pub fn $condition(
                    &self,
                    #[wasm_bindgen(unchecked_param_type = "[string, ...string[]]")] values: JsValue,
                ) -> Result<$name, JsValue> {
                    let values = options::values(&values)?;
                    let values: Vec<&str> = values.iter().map(String::as_str).collect();
                    self.with(stringify!($condition).trim_start_matches("r#"), &values)
                }
            )*

            #[doc = "The dates between which the document was published, the last included; one alone is its own range."]
            pub fn published(
                &self,
                #[wasm_bindgen(unchecked_param_type = "string")] first: JsValue,
                #[wasm_bindgen(unchecked_optional_param_type = "string | null")] last: JsValue,
            ) -> Result<$name, JsValue> {
                self.range("published", &first, &last)
            }

            #[doc = "The rows, with offsets in UTF-16 units: by date, or (claims) by document and place."]
            #[wasm_bindgen(unchecked_return_type = $rows)]
            pub fn rows(&self) -> Result<JsValue, JsValue> {
                self.ask().rows_in(Unit::Utf16).map(|rows| layer(&rows)).map_err(|e| error::of(&e, b""))
            }

            #[doc = "The rows as a JSON list, with offsets in code points: the same bytes as from Rust and Python."]
            #[wasm_bindgen(js_name = toJson)]
            pub fn to_json(&self) -> Result<String, JsValue> {
                self.ask().to_json().map_err(|e| error::of(&e, b""))
            }
        }
    };
}

query! {
    "A question for events, as `KnowledgeBase.events()` begins it: conditions narrow it, `rows()` answers it. Values of one condition are alternatives; conditions of different names must all hold. A question cannot be changed: each condition gives a new one. A value that a condition cannot have is a `CubaruError` (`bad-value`)."
    EventQuery: EventFact = "readonly EventFact[]";
    "The class: `CONSULT`, `SANCTION`, `SAY` …" of;
    "What PLOVER would code: a promised visit is AGREE." r#type;
    "PLOVER's mode: `visit`, `meet` …" mode;
    "The quad class: `VERBAL COOPERATION` …" quad;
    "How the CAMEO code begins." cameo;
    "Who acts: a code or how it begins (`RUS`, `RUSGOV`), a name, an id." actor;
    "To whom." recipient;
    "Who acts or to whom." party;
    "A person who takes part: a name or an id." person;
    "A sector of any side: `GOV`, `MIL`, `LEG` …" sector;
    "Where: a country's code, a name, an id." place;
    "FactBank's certainty, seen from the document's author: `CT+`, `PS-` …" certainty;
    "What became of it: `actual`, `reported`, `future`, `possible`, `hypothetical`, `negated`." status;
    "How it is stated: `asserted`, `hedged` …" modality;
    "In whose words it stands: a name, an id, an actor code." speaker;
    "Who published the document, or your own id of it." source;
    "The document's hash, the beginning of it, or your own id." document;
    "Words of the sentence that states it: all of these; those between quotation marks side by side." words;
    "The id of one row." id;
}

#[wasm_bindgen]
impl EventQuery {
    /// Those who held a post at the time take part: `office("foreign minister", "RUS")`; without a country of any.
    ///
    /// @throws {CubaruError} `bad-value`, `bad-argument`
    pub fn office(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] post: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] country: JsValue,
    ) -> Result<EventQuery, JsValue> {
        let (post, country) = (options::word(&post, "post")?, options::maybe_word(&country, "country")?);
        self.with("office", &[&post, country.as_deref().unwrap_or_default()])
    }

    /// The dates between which it can lie, the last included; one alone is its own range. What has no date lies nowhere.
    ///
    /// @throws {CubaruError} `bad-value`, `bad-argument`
    pub fn between(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] first: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] last: JsValue,
    ) -> Result<EventQuery, JsValue> {
        self.range("between", &first, &last)
    }

    /// How many events in each month between each pair, by class.
    #[wasm_bindgen(js_name = countsByMonthAndPair, unchecked_return_type = "readonly MonthCount[]")]
    pub fn counts_by_month_and_pair(&self) -> Result<JsValue, JsValue> {
        self.ask().counts_by_month_and_pair().map(|counts| layer(&counts)).map_err(|e| error::of(&e, b""))
    }

    /// Who deals with whom: weighted, and over time.
    #[wasm_bindgen(unchecked_return_type = "Network")]
    pub fn network(&self) -> Result<JsValue, JsValue> {
        self.ask().network().map(|network| layer(&network)).map_err(|e| error::of(&e, b""))
    }

    /// What is found, in a format: the events, the claims that state them, those who take part, their posts, the documents. The formats are
    /// those of `KnowledgeBase.export`, but for `conllu`.
    ///
    /// @throws {CubaruError} `bad-value`, `bad-argument`
    pub fn export(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] format: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Reader | null")] reader: JsValue,
    ) -> Result<String, JsValue> {
        let (format, reader) = (options::word(&format, "format")?, reader::given(&reader)?);
        self.ask().export(&format, &reader).map(crate::base::text).map_err(|e| error::of(&e, b""))
    }
}

query! {
    "A question for claims, as `KnowledgeBase.claims()` begins it; as `EventQuery`."
    ClaimQuery: ClaimFact = "readonly ClaimFact[]";
    "What is stated: `event`, `office`, `statement`." kind;
    "FactBank's certainty, seen from the document's author: `CT+`, `PS-` …" certainty;
    "What became of it: `actual`, `reported`, `future`, `possible`, `hypothetical`, `negated`." status;
    "How it is stated: `asserted`, `hedged` …" modality;
    "In whose words it stands: a name, an id, an actor code." speaker;
    "Who published the document, or your own id of it." source;
    "The document's hash, the beginning of it, or your own id." document;
    "Words of the sentence that states it: all of these; those between quotation marks side by side." words;
    "The id of one row." id;
}

query! {
    "A question for holdings of posts, as `KnowledgeBase.tenures()` begins it; as `EventQuery`."
    TenureQuery: TenureFact = "readonly TenureFact[]";
    "Who holds it: a name or an id." person;
    "The post, or words of it: `minister`." post;
    "The country (alpha-3)." country;
    "In whose words it stands: a name, an id, an actor code." speaker;
    "Who published the document, or your own id of it." source;
    "The document's hash, the beginning of it, or your own id." document;
    "Words of the sentence that states it: all of these; those between quotation marks side by side." words;
    "The id of one row." id;
}

#[wasm_bindgen]
impl TenureQuery {
    /// The dates between which it can lie, the last included; one alone is its own range. What has no date lies nowhere.
    ///
    /// @throws {CubaruError} `bad-value`, `bad-argument`
    pub fn between(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] first: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string | null")] last: JsValue,
    ) -> Result<TenureQuery, JsValue> {
        self.range("between", &first, &last)
    }
}
