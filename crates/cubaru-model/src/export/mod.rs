//! A base, or a part of it, as files that others open.
//!
//! Each format is a function from an [`Excerpt`] to bytes: the same excerpt gives the same bytes on every machine. Places count code points.
mod annotation;
mod brief;
mod cameo;
mod checked;
mod code;
mod excerpt;
mod ftm;
mod graph;
mod json;
mod markup;
mod plover;
#[cfg(feature = "rdf")]
mod rdf;
mod said;
mod table;
mod timeline;
mod when;

pub use excerpt::{EntityFact, Excerpt, Place};
pub use json::JSON_VERSION;
pub use table::Subject;

use crate::base::BaseError;

/// A format of export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// One JSON object with everything; its schema stands in `docs/schema/base-1.json`.
    Json,
    /// The same records, one a line.
    Jsonl,
    /// PLOVER records, one a line.
    Plover,
    /// CAMEO dyads with the 61 columns of GDELT 2.0.
    Gdelt,
    /// CAMEO dyads with the 20 columns of ICEWS.
    Icews,
    /// A table as CSV.
    Csv(Subject),
    /// A table as Parquet.
    Parquet(Subject),
    /// RDF as Turtle.
    Turtle,
    /// RDF as N-Quads: the graph of a statement is the document that makes it.
    NQuads,
    /// RDF as JSON-LD.
    JsonLd,
    /// FollowTheMoney entities, one a line.
    Ftm,
    /// The network of events as GraphML.
    GraphMl,
    /// The network of events as GEXF, with times.
    Gexf,
    /// A timeline for TimelineJS.
    TimelineJs,
    /// The words of each claim as a W3C annotation collection.
    Annotations,
    /// A brief with footnotes, in Markdown.
    Markdown,
    /// A brief with footnotes, as an HTML page.
    Html,
}

impl Format {
    /// All formats, with their names.
    pub const ALL: [(&'static str, Self); 23] = [
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
        ("plover", Self::Plover),
        ("gdelt", Self::Gdelt),
        ("icews", Self::Icews),
        ("csv-events", Self::Csv(Subject::Events)),
        ("csv-claims", Self::Csv(Subject::Claims)),
        ("csv-tenures", Self::Csv(Subject::Tenures)),
        ("csv-entities", Self::Csv(Subject::Entities)),
        ("parquet-events", Self::Parquet(Subject::Events)),
        ("parquet-claims", Self::Parquet(Subject::Claims)),
        ("parquet-tenures", Self::Parquet(Subject::Tenures)),
        ("parquet-entities", Self::Parquet(Subject::Entities)),
        ("turtle", Self::Turtle),
        ("nquads", Self::NQuads),
        ("jsonld", Self::JsonLd),
        ("ftm", Self::Ftm),
        ("graphml", Self::GraphMl),
        ("gexf", Self::Gexf),
        ("timelinejs", Self::TimelineJs),
        ("annotations", Self::Annotations),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
    ];

    /// The name: `json`, `csv-claims`, `turtle` …
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, f)| *f == self).map_or("", |(name, _)| name)
    }

    /// Reads a name; `csv` and `parquet` alone mean the table of events.
    ///
    /// # Errors
    /// `bad-value` for any other.
    pub fn from_name(name: &str) -> Result<Self, BaseError> {
        let full = match name {
            "csv" => "csv-events",
            "parquet" => "parquet-events",
            other => other,
        };
        let known = Self::ALL.into_iter().find(|(n, _)| *n == full);
        known.map(|(_, format)| format).ok_or_else(|| BaseError::BadValue { given: name.into(), expected: "format of export" })
    }

    /// Whether it is text in UTF-8.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Parquet(_))
    }
}

impl Excerpt {
    /// The excerpt as a file's bytes.
    ///
    /// # Errors
    /// `bad-value` where this build of cubaru comes without the format (features `rdf` and `parquet`).
    pub fn export(&self, format: Format) -> Result<Vec<u8>, BaseError> {
        Ok(match format {
            Format::Json => json::whole(self),
            Format::Jsonl => json::lines(self),
            Format::Plover => plover::records(self),
            Format::Gdelt => cameo::gdelt(self),
            Format::Icews => cameo::icews(self),
            Format::Csv(subject) => table::csv(&subject.table(self)),
            #[cfg(feature = "parquet")]
            Format::Parquet(subject) => return table::parquet(subject.table(self)),
            #[cfg(feature = "rdf")]
            Format::Turtle => rdf::turtle(self),
            #[cfg(feature = "rdf")]
            Format::NQuads => rdf::nquads(self),
            #[cfg(feature = "rdf")]
            Format::JsonLd => rdf::jsonld(self),
            Format::Ftm => ftm::entities(self),
            Format::GraphMl => graph::graphml(self),
            Format::Gexf => graph::gexf(self),
            Format::TimelineJs => timeline::timelinejs(self),
            Format::Annotations => annotation::collection(self),
            Format::Markdown => brief::markdown(self),
            Format::Html => brief::html(self),
            #[allow(unreachable_patterns, reason = "reached where a feature is off")]
            other => return Err(BaseError::BadValue { given: other.name().into(), expected: "format that this build of cubaru has" }),
        })
    }
}
