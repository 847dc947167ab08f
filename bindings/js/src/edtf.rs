//! Dates that are not fully known.

use crate::{document::layer, error};
use cubaru::edtf::{Allen, Bound};
use wasm_bindgen::prelude::*;

/// A date, an interval or a set of dates, as far as it is known, in EDTF: the Extended Date/Time Format of ISO 8601-2:2019, levels
/// 0 to 2.
///
/// @example
/// ```js
/// const june = new Edtf("2023-06?");
/// console.log(june.earliest, june.latest, new Edtf("2023-06-04").relation(june)); // 2023-06-01 2023-06-30 during
/// ```
#[wasm_bindgen]
pub struct Edtf {
    inner: cubaru::Edtf,
}

#[wasm_bindgen]
impl Edtf {
    /// Reads EDTF.
    ///
    /// @throws {CubaruError} `edtf-syntax`, `edtf-calendar`, `edtf-order`, `edtf-range`, `bad-argument`
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "string")] text: JsValue) -> Result<Edtf, JsValue> {
        let text = text.as_string().ok_or_else(|| error::argument("EDTF is a string", "pass a string such as \"2023-06?\""))?;
        cubaru::Edtf::parse(&text).map(|inner| Self { inner }).map_err(|e| error::of(&e.into(), text.as_bytes()))
    }

    /// What it is.
    #[wasm_bindgen(getter, unchecked_return_type = "EdtfKind")]
    pub fn kind(&self) -> String {
        self.inner.kind().name().into()
    }

    /// How fine it is; `null` where it is coarser than a millennium.
    #[wasm_bindgen(getter, unchecked_return_type = "EdtfPrecision | null")]
    pub fn precision(&self) -> JsValue {
        self.inner.precision().map_or(JsValue::NULL, |precision| precision.name().into())
    }

    /// Whether any part is marked as uncertain: `?` or `%`.
    #[wasm_bindgen(getter, js_name = isUncertain)]
    pub fn is_uncertain(&self) -> bool {
        self.inner.is_uncertain()
    }

    /// Whether any part is marked as approximate: `~` or `%`.
    #[wasm_bindgen(getter, js_name = isApproximate)]
    pub fn is_approximate(&self) -> bool {
        self.inner.is_approximate()
    }

    /// The first day that it can touch, as ISO 8601 writes it: `2023-06-04`, `-0043-03-15`, `+170000002-01-01`; `null` where its
    /// beginning is open or unknown.
    #[wasm_bindgen(getter, unchecked_return_type = "string | null")]
    pub fn earliest(&self) -> JsValue {
        day(self.inner.earliest())
    }

    /// The last day that it can touch; `null` where its end is open or unknown.
    #[wasm_bindgen(getter, unchecked_return_type = "string | null")]
    pub fn latest(&self) -> JsValue {
        day(self.inner.latest())
    }

    /// The first and the last day that it can touch; `".."` where open, `""` where unknown.
    #[wasm_bindgen(getter, unchecked_return_type = "readonly [string, string]")]
    pub fn bounds(&self) -> JsValue {
        layer(&[self.inner.earliest().to_string(), self.inner.latest().to_string()])
    }

    /// How its bounds lie to another's, by Allen's thirteen relations; `null` where an end of either is unknown.
    #[wasm_bindgen(unchecked_return_type = "Allen | null")]
    pub fn relation(&self, other: &Edtf) -> JsValue {
        self.inner.relation(&other.inner).map_or(JsValue::NULL, |allen| allen.name().into())
    }

    /// All relations to another that can be, where it is not told on which day either begins or ends. One alone is certain.
    #[wasm_bindgen(unchecked_return_type = "readonly Allen[]")]
    pub fn relations(&self, other: &Edtf) -> JsValue {
        layer(&self.inner.relations(&other.inner).into_iter().map(Allen::name).collect::<Vec<_>>())
    }

    /// Whether both say the same, however it was written.
    pub fn equals(&self, other: &Edtf) -> bool {
        self.inner == other.inner
    }

    /// For `sort`: by the first day that each can touch, then by the last. Below 0 where it comes before the other, above where after.
    #[wasm_bindgen(unchecked_return_type = "-1 | 0 | 1")]
    pub fn compare(&self, other: &Edtf) -> i32 {
        self.inner.cmp(&other.inner) as i32
    }

    /// In EDTF: one text for each value.
    #[wasm_bindgen(js_name = toString)]
    #[allow(clippy::inherent_to_string)]
    pub fn to_string(&self) -> String {
        self.inner.to_string()
    }

    /// The same text, for `JSON.stringify`.
    #[wasm_bindgen(js_name = toJSON)]
    pub fn to_json(&self) -> String {
        self.inner.to_string()
    }
}

fn day(bound: Bound) -> JsValue {
    bound.day().map_or(JsValue::NULL, |day| day.to_string().into())
}
