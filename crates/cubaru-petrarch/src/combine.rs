//! What two CAMEO codes mean together: to intend (030) and to aid (070) is to intend aid (033).
//!
//! PETRARCH-2 reads verbs under verbs so. The pairs stand in `combination.tsv`, which a political scientist can read and correct.

use std::{collections::HashMap, sync::LazyLock};

/// Outer and inner code to the combined one.
static PAIRS: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    let rows = include_str!("combination.tsv").lines().filter(|l| !l.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        Some(((cells.next()?, cells.next()?), cells.next()?))
    })
    .collect()
});

/// The class of a code: its first two figures and a nought.
fn root(code: &str) -> Option<String> {
    code.get(..2).map(|root| format!("{root}0"))
}

/// A code and the more general ones: `1823`, `182`, `180`.
fn ladder(code: &str) -> impl Iterator<Item = String> + '_ {
    let shorter = (3..=code.len()).rev().filter_map(|n| code.get(..n).map(str::to_string));
    shorter.chain(root(code))
}

/// Whether a class is words alone: what they are about can be named by a second code.
pub(crate) fn is_verbal(code: &str) -> bool {
    matches!(code.get(..2), Some("01" | "02" | "03" | "04" | "09" | "10" | "11" | "13" | "14" | "15" | "17"))
}

/// What an act means that is done by way of another: none where CAMEO has no such code.
pub(crate) fn combine(outer: Option<&str>, inner: Option<&str>) -> Option<String> {
    let (outer, inner) = match (outer, inner) {
        (Some(outer), Some(inner)) => (outer, inner),
        (one, other) => return one.or(other).map(str::to_string),
    };
    pair(outer, inner).or_else(|| {
        // Of two acts of words the inner one is meant ("said it demanded"), of two deeds as well ("helped to arrest").
        (is_verbal(inner) || !is_verbal(outer) || inner.starts_with("12")).then(|| inner.to_string())
    })
}

/// What a pair of codes means by the list.
pub(crate) fn pair(outer: &str, inner: &str) -> Option<String> {
    let outer = root(outer)?;
    ladder(inner).find_map(|inner| PAIRS.get(&(outer.as_str(), inner.as_str())).map(|code| (*code).to_string()))
}

/// What it means not to do something.
pub(crate) fn negated(code: &str) -> Option<String> {
    pair("120", code)
}

/// Whether `general` stands for `code`: itself, or a class above it.
pub(crate) fn covers(general: &str, code: &str) -> bool {
    general == code || code.starts_with(general) || general.len() == 3 && general.ends_with('0') && code.starts_with(&general[..2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_looked_up_from_the_narrow_to_the_wide() {
        let both = |outer, inner| combine(Some(outer), Some(inner));
        assert_eq!(both("030", "071").as_deref(), Some("0331"));
        assert_eq!(both("031", "075").as_deref(), Some("033"));
        assert_eq!(both("010", "190").as_deref(), Some("015"));
        assert_eq!(both("010", "042").as_deref(), Some("042"));
        assert_eq!(both("090", "190"), None);
        assert_eq!(combine(None, Some("190")).as_deref(), Some("190"));
        assert_eq!(negated("081").as_deref(), Some("124"));
        assert!(covers("190", "1951") && covers("173", "173") && !covers("173", "174"));
    }

    #[test]
    fn the_list_is_sorted_and_has_three_columns() {
        let rows: Vec<&str> = include_str!("combination.tsv").lines().filter(|l| !l.starts_with('#')).collect();
        assert!(rows.is_sorted() && rows.len() == PAIRS.len());
        assert!(rows.iter().all(|r| r.split('\t').count() == 4));
    }
}
