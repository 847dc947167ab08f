//! The shapes of what a knowledge base answers, from which the bindings make their types.

use crate::{
    ClaimFact, Decision, DocumentRow, EventFact, Finding, KnowledgeBase, Merge, Merged, Metadata, MonthCount, Network, Story, Table,
    TenureFact, Verified,
};
use schemars::JsonSchema;

/// What a knowledge base answers, by what is asked for. No JSON holds all of it: each answer crosses alone, with places in the unit of the
/// language that asks.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its shape is asked for")]
struct Answers {
    /// The documents by date and hash, without their texts.
    documents: Vec<DocumentRow>,
    /// What is known of one document.
    source: Metadata,
    /// Events as documents tell them.
    events: Vec<EventFact>,
    /// Claims.
    claims: Vec<ClaimFact>,
    /// Holdings of posts.
    tenures: Vec<TenureFact>,
    /// How many events in each month between each pair.
    counts: Vec<MonthCount>,
    /// Who deals with whom.
    network: Network,
    /// Who and what the base knows.
    entities: Vec<Merged>,
    /// One of them.
    entity: Merged,
    /// Which names are one.
    merges: Vec<Merge>,
    /// What the user decided.
    decisions: Vec<Decision>,
    /// One of these.
    decision: Decision,
    /// Events that several reports tell.
    stories: Vec<Story>,
    /// What checks found.
    findings: Vec<Finding>,
    /// What was verified.
    verified: Verified,
    /// What plain SQL answers.
    table: Table,
}

impl KnowledgeBase {
    /// The JSON Schema of what a base answers.
    pub fn json_schema() -> String {
        let generator = schemars::generate::SchemaSettings::draft2020_12().for_serialize().into_generator();
        serde_json::to_string_pretty(&generator.into_root_schema_for::<Answers>()).expect("a schema is JSON") + "\n"
    }
}
