//! A base as RDF. What is a fact of the world stands in SEM and OWL-Time, who says it in PROV-O, the words in Web Annotation; what none of
//! these has, in a small vocabulary of our own (`docs/export.md`).
mod statements;
mod terms;

use super::Excerpt;
use oxjsonld::JsonLdSerializer;
use oxrdf::{GraphName, Quad};
use oxttl::{NQuadsSerializer, TurtleSerializer};
use statements::statements;
use terms::PREFIXES;

/// Turtle: no graphs.
pub(super) fn turtle(excerpt: &Excerpt) -> Vec<u8> {
    let with = |made: TurtleSerializer, (prefix, iri): (&str, &str)| made.with_prefix(prefix, iri).expect("prefixes are IRIs");
    let mut writer = PREFIXES.into_iter().fold(TurtleSerializer::new(), with).for_writer(Vec::new());
    for quad in statements(excerpt) {
        writer.serialize_triple(quad.as_ref()).expect(MEMORY);
    }
    writer.finish().expect(MEMORY)
}

/// N-Quads: what a document says stands in the graph of the document, who is who in the default graph.
pub(super) fn nquads(excerpt: &Excerpt) -> Vec<u8> {
    let mut writer = NQuadsSerializer::new().for_writer(Vec::new());
    for quad in statements(excerpt) {
        writer.serialize_quad(quad.as_ref()).expect(MEMORY);
    }
    writer.finish()
}

/// JSON-LD: no graphs.
pub(super) fn jsonld(excerpt: &Excerpt) -> Vec<u8> {
    let with = |made: JsonLdSerializer, (prefix, iri): (&str, &str)| made.with_prefix(prefix, iri).expect("prefixes are IRIs");
    let mut writer = PREFIXES.into_iter().fold(JsonLdSerializer::new(), with).for_writer(Vec::new());
    for quad in statements(excerpt) {
        let quad = Quad { graph_name: GraphName::DefaultGraph, ..quad };
        writer.serialize_quad(quad.as_ref()).expect(MEMORY);
    }
    writer.finish().expect(MEMORY)
}

const MEMORY: &str = "memory takes all that is written";
