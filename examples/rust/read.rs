//! The first five minutes: read an article; print its people and posts, and its events on a timeline, each with its words.
//!
//!     cargo run -p cubaru-examples --example read [FILE.txt]
//!
//! `FILE.json` beside the article says what is known of it (title, publisher, authors, day of publication).

use cubaru::{Document, Metadata, Reader, Source};
use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let given = env::args().nth(1).map(PathBuf::from);
    let path = given.unwrap_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/articles/havana-talks-wire.txt")));
    let metadata: Metadata = match fs::read_to_string(path.with_extension("json")) {
        Ok(json) => serde_json::from_str(&json)?,
        Err(_) => Metadata::default(),
    };
    let document = Reader::english().read(&Source { text: fs::read_to_string(&path)?, metadata })?;

    println!("{}", document.source().title.as_deref().unwrap_or("(no title)"));
    println!("{} sentences, {} tokens, sha256 {}", document.sentences().len(), document.tokens().len(), document.sha256());
    if let Some(date) = document.date() {
        println!("of {} ({})", date.edtf, date.from);
    }

    println!("\nPeople and posts");
    for office in document.offices() {
        let country = office.country.as_deref().unwrap_or("?");
        let former = if office.former { ", formerly" } else { "" };
        println!("  {} \u{2014} {} ({country}{former})", office.person.text, office.post.text);
        // Offsets count bytes: they slice the text as it is.
        assert_eq!(&document.text()[office.person.span().range()], office.person.text);
    }

    println!("\nTimeline");
    let mut events: Vec<_> = document.events().iter().collect();
    // What is not dated stands last; an uncertain date by its first possible day.
    events.sort_by_key(|e| (e.earliest.is_none(), e.earliest.clone()));
    for event in events {
        let names = |all: &[cubaru::Participant]| all.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" and ");
        let words: Vec<&str> = event.trigger.iter().map(|w| w.text.as_str()).collect();
        println!(
            "  {:22} {:9} {} \u{201c}{}\u{201d} {} [{}]",
            event.date.as_deref().unwrap_or("undated"),
            event.class.name(),
            names(&event.actor),
            words.join(" \u{2026} "),
            names(&event.recipient),
            event.status.name(),
        );
        for words in &event.trigger {
            assert_eq!(document.words(words.span()), words.text);
        }
    }
    report_unread(&document);
    Ok(())
}

fn report_unread(document: &Document) {
    println!("\nNothing was taken from {} sentences.", document.unread().len());
    for unread in document.unread() {
        assert_eq!(&document.text()[unread.start as usize..unread.end as usize], unread.text);
    }
}
