//! Are two names the same person?

use crate::{document::layer, error, options};
use wasm_bindgen::prelude::*;

/// Whether two names are the same person, with a score and the reasons; `docs/names.md` of the project tells how it decides.
///
/// Each is a name, or an object with `name` and any of `country` (ISO 3166-1 alpha-3, or a name in English), `office` and `year`.
///
/// @throws {CubaruError} `bad-person`, `bad-argument`
/// @example
/// ```js
/// const found = samePerson({ name: "Yelena Sokolova", country: "RUS", year: 2016 }, { name: "Елена Соколова", country: "Russia" });
/// console.log(found.same, found.why.map((reason) => reason.id));
/// ```
#[wasm_bindgen(js_name = samePerson, unchecked_return_type = "Comparison")]
pub fn same_person(
    #[wasm_bindgen(unchecked_param_type = "string | Person")] a: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | Person")] b: JsValue,
) -> Result<JsValue, JsValue> {
    let person = |given: &JsValue| cubaru::person(&options::json(given)?).map_err(|e| error::of(&e, b""));
    Ok(layer(&cubaru::same_person(&person(&a)?, &person(&b)?)))
}
