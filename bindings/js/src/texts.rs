//! Whether quotations stand where they are said to.

use crate::{
    base::{KnowledgeBase, answer},
    options,
};
use cubaru::Unit;
use wasm_bindgen::prelude::*;

/// Texts, known by their hashes: they verify that every quotation stands where it is said to stand, exactly.
///
/// @example
/// ```js
/// const [text, base] = ["Chad said that Niger had closed the border.", new KnowledgeBase()];
/// base.add(read(text));
/// console.log(new Texts([text]).verify(base).failures.length); // 0
/// ```
#[wasm_bindgen]
pub struct Texts {
    inner: cubaru::Texts,
}

#[wasm_bindgen]
impl Texts {
    /// Takes an array of strings.
    ///
    /// @throws {CubaruError} `bad-argument`
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "readonly string[]")] texts: JsValue) -> Result<Texts, JsValue> {
        let mut inner = cubaru::Texts::default();
        options::array(&texts)?.into_iter().for_each(|text| inner.add(text));
        Ok(Self { inner })
    }

    /// Verifies every quotation of every claim of a base.
    #[wasm_bindgen(unchecked_return_type = "Verified")]
    pub fn verify(&self, base: &KnowledgeBase) -> Result<JsValue, JsValue> {
        answer(self.inner.verify_in(&base.inner, Unit::Utf16))
    }

    /// Verifies JSON that cubaru wrote, or JSON lines. Places of what failed count as the JSON does.
    ///
    /// @throws {CubaruError} `bad-json`, `bad-argument`
    #[wasm_bindgen(js_name = verifyJson, unchecked_return_type = "Verified")]
    pub fn verify_json(&self, #[wasm_bindgen(unchecked_param_type = "string")] json: JsValue) -> Result<JsValue, JsValue> {
        answer(self.inner.verify_json(&options::word(&json, "JSON")?))
    }
}
