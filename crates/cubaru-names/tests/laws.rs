//! What holds for all names.

use cubaru_names::{Comparison, Person, Stance, THRESHOLD, compare, key};
use proptest::prelude::*;

/// Words of names of many peoples, particles, titles, initials, scripts, and noise.
const WORDS: &[&str] = &[
    "Ivan",
    "Ivana",
    "Petrov",
    "Petrova",
    "Sergeyevich",
    "al-Hassan",
    "Hussein",
    "bin",
    "Abd",
    "al-Rahman",
    "Kim",
    "Jong-un",
    "Park",
    "Li",
    "Wei",
    "Nguyễn",
    "Văn",
    "José",
    "García",
    "López",
    "de la",
    "Cruz",
    "von",
    "Müller",
    "Jr.",
    "III",
    "Gen.",
    "Mrs.",
    "J.K.",
    "Okello",
    "U",
    "Thant",
    "Сергей",
    "Иванов",
    "بشار",
    "الأسد",
    "习近平",
    "김정은",
    "מנחם",
    "इंदिरा",
    "O'Neill",
    "(Bill)",
    ",",
    "-",
    "’",
    "ẞ",
    "ſ",
    "İ",
    "\u{301}",
    "12",
    "Ö",
];

fn name() -> impl Strategy<Value = String> {
    let word = prop_oneof![9 => prop::sample::select(WORDS).prop_map(str::to_owned), 1 => "\\PC{0,12}"];
    prop::collection::vec(word, 0..6).prop_map(|words| words.join(" "))
}

fn person() -> impl Strategy<Value = Person> {
    let country = prop::option::of(
        prop::sample::select(&["RUS", "SUN", "SAU", "KOR", "CHN", "MEX", "USA", "SRB", "xx", ""][..]).prop_map(str::to_owned),
    );
    let office =
        prop::option::of(prop::sample::select(&["president", "footballer", "UN envoy", "general", "?"][..]).prop_map(str::to_owned));
    (name(), country, office, prop::option::of(1900i32..2030)).prop_map(|(name, country, office, year)| Person {
        name,
        country,
        office,
        year,
    })
}

fn reasons(found: &Comparison) -> Vec<&'static str> {
    found.why.iter().map(|reason| reason.id.name()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_two_does_not_count(a in person(), b in person()) {
        prop_assert_eq!(compare(&a, &b), compare(&b, &a));
    }

    #[test]
    fn everybody_is_themselves(a in person()) {
        let found = compare(&a, &a);
        prop_assert_eq!(found.same, !reasons(&found).contains(&"no-name"), "{:?}", found);
    }

    #[test]
    fn the_score_says_what_the_answer_says(a in person(), b in person()) {
        let found = compare(&a, &b);
        let ruled_out = found.why.iter().any(|reason| reason.id.stance() == Stance::Against);
        prop_assert_eq!(found.same, !ruled_out && found.score >= THRESHOLD);
        prop_assert!(found.score <= 100 && !found.why.is_empty());
    }

    #[test]
    fn letter_case_and_accents_do_not_count(a in person(), b in person()) {
        let bare = |name: &str| name.replace('é', "e").replace('í', "i").replace('ó', "o").replace('ễ', "e").replace('ă', "a");
        let changed = [a.name.to_lowercase(), bare(&a.name)];
        for name in changed {
            let other = compare(&Person { name, ..a.clone() }, &b);
            let found = compare(&a, &b);
            prop_assert_eq!((found.same, reasons(&found)), (other.same, reasons(&other)));
        }
    }

    #[test]
    fn any_text_has_keys_or_none(a in "\\PC{0,60}") {
        let keys = key(&a);
        prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
    }
}

#[test]
fn long_names_take_no_long_time() {
    let long = "Maria de la ".repeat(20_000);
    let word = "abcdefgh".repeat(20_000);
    for name in [long, word] {
        let person = Person::new(name);
        assert!(compare(&person, &person).same);
        assert!(key(&person.name).len() < 100);
    }
}
