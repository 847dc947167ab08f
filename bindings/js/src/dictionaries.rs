//! Dictionaries of TABARI and PETRARCH.

use crate::{document::layer, options};
use wasm_bindgen::prelude::*;

/// Dictionaries in the formats of TABARI, PETRARCH-1 and PETRARCH-2: actors, agents, verbs, discards, issues. What each text holds is
/// told from its contents; of two entries for the same words the first text has the first say.
///
/// @example
/// ```js
/// const dictionaries = new Dictionaries({
///   "actors.txt": "KENYA [KEN]\nPERU [PER]\n",
///   "verbs.txt": "--- VISIT [042] ---\nVISIT\n",
/// });
/// const { events } = read("Kenya visited Peru.").code(dictionaries);
/// console.log(events[0].source.code, events[0].code, events[0].target.code); // KEN 042 PER
/// ```
#[wasm_bindgen]
pub struct Dictionaries {
    pub(crate) inner: cubaru::Dictionaries,
}

#[wasm_bindgen]
impl Dictionaries {
    /// Reads the texts of an object, whose keys name them.
    ///
    /// @throws {CubaruError} `bad-argument`
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Readonly<Record<string, string>>")] texts: JsValue) -> Result<Dictionaries, JsValue> {
        options::texts(&texts).map(|texts| Self { inner: cubaru::Dictionaries::read(texts) })
    }

    /// The texts' names, in the order in which they were read.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly string[]")]
    pub fn files(&self) -> JsValue {
        layer(&self.inner.files())
    }

    /// The lines that could not be used; all others are.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly DictionaryProblem[]")]
    pub fn problems(&self) -> JsValue {
        layer(&self.inner.problems())
    }
}
