//! What checks found, by kinds, as the JSON export gives it.

use super::excerpt::sides;
use crate::{
    base::DocumentId,
    check::{Finding, Kind, Side},
};
use cubaru_parse::Words;
use serde::Serialize;

/// The findings by kinds; those without a shape of their own stay as they are.
#[derive(Serialize, Default)]
pub(super) struct Checked<'a> {
    pub contradictions: Vec<Contradiction<'a>>,
    pub drifts: Vec<Drift<'a>>,
    pub dependencies: Vec<Dependency<'a>>,
    pub counts: Vec<Count<'a>>,
    pub findings: Vec<&'a Finding>,
}

/// What two documents say of one thing.
#[derive(Serialize)]
pub(super) struct Contradiction<'a> {
    id: &'a str,
    kind: &'a str,
    a: &'a Side,
    b: &'a Option<Side>,
    note: &'a str,
}

/// A claim, and the stronger one of a later document.
#[derive(Serialize)]
pub(super) struct Drift<'a> {
    id: &'a str,
    kind: &'a str,
    from: &'a Side,
    to: &'a Option<Side>,
    note: &'a str,
}

/// A document, and what its claim depends on: another document, or what is read in its own words.
#[derive(Serialize)]
pub(super) struct Dependency<'a> {
    id: &'a str,
    kind: &'a str,
    document: DocumentId,
    on: String,
    evidence: Vec<&'a Side>,
    note: &'a str,
}

/// A number, and those who are named for it.
#[derive(Serialize)]
pub(super) struct Count<'a> {
    id: &'a str,
    kind: &'a str,
    agrees: bool,
    claimed: &'a str,
    found: Option<&'a str>,
    items: &'a [Words],
    a: &'a Side,
    b: &'a Option<Side>,
    note: &'a str,
}

impl<'a> Checked<'a> {
    pub(super) fn of(findings: &'a [Finding]) -> Self {
        let mut checked = Self::default();
        for finding in findings {
            let Finding { id, agrees, a, b, note, .. } = finding;
            let kind = rule(finding);
            match finding.kind {
                Kind::Contradiction => checked.contradictions.push(Contradiction { id, kind, a, b, note }),
                Kind::Drift => checked.drifts.push(Drift { id, kind, from: a, to: b, note }),
                Kind::Dependence => {
                    let on = b.as_ref().filter(|b| b.document != a.document).map(|b| b.document.to_string());
                    let on = on.unwrap_or_else(|| b.as_ref().unwrap_or(a).read.clone());
                    let evidence = sides(finding).collect();
                    checked.dependencies.push(Dependency { id, kind, document: a.document, on, evidence, note });
                }
                Kind::Count => {
                    let (found, items) = b.as_ref().map_or((None, &[][..]), |b| (Some(b.read.as_str()), &b.items[..]));
                    checked.counts.push(Count { id, kind, agrees: *agrees, claimed: &a.read, found, items, a, b, note });
                }
                _ => checked.findings.push(finding),
            }
        }
        checked
    }
}

/// The rule without the kind that it begins with: `date` of `contradiction-date`.
fn rule(finding: &Finding) -> &str {
    finding.rule.strip_prefix(finding.kind.name()).and_then(|r| r.strip_prefix('-')).unwrap_or(finding.rule)
}

#[cfg(test)]
mod tests {
    use crate::check::Kind;
    use std::{collections::BTreeSet, fs, path::Path};

    /// The rules of a kind that stand in the checks, without the kind.
    fn written(kind: Kind) -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
        let files = fs::read_dir(folder).expect("the checks").map(|f| f.expect("a file").path());
        let begins = format!("\"{}-", kind.name());
        let rules = |text: String| -> Vec<String> {
            text.split(&begins).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_string())).collect()
        };
        files.flat_map(|file| rules(fs::read_to_string(file).expect("a file of checks"))).collect()
    }

    #[test]
    fn the_schema_and_the_guide_name_every_kind_that_is_written() {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
        let schema = fs::read_to_string(docs.join("schema/base-1.json")).expect("the schema");
        let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
        let guide = fs::read_to_string(docs.join("checks.md")).expect("the guide to checks");
        for kind in Kind::ALL {
            let rules = written(*kind);
            assert!(!rules.is_empty(), "{}", kind.name());
            for rule in &rules {
                assert!(guide.contains(&format!("`{}-{rule}`", kind.name())), "{}-{rule} is not in the guide", kind.name());
            }
            let definition = match kind {
                Kind::Contradiction => "Contradiction",
                Kind::Drift => "Drift",
                Kind::Dependence => "Dependency",
                Kind::Count => "Count",
                _ => continue,
            };
            let named = &schema["$defs"][definition]["properties"]["kind"]["enum"];
            let named: BTreeSet<String> = serde_json::from_value(named.clone()).unwrap_or_default();
            assert_eq!(named, rules, "{definition}");
        }
    }
}
