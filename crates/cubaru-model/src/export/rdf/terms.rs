//! Names: of vocabularies, and of what is in a base.

use oxrdf::{Literal, NamedNode};
use std::fmt::Write;

pub(super) const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
pub(super) const OA: &str = "http://www.w3.org/ns/oa#";
pub(super) const PROV: &str = "http://www.w3.org/ns/prov#";
pub(super) const SEM: &str = "http://semanticweb.cs.vu.nl/2009/11/sem/";
pub(super) const TIME: &str = "http://www.w3.org/2006/time#";
pub(super) const DCT: &str = "http://purl.org/dc/terms/";
pub(super) const ORG: &str = "http://www.w3.org/ns/org#";
pub(super) const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
pub(super) const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
/// The Library of Congress' type for EDTF.
pub(super) const EDTF: &str = "http://id.loc.gov/datatypes/edtf/EDTF";
/// Our own.
pub(super) const OWN: &str = "urn:cubaru:vocabulary:";

pub(super) const PREFIXES: [(&str, &str); 9] =
    [("cubaru", OWN), ("dct", DCT), ("oa", OA), ("org", ORG), ("prov", PROV), ("sem", SEM), ("skos", SKOS), ("time", TIME), ("xsd", XSD)];

/// A term of a vocabulary.
pub(super) fn term(vocabulary: &str, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{vocabulary}{}", escaped(name)))
}

/// Something of a base.
pub(super) fn thing(kind: &str, id: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("urn:cubaru:{kind}:{}", escaped(id)))
}

/// Something that belongs to another thing.
pub(super) fn of(whole: &NamedNode, part: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{}:{part}", whole.as_str()))
}

/// An address, where it is an absolute IRI.
pub(super) fn address(url: &str) -> Option<NamedNode> {
    NamedNode::new(url).ok()
}

pub(super) fn typed(value: &str, name: &str) -> Literal {
    Literal::new_typed_literal(value, term(XSD, name))
}

pub(super) fn edtf(value: &str) -> Literal {
    Literal::new_typed_literal(value, NamedNode::new_unchecked(EDTF))
}

/// Percent signs for all but letters, digits and `.-_~` of ASCII.
fn escaped(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b".-_~".contains(&byte) {
            out.push(byte.into());
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
