//! Arguments as JavaScript gives them.

use crate::error;
use cubaru::{Metadata, Source};
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./support.js")]
extern "C" {
    /// Options as JSON, with lone surrogates replaced.
    #[wasm_bindgen(catch)]
    fn stringify(options: &JsValue) -> Result<String, JsValue>;

    /// The bytes of a `Uint8Array`; nothing for another value.
    fn bytes(value: &JsValue) -> Option<Vec<u8>>;
}

const HINT: &str = "pass an object with any of id, title, url, publisher, published (strings), authors (an array of strings), \
                    limit (a whole number of bytes)";

/// What is known of a text, and the limit where one is given: `ReadOptions`.
pub fn options(value: &JsValue) -> Result<(Metadata, Option<usize>), JsValue> {
    let wrong = |reason: &str| error::argument(reason, HINT);
    let (mut metadata, mut limit) = (Metadata::default(), None);
    for (key, value) in object(value, HINT)? {
        let field = match key.as_str() {
            "id" => &mut metadata.id,
            "title" => &mut metadata.title,
            "url" => &mut metadata.url,
            "publisher" => &mut metadata.publisher,
            "published" => &mut metadata.published,
            "authors" => {
                metadata.authors = serde_json::from_value(value).map_err(|_| wrong("`authors` is no array of strings"))?;
                continue;
            }
            "limit" => {
                limit = serde_json::from_value(value).map_err(|_| wrong("`limit` is no whole number"))?;
                continue;
            }
            // More often a slip than a wish.
            _ => return Err(wrong(&format!("there is no option `{key}`"))),
        };
        *field = serde_json::from_value(value).map_err(|_| wrong(&format!("`{key}` is no string")))?;
    }
    Ok((metadata, limit))
}

/// The day from which times are counted, and the limit where one is given: `TimesOptions`.
pub fn times(value: &JsValue) -> Result<(Option<String>, Option<usize>), JsValue> {
    const HINT: &str = "pass an object with any of anchor (a string), limit (a whole number of bytes)";
    let wrong = |reason: &str| error::argument(reason, HINT);
    let (mut anchor, mut limit) = (None, None);
    for (key, value) in object(value, HINT)? {
        match key.as_str() {
            "anchor" => anchor = serde_json::from_value(value).map_err(|_| wrong("`anchor` is no string"))?,
            "limit" => limit = serde_json::from_value(value).map_err(|_| wrong("`limit` is no whole number"))?,
            _ => return Err(wrong(&format!("there is no option `{key}`"))),
        }
    }
    Ok((anchor, limit))
}

/// The keys of options; none where nothing is given.
fn object(value: &JsValue, hint: &str) -> Result<Map<String, Value>, JsValue> {
    let wrong = |reason: &str| error::argument(reason, hint);
    if value.is_undefined() || value.is_null() {
        return Ok(Map::new());
    }
    let json = stringify(value).map_err(|e| wrong(&js_sys::Error::from(e).message().as_string().unwrap_or_default()))?;
    match serde_json::from_str(&json) {
        Ok(Value::Object(options)) => Ok(options),
        _ => Err(wrong("the options are no object")),
    }
}

/// A value as JSON, with lone surrogates replaced.
pub fn json(value: &JsValue) -> Result<String, JsValue> {
    let wrong = |reason: &str| error::argument(reason, "pass a name, or an object with `name`");
    if value.is_undefined() || value.is_null() {
        return Err(wrong("there is no person"));
    }
    stringify(value).map_err(|e| wrong(&js_sys::Error::from(e).message().as_string().unwrap_or_default()))
}

/// A text with what is known of it. A lone surrogate, which no character has, is read as U+FFFD: as long as it was.
pub fn source(text: &JsValue, metadata: Metadata) -> Result<Source, JsValue> {
    let wrong = || error::argument("the text is no string", "pass a string; readBytes takes a Uint8Array of UTF-8");
    Ok(Source { text: text.as_string().ok_or_else(wrong)?, metadata })
}

/// Rules of events. A lone surrogate is read as U+FFFD.
pub fn rules(value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| error::argument("the rules are no string", "pass a string with one rule a line; of a file, its text"))
}

/// The name of a source. A lone surrogate is read as U+FFFD.
pub fn speaker(value: &JsValue) -> Result<String, JsValue> {
    value
        .as_string()
        .ok_or_else(|| error::argument("the source is no string", "pass a name, a code or other words of the text, such as \"RUS\""))
}

/// A name, an id, a format: what a call is about. A lone surrogate is read as U+FFFD.
pub fn word(value: &JsValue, what: &str) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| error::argument(&format!("the {what} is no string"), "pass a string"))
}

/// The same where it may be left out.
pub fn maybe_word(value: &JsValue, what: &str) -> Result<Option<String>, JsValue> {
    if value.is_undefined() || value.is_null() { Ok(None) } else { word(value, what).map(Some) }
}

/// The values of a condition: one or more.
pub fn values(value: &JsValue) -> Result<Vec<String>, JsValue> {
    let wrong = || error::argument("a value of the condition is no string, or there is none", "pass one string or several");
    let values: Vec<String> = js_sys::Array::from(value).iter().map(|v| v.as_string().ok_or_else(wrong)).collect::<Result<_, _>>()?;
    if values.is_empty() { Err(wrong()) } else { Ok(values) }
}

/// Texts, an array of strings. A lone surrogate is read as U+FFFD.
pub fn array(value: &JsValue) -> Result<Vec<String>, JsValue> {
    let wrong = || error::argument("the texts are no array of strings", "pass an array such as [\"Cuba said no.\"]");
    if !js_sys::Array::is_array(value) {
        return Err(wrong());
    }
    js_sys::Array::from(value).iter().map(|text| text.as_string().ok_or_else(wrong)).collect()
}

/// The words of a sentence. A lone surrogate is read as U+FFFD.
pub fn forms(value: &JsValue) -> Result<Vec<String>, JsValue> {
    let wrong = || error::argument("the words are no array of strings", "pass an array such as [\"Cuba\", \"signed\"]");
    if !js_sys::Array::is_array(value) {
        return Err(wrong());
    }
    js_sys::Array::from(value).iter().map(|form| form.as_string().ok_or_else(wrong)).collect()
}

/// Texts by their names, in the order of the object's keys.
pub fn texts(value: &JsValue) -> Result<Vec<(String, String)>, JsValue> {
    let wrong = || error::argument("the dictionaries are no object of strings", "pass an object such as { \"verbs.txt\": \"…\" }");
    let object = value.dyn_ref::<js_sys::Object>().filter(|o| !js_sys::Array::is_array(o)).ok_or_else(wrong)?;
    let pair = |entry: JsValue| {
        let entry = js_sys::Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    js_sys::Object::entries(object).iter().map(|entry| pair(entry).ok_or_else(wrong)).collect()
}

/// Bytes that should be UTF-8.
pub fn octets(value: &JsValue) -> Result<Vec<u8>, JsValue> {
    bytes(value).ok_or_else(|| error::argument("the bytes are no Uint8Array", "pass a Uint8Array (a Buffer is one); read takes a string"))
}

/// A limit in bytes.
pub fn limit(value: f64) -> Result<usize, JsValue> {
    let whole = value >= 0.0 && value.fract() == 0.0;
    whole.then_some(value as usize).ok_or_else(|| error::argument("the limit is no whole number", "pass a number of bytes, 0 or more"))
}
