//! Every direct quotation with its speaker, as a W3C Web Annotation selector, in the units of three languages.
//!
//!     cargo run -p cubaru-examples --example quotes [FILE.txt]

use cubaru::{AttributionKind, Document, Reader, Source, Unit, Words};
use serde_json::json;
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/articles/havana-talks-wire.txt").into());
    let document = Reader::english().read(&Source::new(fs::read_to_string(path)?))?;
    // The same document, counted as Python and as JavaScript count.
    let (python, javascript) = (document.in_unit(Unit::CodePoint), document.in_unit(Unit::Utf16));

    let mut found = 0;
    for (i, attribution) in document.attributions().iter().enumerate() {
        if attribution.kind == AttributionKind::Indirect {
            continue;
        }
        found += 1;
        let who = attribution.source.first().map_or("(nobody named)", |w| w.text.as_str());
        println!("{who}:");
        for (k, words) in attribution.content.iter().enumerate() {
            let points = &python.attributions()[i].content[k];
            let units = &javascript.attributions()[i].content[k];
            check(&document, words, points, units);
            let selector = json!({
                "type": "TextPositionSelector",
                "start": points.start,
                "end": points.end,
                "refinedBy": { "type": "TextQuoteSelector", "exact": words.text },
            });
            println!("  {selector}");
        }
    }
    println!("{found} of {} attributions quote words directly", document.attributions().len());
    Ok(())
}

/// Each language's own way of slicing gives the very words.
fn check(document: &Document, bytes: &Words, points: &Words, units: &Words) {
    let text = document.text();
    let of_points: String = text.chars().skip(points.start as usize).take((points.end - points.start) as usize).collect();
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let of_units = String::from_utf16_lossy(&utf16[units.start as usize..units.end as usize]);
    assert_eq!(&text[bytes.span().range()], bytes.text);
    assert_eq!(of_points, bytes.text);
    assert_eq!(of_units, bytes.text);
}
