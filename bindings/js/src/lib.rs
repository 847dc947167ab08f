//! The Rust half of the npm package `cubaru`: the facade's names in JavaScript's case, offsets in UTF-16 units.
//!
//! Everything here takes arguments apart, calls the facade, and wraps what comes back. The layers cross as JSON, one at a time
//! and only when asked for; the package's types come from the same JSON Schema.
mod base;
mod cases;
mod dictionaries;
mod document;
mod edtf;
mod error;
mod names;
mod options;
mod query;
mod reader;
mod texts;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = include_str!("../types.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const OWN: &str = include_str!("own.d.ts");
