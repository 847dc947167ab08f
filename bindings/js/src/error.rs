//! What is wrong with an input becomes a `CubaruError`.

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
    let span = match error {
        cubaru::Error::NotUtf8 { offset } => Some((units(text, *offset), units(text, *offset) + 1)),
        _ => error.span().map(|span| (units(text, whole(text, span.start)), units(text, whole(text, span.end)))),
    };
    CubaruError::new(error.code(), &error.to_string(), &error.hint(), span.map(|s| s.0), span.map(|s| s.1)).into()
}

/// A limit may cut a character: the whole of it lies beyond.
fn whole(text: &[u8], offset: u32) -> usize {
    let cuts = |at: &usize| text.get(*at).is_some_and(|byte| (byte & 0xC0) == 0x80);
    (0..4).map(|back| (offset as usize).saturating_sub(back)).find(|at| !cuts(at)).unwrap_or(offset as usize)
}

/// How many UTF-16 units the bytes before an offset have, as `TextDecoder` counts them.
fn units(text: &[u8], offset: usize) -> u32 {
    let before = text.get(..offset).unwrap_or(text);
    before.utf8_chunks().map(|c| c.valid().encode_utf16().count() + usize::from(!c.invalid().is_empty())).sum::<usize>() as u32
}

/// The error of an argument that has another type.
pub fn argument(message: &str, hint: &str) -> JsValue {
    CubaruError::new("bad-argument", message, hint, None, None).into()
}
