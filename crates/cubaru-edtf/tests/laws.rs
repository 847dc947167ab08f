//! What holds for every text and every value.

use cubaru_edtf::{Bound, Edtf};
use proptest::prelude::*;
use std::cmp::Ordering;

fn mark() -> &'static str {
    "[?~%]?"
}

/// Dates of all levels; some of them no calendar has.
fn date() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        4 => "-?[0-2][0-9X]{3}",
        1 => "-?[12][0-9]{3}S[1-4]",
        1 => "Y-?[1-9][0-9]{4,17}",
        1 => "Y-?[1-9][0-9]{0,5}E[0-9]{1,2}(S[1-3])?",
    ];
    let rest = prop_oneof![
        2 => Just(String::new()),
        2 => (mark(), "(0[1-9X]|1[0-2X]|XX|X[0-9]|2[1-9]|3[0-9]|4[01])", mark()).prop_map(|(a, b, c)| format!("-{a}{b}{c}")),
        3 => (mark(), "(0[1-9]|1[0-2]|XX)", mark(), mark(), "([0-2X][0-9X]|3[01X])", mark())
            .prop_map(|(a, b, c, d, e, f)| format!("-{a}{b}{c}-{d}{e}{f}")),
    ];
    (mark(), year, mark(), rest).prop_map(|(a, b, c, d)| format!("{a}{b}{c}{d}"))
}

fn edtf() -> impl Strategy<Value = String> {
    let end = || prop_oneof![4 => date(), 1 => Just("..".to_string()), 1 => Just(String::new())];
    let element = || prop_oneof![3 => date(), 1 => (date(), date()).prop_map(|(a, b)| format!("{a}..{b}"))];
    let set =
        (any::<bool>(), "(\\.\\.)?", prop::collection::vec(element(), 1..4), "(\\.\\.)?").prop_map(|(all, before, elements, behind)| {
            let elements = elements.join(",");
            if all { format!("{{{before}{elements}{behind}}}") } else { format!("[{before}{elements}{behind}]") }
        });
    let time = (date(), "T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](Z|[+-][01][0-9](:[0-5][0-9])?)?").prop_map(|(a, b)| a + &b);
    prop_oneof![3 => date(), 2 => (end(), end()).prop_map(|(a, b)| format!("{a}/{b}")), 2 => set, 1 => time]
}

fn valid() -> impl Strategy<Value = Edtf> {
    edtf().prop_filter_map("no calendar has it", |text| Edtf::parse(&text).ok())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_printed_says_the_same(one in valid()) {
        let printed = one.to_string();
        let again = Edtf::parse(&printed).map_err(|e| TestCaseError::fail(format!("{printed}: {e}")))?;
        prop_assert_eq!(&again, &one);
        prop_assert_eq!(again.to_string(), printed);
    }

    #[test]
    fn bounds_are_in_order(one in valid()) {
        if let (Bound::Day(first), Bound::Day(last)) = one.bounds() {
            prop_assert!(first <= last, "{}", one);
        }
    }

    #[test]
    fn equal_in_order_is_equal(one in valid(), other in valid()) {
        prop_assert_eq!(one.cmp(&other) == Ordering::Equal, one == other);
        prop_assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
    }

    #[test]
    fn relations_agree(one in valid(), other in valid()) {
        let possible = one.relations(&other);
        prop_assert!(!possible.is_empty(), "{} {}", one, other);
        if let Some(relation) = one.relation(&other) {
            prop_assert!(possible.contains(&relation), "{} {}: {} is none of {:?}", one, other, relation, possible);
            prop_assert_eq!(other.relation(&one), Some(relation.inverse()));
        }
        let mut inverse: Vec<_> = other.relations(&one).into_iter().map(|r| r.inverse()).collect();
        inverse.sort();
        prop_assert_eq!(inverse, possible);
    }

    #[test]
    fn no_text_makes_it_panic(text in prop_oneof!["[0-9XYESTZ?~%./,:{}\\[\\]+-]{0,24}", edtf().prop_map(|t| t.replace('1', "é")), any::<String>()]) {
        if let Err(error) = Edtf::parse(&text) {
            prop_assert!(text.get(error.span()).is_some(), "{:?}: {:?}", text, error);
            prop_assert!(!error.hint().is_empty());
        }
    }
}

/// Time grows with the text: a million characters come to an end at once.
#[test]
fn long_texts() {
    let sets = format!("[{}2023]", "2021-XX-~04,".repeat(100_000));
    assert_eq!(Edtf::parse(&sets).unwrap().to_string(), "[2021-XX-~04,2023]");
    for text in ["1".repeat(1_000_000), format!("Y{}", "1".repeat(1_000_000)), "[".repeat(1_000_000), "2023/".repeat(200_000)] {
        assert!(Edtf::parse(&text).is_err());
    }
}
