//! What holds for any dictionary and any text.

use cubaru_petrarch::Dictionaries;
use proptest::prelude::*;
use std::sync::LazyLock;

static LANGUAGE: LazyLock<cubaru_parse::Language> = LazyLock::new(cubaru_english::language);

/// Pieces of dictionaries, whole and broken.
const PIECES: &[&str] = &[
    "KENYA_",
    "+KENYAN",
    "[KEN]",
    "[KEN <990101]",
    "[KEN 990101-",
    "\t[~GOV]",
    "MINISTER",
    "{MINISTERS}",
    "{",
    "}",
    "--- MEET [040] ---",
    "MEET",
    "- * WITH %",
    "- * $ + ^",
    "- * {PEACE TALKS} (WITH &SET)",
    "&SET",
    "+WHEAT_",
    "+CALL_OFF",
    "~ a (a b MEET) MEET = a b 010",
    "~ a (",
    "* *",
    "[",
    "]",
    "!P! = A, B",
    "!P!",
    "!",
    "#",
    ";",
    "<!--",
    "-->",
    "n:strike v:fire+arm [X]",
    "~~",
    "_",
    "-",
    "+",
    "\n",
    "\n",
    "\n",
    " ",
    "é",
    "\u{feff}",
];

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::collection::vec(proptest::sample::select(PIECES), 0..40).prop_map(|p| p.concat()),
        proptest::collection::vec(proptest::sample::select(PIECES), 0..40).prop_map(|p| p.join(" ")),
        any::<String>(),
    ]
}

const SENTENCE: &str =
    "Kenya's minister met Uganda and the Peruvian strike-breakers, who called off the meeting with it; wheat, it said, was sent.";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// No dictionary makes the reader or the coder panic, and problems lie in their files.
    #[test]
    fn any_dictionary_is_read(one in texts(), other in texts()) {
        let dictionaries = Dictionaries::read([("one", &one), ("other", &other)]);
        for problem in dictionaries.problems() {
            let text = if problem.file == "one" { &one } else { &other };
            prop_assert!(problem.line as usize <= text.lines().count().max(1), "{problem}");
            prop_assert!(problem.column >= 1);
        }
        let parsed = cubaru_parse::parse(&LANGUAGE, SENTENCE, None);
        let coding = dictionaries.code(SENTENCE, &parsed);
        for event in &coding.events {
            prop_assert_eq!(event.trigger.span().of(SENTENCE), &event.trigger.text);
            prop_assert_eq!(event.source.words.span().of(SENTENCE), &event.source.words.text);
            prop_assert!(event.source.code != event.target.code && !event.code.is_empty());
        }
        prop_assert_eq!(coding, Dictionaries::read([("one", &one), ("other", &other)]).code(SENTENCE, &parsed));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// No text makes the coder panic.
    #[test]
    fn any_text_is_coded(text in "(Kenya|met|Peru|and|who|'s|, |-|called off|said|it|itself|\\PC| |\\.|\n){0,40}") {
        let files = [
            ("who", "KENYA [KEN]\nPERU [PER]\n"),
            ("flat", "--- MEET [040:040] ---\nMET\nSAID\n- % * [041]\n- + ^ * $ [042]\n+CALLED_OFF [120]\n"),
            ("phrases", "--- MEET [040:040] ---\nMET\n- * (AND PERU) {WHO KENYA} [041]\nSAID\n~ a (b . MET) SAID = a b 112\n"),
        ];
        let dictionaries = Dictionaries::read(files);
        prop_assert!(dictionaries.problems().is_empty());
        let coding = dictionaries.code(&text, &cubaru_parse::parse(&LANGUAGE, &text, None));
        prop_assert!(coding.events.iter().all(|e| e.target.words.span().of(&text) == e.target.words.text));
    }
}

/// Long sentences and deep ones end in time that grows with them.
#[test]
fn long_texts_come_to_an_end() {
    let dictionaries = Dictionaries::read([
        ("who", "KENYA [KEN]\nPERU [PER]\n"),
        ("flat", "--- SAY [010] ---\nSAID\n- KENYA * PERU $ + ^ [011]\n- % * WITH % [012]\n"),
        ("phrases", "--- SAY [010] ---\nSAID\nMET [040]\n- KENYA * {PERU KENYA} (WITH PERU) [011]\n"),
    ]);
    for piece in ["Kenya said that ", "Kenya and Peru and ", "Kenya of Peru ", "met Peru with ", "Kenya, who said Peru, "] {
        let text = piece.repeat(1500);
        let parsed = cubaru_parse::parse(&LANGUAGE, &text, None);
        let clock = std::time::Instant::now();
        dictionaries.code(&text, &parsed);
        assert!(clock.elapsed().as_secs() < 20, "{piece}: {:?}", clock.elapsed());
    }
}
