//! What is wrong with an input becomes a `CubaruError`.

use cubaru::{Offsets, Unit};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./support.js")]
extern "C" {
    /// An `Error` with a code, a place and a hint.
    #[wasm_bindgen(extends = js_sys::Error)]
    pub type CubaruError;

    #[wasm_bindgen(constructor)]
    fn new(code: &str, message: &str, hint: &str, start: Option<u32>, end: Option<u32>) -> CubaruError;
}

/// The error of reading a text; bytes that are not UTF-8 count as the string that a decoder makes of them.
pub fn of(error: &cubaru::Error, text: &[u8]) -> JsValue {
    let text = String::from_utf8_lossy(text);
    let offsets = Offsets::new(&text);
    let unit = |byte| offsets.convert(&text, byte, Unit::Utf16);
    let span = error.span();
    CubaruError::new(error.code(), &error.to_string(), &error.hint(), span.map(|s| unit(s.start)), span.map(|s| unit(s.end))).into()
}

/// The error of an argument that has another type.
pub fn argument(message: &str, hint: &str) -> JsValue {
    CubaruError::new("bad-argument", message, hint, None, None).into()
}
