//! The project's cases, from JavaScript.

use crate::{document::parse, error, options, reader::ENGLISH};
use cubaru::cases;
use serde_json::json;
use wasm_bindgen::prelude::*;

/// Reads the cases of a Markdown file and gives those whose outline came out otherwise: none, where all is well.
///
/// The project's own tests call it, as may whoever writes cases; `cases/README.md` of its repository tells the format.
///
/// @throws {CubaruError} `bad-case`, `bad-argument`
#[wasm_bindgen(js_name = checkCases, unchecked_return_type = "readonly CaseFailure[]")]
pub fn check_cases(#[wasm_bindgen(unchecked_param_type = "string")] markdown: JsValue) -> Result<JsValue, JsValue> {
    let source = options::source(&markdown, Default::default())?;
    let failures = cases::check(&ENGLISH, &source.text).map_err(|e| error::of(&e, source.text.as_bytes()))?;
    let failures = failures.iter().map(|f| json!({"title": f.title, "line": f.line, "expected": f.expected, "found": f.found}));
    Ok(parse(&failures.collect::<serde_json::Value>().to_string()))
}
