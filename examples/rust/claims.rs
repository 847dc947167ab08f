//! Who claims what: each event of an article under the chain of those who say so, with the sentence that proves it.
//!
//!     cargo run -p cubaru-examples --example claims [FILE.txt]

use cubaru::{Claim, ClaimKind, Document, Reader, Source};
use std::{collections::BTreeMap, env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/articles/havana-talks-wire.txt").into());
    let document = Reader::english().read(&Source::new(fs::read_to_string(path)?))?;

    let mut by_speaker: BTreeMap<String, Vec<&Claim>> = BTreeMap::new();
    for claim in document.claims().iter().filter(|c| c.kind == ClaimKind::Event) {
        by_speaker.entry(speakers(&document, claim)).or_default().push(claim);
    }
    for (speaker, claims) in &by_speaker {
        println!("{speaker}");
        for claim in claims {
            let event = &document.events()[claim.item as usize];
            println!("  {} {} {}, {}", claim.id, event.class.name(), claim.certainty.code(), claim.status.name());
            for evidence in &claim.evidence {
                let words = &document.text()[evidence.position.range()];
                // The quote selector holds the very words, so that another person can find them without this library.
                assert_eq!(words, evidence.quote.exact);
                println!("    \u{201c}{}\u{201d}", words.replace('\n', " "));
            }
        }
    }
    println!("{} claims by {} speakers", by_speaker.values().map(Vec::len).sum::<usize>(), by_speaker.len());
    Ok(())
}

/// The chain of speakers, outermost first. Where nobody is named, the author speaks.
fn speakers(document: &Document, claim: &Claim) -> String {
    let mut chain = vec!["the author".to_string()];
    for speaker in &claim.speakers {
        // The entity's fullest name, if it is known who "he" is; else the words as they stand.
        let entity = speaker.entity.and_then(|i| document.entities().get(i as usize)).map(|e| e.name.clone());
        let words = speaker.source.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" \u{2026} ");
        chain.push(entity.unwrap_or(if words.is_empty() { "somebody".into() } else { words }));
    }
    chain.join(" \u{2192} ")
}
