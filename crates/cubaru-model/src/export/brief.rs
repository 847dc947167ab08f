//! A brief with footnotes: every fact with its words, who says so, how certain it is, and where it stands.

use super::{
    Excerpt,
    markup::{html as page, markdown as plain},
    said, when,
};
use crate::{
    Evidence,
    base::{DocumentId, DocumentRow},
    query::Voice,
};
use cubaru_parse::{Certainty, Status};
use std::{collections::HashMap, fmt::Write};

/// A fact of the brief, in plain words that are not yet escaped.
struct Fact<'a> {
    /// The date, as a person reads it; those of one day only are certain.
    date: Option<(String, bool)>,
    says: String,
    speakers: &'a [Voice],
    certainty: Option<(Certainty, Status)>,
    evidence: &'a [Evidence],
    document: DocumentId,
}

struct Section<'a> {
    title: &'static str,
    facts: Vec<Fact<'a>>,
}

fn sections(excerpt: &Excerpt) -> Vec<Section<'_>> {
    let events = excerpt.events.iter().map(|e| Fact {
        date: Some((when::shown(&e.date, &e.earliest, &e.latest), when::day(&e.earliest, &e.latest).is_some())),
        says: said::headline(e),
        speakers: &e.speakers,
        certainty: Some((e.certainty, e.status)),
        evidence: &e.evidence,
        document: e.document,
    });
    let tenures = excerpt.tenures.iter().map(|t| Fact {
        date: Some((when::shown(&t.attested_at, &t.earliest, &t.latest), when::day(&t.earliest, &t.latest).is_some())),
        says: said::holding(t),
        speakers: &t.speakers,
        certainty: None,
        evidence: &t.evidence,
        document: t.document,
    });
    let statements = excerpt.claims.iter().filter(|c| c.kind == crate::ClaimKind::Statement).map(|c| Fact {
        date: None,
        says: said::statement(c),
        // Who makes the statement is named already.
        speakers: &c.speakers[..c.speakers.len().saturating_sub(1)],
        certainty: Some((c.certainty, c.status)),
        evidence: &c.evidence,
        document: c.document,
    });
    vec![
        Section { title: "Events", facts: events.collect() },
        Section { title: "Posts", facts: tenures.collect() },
        Section { title: "Statements", facts: statements.collect() },
    ]
}

/// How certain a fact is, with FactBank's sign for it.
fn certain(fact: &Fact<'_>) -> Option<String> {
    let (certainty, status) = fact.certainty?;
    Some(format!("{}; {} [{}]", said::status(status), said::certainty(certainty), certainty.code()))
}

/// What the footnote says behind the quote: who says so, how certain, where it stands.
fn note(fact: &Fact<'_>, sources: &HashMap<DocumentId, &DocumentRow>) -> String {
    let chain = if fact.speakers.is_empty() { "in the author's own words".into() } else { said::according(fact.speakers) };
    let place =
        fact.evidence.iter().map(|e| format!("characters {} to {}", e.position.start, e.position.end)).collect::<Vec<_>>().join(", ");
    let source = said::source(sources.get(&fact.document).copied(), fact.document);
    [Some(chain), certain(fact), Some(source), Some(place)].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn counts(excerpt: &Excerpt) -> String {
    let many = |n: usize, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
    let (events, documents) = (many(excerpt.events.len(), "event", "events"), many(excerpt.documents.len(), "document", "documents"));
    format!("{events} from {documents}. What stands here is what the documents say, not what is so; each number leads to the words.")
}

/// The brief in Markdown with footnotes (`[^1]`).
pub(super) fn markdown(excerpt: &Excerpt) -> Vec<u8> {
    let sources = excerpt.sources();
    let mut out = format!("# Brief\n\n{}\n", counts(excerpt));
    let mut notes = String::new();
    let mut number = 0;
    for section in sections(excerpt).iter().filter(|s| !s.facts.is_empty()) {
        let _ = write!(out, "\n## {}\n\n", section.title);
        for fact in &section.facts {
            number += 1;
            let date = match &fact.date {
                Some((date, true)) => format!("**{}** ", plain(date)),
                Some((date, false)) => format!("*{}* ", plain(date)),
                None => String::new(),
            };
            let certain = certain(fact).map(|c| format!(" ({})", plain(&c))).unwrap_or_default();
            let _ = writeln!(out, "- {date}{}{certain}[^{number}]", plain(&fact.says));
            let quotes: Vec<String> = fact.evidence.iter().map(|e| format!("“{}”", plain(&e.quote.exact))).collect();
            let _ = writeln!(notes, "[^{number}]: {} {}", quotes.join(" … "), plain(&note(fact, &sources)));
        }
    }
    out += "\n## Documents\n\n";
    for document in &excerpt.documents {
        let url = document.source.url.as_ref().map(|u| format!(", {}", plain(u))).unwrap_or_default();
        let _ = writeln!(out, "- {}{url}", plain(&said::source(Some(document), document.sha256)));
    }
    if !notes.is_empty() {
        out.push('\n');
    }
    out += &notes;
    out.into_bytes()
}

const HEAD: &str = "<!DOCTYPE html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>Brief</title>
<style>
body { font: 1rem/1.5 serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
.uncertain { font-style: italic; border-bottom: 1px dashed; }
.certainty, .note { color: #555; }
li:target { background: #ffe; }
</style>
</head>
<body>
<h1>Brief</h1>
";

/// The brief as one HTML page without scripts.
pub(super) fn html(excerpt: &Excerpt) -> Vec<u8> {
    let sources = excerpt.sources();
    let mut out = format!("{HEAD}<p>{}</p>\n", page(&counts(excerpt)));
    let mut notes = String::new();
    let mut number = 0;
    for section in sections(excerpt).iter().filter(|s| !s.facts.is_empty()) {
        let _ = writeln!(out, "<h2>{}</h2>\n<ul>", section.title);
        for fact in &section.facts {
            number += 1;
            let date = match &fact.date {
                Some((date, true)) => format!("<strong>{}</strong> ", page(date)),
                Some((date, false)) => format!("<span class=\"uncertain\">{}</span> ", page(date)),
                None => String::new(),
            };
            let certain = certain(fact).map(|c| format!(" <span class=\"certainty\">({})</span>", page(&c))).unwrap_or_default();
            let _ = writeln!(
                out,
                "<li id=\"fact-{number}\">{date}<bdi>{}</bdi>{certain}<sup><a href=\"#note-{number}\">{number}</a></sup></li>",
                page(&fact.says)
            );
            let quotes: Vec<String> = fact.evidence.iter().map(|e| format!("<q dir=\"auto\">{}</q>", page(&e.quote.exact))).collect();
            let _ = writeln!(
                notes,
                "<li id=\"note-{number}\">{} <span class=\"note\"><bdi>{}</bdi></span> <a href=\"#fact-{number}\">↩</a></li>",
                quotes.join(" … "),
                page(&note(fact, &sources))
            );
        }
        out += "</ul>\n";
    }
    out += "<h2>Documents</h2>\n<ul>\n";
    for document in &excerpt.documents {
        let url = document.source.url.as_ref().map(|u| format!(", {}", page(u))).unwrap_or_default();
        let _ = writeln!(out, "<li><bdi>{}</bdi>{url}</li>", page(&said::source(Some(document), document.sha256)));
    }
    let _ = write!(out, "</ul>\n<h2>Words</h2>\n<ol>\n{notes}</ol>\n</body>\n</html>\n");
    out.into_bytes()
}
