//! The doors: a text in, a document out.

use crate::{
    document::{Document, layer},
    error, options,
};
use cubaru::{Source, Unit, in_unit};
use std::sync::LazyLock;
use wasm_bindgen::prelude::*;

pub(crate) static ENGLISH: LazyLock<cubaru::Reader> = LazyLock::new(cubaru::Reader::english);

/// Reads an English text.
///
/// Offsets of what it gives count UTF-16 units, as `String.prototype.slice` does. A lone surrogate in the text is read as U+FFFD.
///
/// @throws {CubaruError} `bad-argument`, `bad-date`, `too-long`
///
/// @example
/// ```js
/// const document = read("Russian Foreign Minister Sergei Lavrov visited Cuba on Thursday.", { published: "2023-04-22" });
/// for (const event of document.events) console.log(event.date, event.class, event.trigger.map((words) => words.text));
/// ```
#[wasm_bindgen]
pub fn read(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ReadOptions | null")] options: JsValue,
) -> Result<Document, JsValue> {
    read_with(&ENGLISH, &text, &options)
}

/// Reads bytes that should be UTF-8.
///
/// @throws {CubaruError} `not-utf8`, `bad-argument`, `bad-date`, `too-long`
#[wasm_bindgen(js_name = readBytes)]
pub fn read_bytes(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ReadOptions | null")] options: JsValue,
) -> Result<Document, JsValue> {
    read_bytes_with(&ENGLISH, &bytes, &options)
}

/// The time expressions of a text alone: those that `read` gives a document published on `anchor`, many times faster.
///
/// @throws {CubaruError} `bad-argument`, `bad-date`, `too-long`
///
/// @example
/// ```js
/// for (const time of times("Lavrov visited Cuba last Thursday.", { anchor: "2023-04-22" })) console.log(time.text, time.edtf);
/// ```
#[wasm_bindgen(unchecked_return_type = "readonly Time[]")]
pub fn times(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TimesOptions | null")] options: JsValue,
) -> Result<JsValue, JsValue> {
    times_with(&ENGLISH, &text, &options)
}

/// Reads texts. Built once, used for many; `read` and `readBytes` share one that is never freed.
#[wasm_bindgen]
pub struct Reader {
    inner: cubaru::Reader,
}

#[wasm_bindgen]
impl Reader {
    /// A reader of English.
    pub fn english() -> Reader {
        Self { inner: ENGLISH.clone() }
    }

    /// The same with another limit on a text's length, in bytes of UTF-8.
    ///
    /// @throws {CubaruError} `bad-argument`
    #[wasm_bindgen(js_name = withLimit)]
    pub fn with_limit(&self, bytes: f64) -> Result<Reader, JsValue> {
        Ok(Self { inner: self.inner.clone().with_limit(options::limit(bytes)?) })
    }

    /// The same with rules of events of your own, one a line, as `docs/events.md` of the project tells. Where one of yours and one of
    /// the reader's ask for as much, yours goes first; classes may be your own.
    ///
    /// @throws {CubaruError} `bad-rule`, with the `span` of what is wrong; `bad-argument`
    ///
    /// @example
    /// ```js
    /// const rules = "verb restructure obj=debt,loan | DEBT | subj -> to,with | political | Zambia restructured its debt to China. | She restructured her debts.";
    /// const [event] = Reader.english().withRules(rules).read("Ghana restructured its debt to Japan.").events;
    /// console.log(event.class, event.actor[0].text, event.recipient[0].text); // DEBT Ghana Japan
    /// ```
    #[wasm_bindgen(js_name = withRules)]
    pub fn with_rules(&self, #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue) -> Result<Reader, JsValue> {
        let text = options::rules(&text)?;
        self.inner.clone().with_rules(&text).map(|inner| Self { inner }).map_err(|e| error::of(&e, text.as_bytes()))
    }

    /// Reads a text; `options.limit` goes before the reader's own.
    ///
    /// @throws {CubaruError} `bad-argument`, `bad-date`, `too-long`
    pub fn read(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ReadOptions | null")] options: JsValue,
    ) -> Result<Document, JsValue> {
        read_with(&self.inner, &text, &options)
    }

    /// Reads bytes that should be UTF-8; `options.limit` goes before the reader's own.
    ///
    /// @throws {CubaruError} `not-utf8`, `bad-argument`, `bad-date`, `too-long`
    #[wasm_bindgen(js_name = readBytes)]
    pub fn read_bytes(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ReadOptions | null")] options: JsValue,
    ) -> Result<Document, JsValue> {
        read_bytes_with(&self.inner, &bytes, &options)
    }

    /// The time expressions of a text alone: those that `read` gives a document published on `anchor`, many times faster.
    ///
    /// @throws {CubaruError} `bad-argument`, `bad-date`, `too-long`
    #[wasm_bindgen(unchecked_return_type = "readonly Time[]")]
    pub fn times(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "TimesOptions | null")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        times_with(&self.inner, &text, &options)
    }

    /// The words of one sentence that is split into words already, as Universal Dependencies splits English: one `Word` for each
    /// form, with its lemma, its class and its place in the tree. For texts that another program has split; `read` does all this
    /// by itself.
    ///
    /// @throws {CubaruError} `bad-argument`
    ///
    /// @example
    /// ```js
    /// const words = Reader.english().words(["Russia", "did", "n't", "sign", "."]);
    /// for (const word of words) console.log(word.lemma, word.upos, word.head, word.relation);
    /// ```
    #[wasm_bindgen(unchecked_return_type = "readonly Word[]")]
    pub fn words(&self, #[wasm_bindgen(unchecked_param_type = "readonly string[]")] forms: JsValue) -> Result<JsValue, JsValue> {
        let forms = options::forms(&forms)?;
        let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
        Ok(layer(&self.inner.words(&forms)))
    }
}

#[wasm_bindgen]
extern "C" {
    /// A `Reader` of which JavaScript stays the owner.
    type ReaderLike;

    #[wasm_bindgen(method, structural, catch, js_name = withLimit)]
    fn with_limit(this: &ReaderLike, bytes: f64) -> Result<Reader, JsValue>;
}

/// The reader that was given, or the one that all share; its limit does not count.
pub(crate) fn given(reader: &JsValue) -> Result<cubaru::Reader, JsValue> {
    if reader.is_undefined() || reader.is_null() {
        return Ok(ENGLISH.clone());
    }
    let reader = reader.unchecked_ref::<ReaderLike>().with_limit(f64::from(u32::MAX));
    reader.map(|reader| reader.inner.clone()).map_err(|_| error::argument("the reader is no Reader", "pass a Reader, or leave it out"))
}

fn read_with(reader: &cubaru::Reader, text: &JsValue, options: &JsValue) -> Result<Document, JsValue> {
    let (metadata, limit) = options::options(options)?;
    let source = options::source(text, metadata)?;
    limited(reader, limit).read(&source).map(Document::of).map_err(|e| error::of(&e, source.text.as_bytes()))
}

fn read_bytes_with(reader: &cubaru::Reader, bytes: &JsValue, options: &JsValue) -> Result<Document, JsValue> {
    let (metadata, limit) = options::options(options)?;
    let bytes = options::octets(bytes)?;
    let source = Source { metadata, ..Source::default() };
    limited(reader, limit).read_bytes(&bytes, &source).map(Document::of).map_err(|e| error::of(&e, &bytes))
}

fn times_with(reader: &cubaru::Reader, text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let (anchor, limit) = options::times(options)?;
    let text = options::source(text, Default::default())?.text;
    let times = limited(reader, limit).times(&text, anchor.as_deref()).map_err(|e| error::of(&e, text.as_bytes()))?;
    Ok(layer(&in_unit(times, &text, Unit::Utf16)))
}

fn limited(reader: &cubaru::Reader, limit: Option<usize>) -> cubaru::Reader {
    limit.map_or_else(|| reader.clone(), |bytes| reader.clone().with_limit(bytes))
}
