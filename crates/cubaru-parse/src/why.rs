//! The reason behind a value: its rule and its list entries.

use serde::Serialize;

/// Why a value stands there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Why {
    /// The rule's id; `cubaru explain` shows it with the words it read.
    pub rule: String,
    /// The list entries it used, as `list#form`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub entries: Vec<String>,
}

impl Why {
    /// A rule alone.
    pub fn rule(rule: &str) -> Self {
        Self { rule: rule.into(), entries: Vec::new() }
    }

    /// A rule with one list entry.
    pub fn entry(rule: &str, entry: &cubaru_lexicon::Entry<'_>) -> Self {
        Self::rule(rule).with(entry)
    }

    /// The same with one more list entry.
    pub fn with(mut self, entry: &cubaru_lexicon::Entry<'_>) -> Self {
        let name = format!("{}#{}", entry.list(), entry.form());
        if !self.entries.contains(&name) {
            self.entries.push(name);
        }
        self
    }
}
