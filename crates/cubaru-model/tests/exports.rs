//! What is exported comes back: whatever stands in names, words and sources.

mod support;

use cubaru_model::{
    Base, Rows,
    export::{Excerpt, Format, Subject},
    query::{EventFact, Query},
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use support::rows;

/// Pieces of text that formats may stumble over.
const PIECES: [&str; 29] = [
    "a",
    "\"",
    "\"\"",
    "'",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u{0}",
    "\u{1}",
    "\u{1b}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "שלום",
    "مرحبا",
    "😀",
    "<b>&amp;",
    "<script>alert(1)</script>",
    "|",
    "\\",
    " | ",
    "[^1]: x",
    "=1+1",
    "]]>",
    "\u{fffe}",
];

fn text() -> impl Strategy<Value = String> {
    let own = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 1..6).prop_map(|all| all.concat());
    prop_oneof![4 => own, 1 => any::<String>()]
}

/// A document whose every text is `text`.
fn made(seed: u64, text: &str) -> Rows {
    let mut rows = rows(seed);
    let own = || text.to_string();
    let source = &mut rows.document.source;
    (source.title, source.publisher, source.url, source.authors) = (Some(own()), Some(own()), Some(own()), vec![own()]);
    rows.entities.iter_mut().for_each(|e| e.name = own());
    for event in &mut rows.events {
        event.actor.iter_mut().chain(&mut event.recipient).chain(&mut event.place).for_each(|p| p.text = own());
        event.trigger.iter_mut().for_each(|w| w.text = own());
    }
    for tenure in &mut rows.tenures {
        (tenure.person.text, tenure.post.text, tenure.post_name) = (own(), own(), own());
    }
    for claim in &mut rows.claims {
        for voice in claim.speakers.iter_mut().chain(&mut claim.statement) {
            voice.source.iter_mut().chain(&mut voice.cue).for_each(|w| w.text = own());
        }
        claim.content.iter_mut().for_each(|w| w.text = own());
        for evidence in &mut claim.evidence {
            (evidence.quote.exact, evidence.quote.prefix, evidence.quote.suffix) = (own(), own(), own());
        }
    }
    rows
}

fn excerpt(documents: &[Rows]) -> Excerpt {
    let base = Base::memory();
    base.add(documents).expect("memory takes all");
    Excerpt::whole(&base).expect("memory gives all")
}

fn exported(excerpt: &Excerpt, format: Format) -> String {
    String::from_utf8(excerpt.export(format).expect("the format is there")).expect("text formats are UTF-8")
}

/// What XML 1.0 can have of a text.
fn in_xml(text: &str) -> String {
    text.chars()
        .map(|c| if matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c })
        .collect()
}

fn unlisted(cell: &str) -> Vec<String> {
    let (mut items, mut item, mut chars) = (vec![], String::new(), cell.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '\\' => item.extend(chars.next()),
            '|' => {
                items.push(item.strip_suffix(' ').unwrap_or(&item).to_string());
                item.clear();
                chars.next_if_eq(&' ');
            }
            c => item.push(c),
        }
    }
    items.push(item);
    items
}

fn names(event: &EventFact) -> Vec<String> {
    event.actor.iter().map(|p| p.name.clone().unwrap_or_else(|| p.text.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn csv_gives_back_its_cells(seeds in prop::collection::vec(0u64..500, 1..4), text in text()) {
        let excerpt = excerpt(&seeds.iter().map(|s| made(*s, &text)).collect::<Vec<_>>());
        let csv = exported(&excerpt, Format::Csv(Subject::Events));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let columns = reader.headers().expect("headings").clone();
        let at = |name: &str| columns.iter().position(|c| c == name).expect("a column");
        let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("CSV");
        prop_assert_eq!(records.len(), excerpt.events.len());
        for (record, event) in records.iter().zip(&excerpt.events) {
            prop_assert_eq!(&record[at("id")], &event.id);
            prop_assert_eq!(&record[at("publisher")], &text);
            if let Some(evidence) = event.evidence.first() {
                prop_assert_eq!(&record[at("quote")], &evidence.quote.exact);
            }
            let actors = names(event);
            if !actors.is_empty() {
                prop_assert_eq!(unlisted(&record[at("actor")]), actors);
            }
        }
    }

    #[test]
    fn json_gives_back_its_rows(seeds in prop::collection::vec(0u64..500, 1..4), text in text()) {
        let excerpt = excerpt(&seeds.iter().map(|s| made(*s, &text)).collect::<Vec<_>>());
        let json: serde_json::Value = serde_json::from_str(&exported(&excerpt, Format::Json)).expect("JSON");
        let stories = excerpt.events.len() - excerpt.stories.iter().map(|s| s.events.len() - 1).sum::<usize>();
        for (name, count) in [
            ("documents", excerpt.documents.len()),
            ("entities", excerpt.entities.len()),
            ("events", stories),
            ("reports", excerpt.events.len()),
            ("claims", excerpt.claims.len()),
            ("tenures", excerpt.tenures.len()),
        ] {
            prop_assert_eq!(json[name].as_array().map(Vec::len), Some(count), "{}", name);
        }
        for (claim, row) in json["claims"].as_array().into_iter().flatten().zip(&excerpt.claims) {
            prop_assert_eq!(claim["evidence"][0]["quote"]["exact"].as_str(), row.evidence.first().map(|e| e.quote.exact.as_str()));
        }
        let lines = exported(&excerpt, Format::Jsonl);
        let records = 1 + stories + excerpt.documents.len() + excerpt.entities.len() + excerpt.events.len() + excerpt.claims.len() + excerpt.tenures.len();
        prop_assert_eq!(lines.split_terminator('\n').count(), records);
        for format in [Format::Jsonl, Format::Plover, Format::Ftm] {
            for line in exported(&excerpt, format).split_terminator('\n') {
                prop_assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{:?}: {}", format, line);
            }
        }
        for format in [Format::TimelineJs, Format::Annotations] {
            prop_assert!(serde_json::from_str::<serde_json::Value>(&exported(&excerpt, format)).is_ok(), "{:?}", format);
        }
    }

    #[test]
    fn graphs_give_back_their_names(seeds in prop::collection::vec(0u64..500, 1..4), text in text()) {
        let excerpt = excerpt(&seeds.iter().map(|s| made(*s, &text)).collect::<Vec<_>>());
        let network = cubaru_model::query::network(&excerpt.events);
        let wanted: BTreeSet<(String, String)> = network.nodes.iter().map(|n| (in_xml(&n.id), in_xml(&n.name))).collect();
        let graphml = exported(&excerpt, Format::GraphMl);
        let read = roxmltree::Document::parse(&graphml).expect("XML");
        let name = |n: roxmltree::Node<'_, '_>| {
            let data = n.children().find(|d| d.attribute("key") == Some("node-name")).and_then(|d| d.text());
            (n.attribute("id").unwrap_or_default().to_string(), data.unwrap_or_default().to_string())
        };
        let nodes: BTreeSet<_> = read.descendants().filter(|n| n.has_tag_name(("http://graphml.graphdrawing.org/xmlns", "node"))).map(name).collect();
        prop_assert_eq!(&nodes, &wanted);
        let gexf = exported(&excerpt, Format::Gexf);
        let read = roxmltree::Document::parse(&gexf).expect("XML");
        let attribute = |n: &roxmltree::Node<'_, '_>, name| n.attribute(name).unwrap_or_default().to_string();
        let nodes = read.descendants().filter(|n| n.tag_name().name() == "node").map(|n| (attribute(&n, "id"), attribute(&n, "label"))).collect();
        prop_assert_eq!(wanted, nodes);
        let edges = read.descendants().filter(|n| n.tag_name().name() == "edge").count();
        prop_assert_eq!(edges, network.edges.len());
    }

    #[test]
    fn dyads_keep_their_columns(seeds in prop::collection::vec(0u64..500, 1..4), text in text()) {
        let excerpt = excerpt(&seeds.iter().map(|s| made(*s, &text)).collect::<Vec<_>>());
        let gdelt = exported(&excerpt, Format::Gdelt);
        let icews = exported(&excerpt, Format::Icews);
        prop_assert!(gdelt.split_terminator('\n').all(|row| row.split('\t').count() == 61));
        prop_assert!(icews.split_terminator('\n').all(|row| row.split('\t').count() == 20));
        prop_assert_eq!(gdelt.split_terminator('\n').count() + 1, icews.split_terminator('\n').count());
        prop_assert!(!gdelt.contains(|c: char| c.is_control() && c != '\t' && c != '\n'));
    }

    #[test]
    fn pages_hold_no_markup_of_the_text(seeds in prop::collection::vec(0u64..500, 1..4), text in text()) {
        let excerpt = excerpt(&seeds.iter().map(|s| made(*s, &text)).collect::<Vec<_>>());
        let html = exported(&excerpt, Format::Html);
        prop_assert!(!html.contains("<script") && !html.contains("<b>"));
        let markdown = exported(&excerpt, Format::Markdown);
        prop_assert!(!markdown.contains('<'));
        // Each fact has one footnote.
        let facts = excerpt.events.len() + excerpt.tenures.len()
            + excerpt.claims.iter().filter(|c| c.kind == cubaru_model::ClaimKind::Statement).count();
        prop_assert_eq!(markdown.lines().filter(|l| l.starts_with("[^")).count(), facts);
        prop_assert_eq!(html.matches("<li id=\"note-").count(), facts);
    }

    #[test]
    fn the_order_of_adding_does_not_show(seeds in prop::collection::btree_set(0u64..500, 1..5)) {
        let mut documents: Vec<Rows> = seeds.into_iter().map(rows).collect();
        let one = excerpt(&documents);
        documents.reverse();
        let other = excerpt(&documents);
        for (name, format) in Format::ALL {
            let bytes = |excerpt: &Excerpt| excerpt.export(format).map_err(|e| e.code());
            prop_assert_eq!(bytes(&one), bytes(&other), "{}", name);
        }
    }
}

#[cfg(feature = "rdf")]
mod rdf {
    use super::*;
    use oxrdf::{GraphName, Quad, Term};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn rdf_gives_back_its_literals(seeds in prop::collection::vec(0u64..500, 1..4), text in text()) {
            let excerpt = excerpt(&seeds.iter().map(|s| made(*s, &text)).collect::<Vec<_>>());
            let turtle = excerpt.export(Format::Turtle).expect("Turtle");
            let turtle: BTreeSet<String> = oxttl::TurtleParser::new().for_slice(&turtle).map(|t| t.expect("Turtle").to_string()).collect();
            let plain = |quad: Quad| Quad { graph_name: GraphName::DefaultGraph, ..quad };
            let nquads = excerpt.export(Format::NQuads).expect("N-Quads");
            let nquads: Vec<Quad> = oxttl::NQuadsParser::new().for_slice(&nquads).map(|q| plain(q.expect("N-Quads"))).collect();
            let jsonld = excerpt.export(Format::JsonLd).expect("JSON-LD");
            let jsonld: BTreeSet<String> =
                oxjsonld::JsonLdParser::new().for_slice(&jsonld).map(|q| q.expect("JSON-LD").to_string()).collect();
            let quotes: BTreeSet<String> = nquads
                .iter()
                .filter(|q| q.predicate.as_str().ends_with("oa#exact"))
                .filter_map(|q| if let Term::Literal(l) = &q.object { Some(l.value().to_string()) } else { None })
                .collect();
            let wanted: BTreeSet<String> = excerpt.claims.iter().flat_map(|c| &c.evidence).map(|e| e.quote.exact.clone()).collect();
            prop_assert_eq!(quotes, wanted);
            let nquads: BTreeSet<String> = nquads.iter().map(Quad::to_string).collect();
            prop_assert_eq!(&turtle, &nquads);
            prop_assert_eq!(jsonld, nquads);
        }
    }
}

#[cfg(feature = "parquet")]
mod parquet {
    use super::*;
    use ::parquet::{
        file::reader::{FileReader, SerializedFileReader},
        record::{Row, RowAccessor},
    };

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn parquet_gives_back_its_cells(seeds in prop::collection::vec(0u64..500, 1..4), text in text()) {
            let excerpt = excerpt(&seeds.iter().map(|s| made(*s, &text)).collect::<Vec<_>>());
            let bytes = excerpt.export(Format::Parquet(Subject::Events)).expect("Parquet");
            let file = SerializedFileReader::new(bytes::Bytes::from(bytes)).expect("Parquet");
            let rows: Vec<Row> = file.get_row_iter(None).expect("rows").collect::<Result<_, _>>().expect("rows");
            prop_assert_eq!(rows.len(), excerpt.events.len());
            for (row, event) in rows.iter().zip(&excerpt.events) {
                let at = |name: &str| row.get_column_iter().position(|(n, _)| n == name).expect("a column");
                prop_assert_eq!(row.get_string(at("id")).expect("text"), &event.id);
                prop_assert_eq!(row.get_string(at("publisher")).expect("text"), &text);
                let list = row.get_list(at("actor")).expect("a list");
                let actors: Vec<String> = list.elements().iter().map(|f| match f {
                    ::parquet::record::Field::Str(s) => s.clone(),
                    other => format!("{other:?}"),
                }).collect();
                prop_assert_eq!(actors, names(event));
                let day = row.get_column_iter().nth(at("earliest")).map(|(_, field)| field.clone());
                prop_assert_eq!(matches!(day, Some(::parquet::record::Field::Date(_))), event.earliest.is_some());
            }
        }
    }
}

#[test]
fn a_question_takes_what_belongs_to_it() {
    let base = Base::memory();
    base.add(&(0..40).map(rows).collect::<Vec<_>>()).expect("memory takes all");
    let query = Query::events().with("of", &["CONSULT"]).expect("a class");
    let part = Excerpt::of(&base, &query).expect("an excerpt");
    let whole = Excerpt::whole(&base).expect("an excerpt");
    assert!(!part.events.is_empty() && part.events.iter().all(|e| e.class == "CONSULT"));
    assert!(part.events.len() < whole.events.len() && part.documents.len() < whole.documents.len());
    let documents: BTreeSet<_> = part.documents.iter().map(|d| d.sha256).collect();
    assert!(part.events.iter().all(|e| documents.contains(&e.document)) && part.claims.iter().all(|c| documents.contains(&c.document)));
    let stated: BTreeSet<_> = part.events.iter().map(|e| e.id.as_str()).chain(part.tenures.iter().map(|t| t.id.as_str())).collect();
    assert!(part.claims.iter().all(|c| c.item.as_deref().is_some_and(|i| stated.contains(i))));
    assert!(Excerpt::of(&base, &Query::claims()).is_err());
}

#[test]
fn formats_have_names() {
    for (name, format) in Format::ALL {
        assert_eq!((Format::from_name(name), format.name()), (Ok(format), name));
    }
    assert_eq!(Format::from_name("csv"), Ok(Format::Csv(Subject::Events)));
    assert_eq!(Format::from_name("pdf").unwrap_err().code(), "bad-value");
}
