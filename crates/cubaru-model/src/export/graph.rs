//! The network of events as graph files: an edge for each actor, recipient and class, weighted by its events.

use super::{Excerpt, markup::xml};
use crate::query::{Edge, Network, Node, network};
use std::fmt::Write;

/// What nodes and edges tell of themselves: key, name, type.
const NODE: [(&str, &str, &str); 3] = [("name", "name", "string"), ("code", "code", "string"), ("count", "events", "int")];
const EDGE: [(&str, &str, &str); 7] = [
    ("class", "class", "string"),
    ("quad", "quad", "string"),
    ("weight", "weight", "int"),
    ("documents", "documents", "int"),
    ("first", "first", "string"),
    ("last", "last", "string"),
    ("ids", "ids", "string"),
];

fn node_values(node: &Node) -> [Option<String>; 3] {
    [Some(node.name.clone()), node.code.clone(), Some(node.events.to_string())]
}

fn edge_values(edge: &Edge) -> [Option<String>; 7] {
    [
        Some(edge.class.clone()),
        edge.quad.clone(),
        Some(edge.events.to_string()),
        Some(edge.documents.to_string()),
        edge.first.clone(),
        edge.last.clone(),
        Some(edge.ids.join(" ")),
    ]
}

/// GraphML, directed; several edges between two nodes where classes differ.
pub(super) fn graphml(excerpt: &Excerpt) -> Vec<u8> {
    let Network { nodes, edges } = network(&excerpt.events);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    let mut keys = |on: &str, keys: &[(&str, &str, &str)]| {
        for (key, name, kind) in keys {
            let _ = writeln!(out, "<key id=\"{on}-{key}\" for=\"{on}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>");
        }
    };
    keys("node", &NODE);
    keys("edge", &EDGE);
    out += "<graph id=\"events\" edgedefault=\"directed\">\n";
    let data = |on: &str, keys: &[(&str, &str, &str)], values: &[Option<String>]| -> String {
        let one = |((key, ..), value): (&(&str, &str, &str), &Option<String>)| {
            value.as_ref().map(|v| format!("<data key=\"{on}-{key}\">{}</data>", xml(v)))
        };
        keys.iter().zip(values).filter_map(one).collect()
    };
    for node in &nodes {
        let _ = writeln!(out, "<node id=\"{}\">{}</node>", xml(&node.id), data("node", &NODE, &node_values(node)));
    }
    for (i, edge) in edges.iter().enumerate() {
        let (from, to) = (xml(&edge.from), xml(&edge.to));
        let data = data("edge", &EDGE, &edge_values(edge));
        let _ = writeln!(out, "<edge id=\"e{i}\" source=\"{from}\" target=\"{to}\">{data}</edge>");
    }
    out += "</graph>\n</graphml>\n";
    out.into_bytes()
}

/// GEXF 1.2, dynamic: an edge lasts from the first day that any of its events can have been to the last.
pub(super) fn gexf(excerpt: &Excerpt) -> Vec<u8> {
    let Network { nodes, edges } = network(&excerpt.events);
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n");
    out += "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n";
    let mut attributes = |on: &str, keys: &[(&str, &str, &str)]| {
        let _ = writeln!(out, "<attributes class=\"{on}\">");
        for (i, (_, name, kind)) in keys.iter().enumerate() {
            let kind = if *kind == "int" { "integer" } else { kind };
            let _ = writeln!(out, "<attribute id=\"{i}\" title=\"{name}\" type=\"{kind}\"/>");
        }
        out += "</attributes>\n";
    };
    attributes("node", &NODE);
    attributes("edge", &EDGE);
    let values = |values: &[Option<String>]| -> String {
        let one = |(i, value): (usize, &Option<String>)| value.as_ref().map(|v| format!("<attvalue for=\"{i}\" value=\"{}\"/>", xml(v)));
        let values: String = values.iter().enumerate().filter_map(one).collect();
        format!("<attvalues>{values}</attvalues>")
    };
    out += "<nodes>\n";
    for node in &nodes {
        let (id, name) = (xml(&node.id), xml(&node.name));
        let _ = writeln!(out, "<node id=\"{id}\" label=\"{name}\">{}</node>", values(&node_values(node)));
    }
    out += "</nodes>\n<edges>\n";
    for (i, edge) in edges.iter().enumerate() {
        let bound =
            |name: &str, day: &Option<String>| super::when::known(day).map(|day| format!(" {name}=\"{}\"", xml(day))).unwrap_or_default();
        let (from, to, class, weight) = (xml(&edge.from), xml(&edge.to), xml(&edge.class), edge.events);
        let times = bound("start", &edge.first) + &bound("end", &edge.last);
        let values = values(&edge_values(edge));
        let _ = writeln!(
            out,
            "<edge id=\"e{i}\" source=\"{from}\" target=\"{to}\" label=\"{class}\" weight=\"{weight}\"{times}>{values}</edge>"
        );
    }
    out += "</edges>\n</graph>\n</gexf>\n";
    out.into_bytes()
}
