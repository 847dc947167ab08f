//! What times and quantities are read as, in English.

use cubaru_parse::{Language, Parsed, PartialDate, QuantityKind};
use proptest::prelude::*;
use std::{sync::OnceLock, time::Instant};

fn english() -> &'static Language {
    static ENGLISH: OnceLock<Language> = OnceLock::new();
    ENGLISH.get_or_init(cubaru_english::language)
}

fn read(english: &Language, text: &str) -> Parsed {
    cubaru_parse::parse(english, text, PartialDate::parse("2023-06-04"))
}

/// Each text with its times as `words=value`, read on Sunday, 4 June 2023.
const TIMES: &[(&str, &str)] = &[
    ("Talks were held on Tuesday and on May 26.", "Tuesday=2023-05-30 May 26=2023-05-26"),
    ("Talks will be held on Tuesday and in August.", "Tuesday=2023-06-06 August=2023-08"),
    ("A 30-year lease was offered, then signed two years ago.", "30-year=P30Y two years ago=2021"),
    ("The port, built in the late 1980s, closed in early 2022.", "the late 1980s=198 early 2022=2022"),
    ("He came in January this year and leaves at the end of the year.", "January this year=2023-01 the end of the year=2023"),
    (
        "It was signed on 9 May 2020. The following day he left; a year later he was back.",
        "9 May 2020=2020-05-09 The following day=2020-05-10 a year later=2021",
    ),
    ("The truce began at 5 p.m. EST on Friday, and held that night.", "5 p.m. EST on Friday=2023-06-02T17:00 that night=2023-06-02TNI"),
    ("The council meets every Tuesday and pays $3 million a year.", "every Tuesday=XXXX-WXX-2 a year=P1Y"),
    ("In the past two months seven came; recently, more.", "the past two months=P2M recently=PAST_REF"),
    ("The war of 1914-18 ended in November 1918.", "1914=1914 18=1918 November 1918=1918-11"),
    (
        "The first week of May, the last Monday of March, mid-April.",
        "The first week of May=2023-W18 the last Monday of March=2023-03-27 mid-April=2023-04",
    ),
    ("Two and a half years, half an hour, a year and a half.", "Two and a half years=P2Y6M half an hour=PT30M a year and a half=P1Y6M"),
    (
        "Exports in the third quarter of 2022 beat the second half of 2021.",
        "the third quarter of 2022=2022-Q3 the second half of 2021=2021-H2",
    ),
    (
        "They met 2023-05-26, on 26/05/2023, on 26th May 2023 and on May the 26th.",
        "2023-05-26=2023-05-26 26/05/2023=2023-05-26 26th May 2023=2023-05-26 May the 26th=2023-05-26",
    ),
    (
        "Two days before Easter 2022 and on Christmas Eve last year.",
        "Two days before Easter 2022=2022-04-15 Christmas Eve last year=2022-12-24",
    ),
    ("He may run again, said Gen. May, and march on the capital.", ""),
    ("The March 14 Alliance came second at the 11th meeting.", ""),
    ("Some 2000 people read the Sunday Times.", ""),
    ("She told CBN Today, and later the programme \"This Week\", of the talks.", ""),
    ("Today they met. He said that today he would leave this week.", "Today=2023-06-04 today=2023-06-04 this week=2023-W22"),
    ("He knew it before the Sept. 11 attacks; the next day he said \"60 Minutes\" had not.", "Sept. 11=2001-09-11 the next day=2001-09-12"),
    ("It had begun badly. It was over the next day.", "the next day=XXXX-XX-XX"),
    ("He told the Communist daily Granma of it; a conservative weekly in Lima knew more.", ""),
    ("The daily State Department briefing was cut, and the weekly meeting too.", "daily=P1D weekly=P1W"),
    ("She could be here as early as Friday; he came as late as Friday.", "Friday=2023-06-09 Friday=2023-06-02"),
];

#[test]
fn times_are_placed() {
    let english = english();
    for (text, expected) in TIMES {
        let found: Vec<String> = read(english, text).times.iter().map(|t| format!("{}={}", t.text, t.value)).collect();
        assert_eq!(found.join(" "), *expected, "{text}");
    }
}

#[test]
fn bounds_follow_the_words() {
    let english = english();
    for (text, edtf, earliest, latest) in [
        ("It closed in early 2022.", "2022", "2022-01-01", "2022-07-02"),
        ("It closed earlier this year.", "2023", "2023-01-01", "2023-06-04"),
        ("It closed last week.", "2023-05-22/2023-05-28", "2023-05-22", "2023-05-28"),
        ("It fell in the past two months.", "2023-04/2023-06", "2023-04-01", "2023-06-30"),
        ("It stood in 1914-18.", "1914/1918", "1914-01-01", "1918-12-31"),
        ("It fell in the third quarter of 2022.", "2022-35", "2022-07-01", "2022-09-30"),
    ] {
        let parsed = read(english, text);
        let time = &parsed.times[0];
        let got = (time.edtf.as_deref(), time.earliest.as_deref(), time.latest.as_deref());
        assert_eq!(got, (Some(edtf), Some(earliest), Some(latest)), "{text}");
    }
}

#[test]
fn quantities_are_exact() {
    let english = english();
    let text = "Nearly 300 men, some 20 million tonnes, $3 billion, €2.5m, half a million, 12 per cent, two-thirds, twice, the 11th, \
                from 20 to 30 percent, two million three hundred thousand and six, 50 cents.";
    let found: Vec<String> =
        read(english, text).quantities.iter().map(|q| format!("{}={}{}", q.text, q.value, q.unit.as_deref().unwrap_or(""))).collect();
    let expected = [
        "Nearly 300=300",
        "some 20 million=20000000",
        "$3 billion=3000000000USD",
        "€2.5m=2500000EUR",
        "half a million=500000",
        "12 per cent=12",
        "two-thirds=2/3",
        "twice=2",
        "11th=11",
        "20=20",
        "30 percent=30",
        "two million three hundred thousand and six=2300006",
        "50 cents=0.5",
    ];
    assert_eq!(found, expected);
    let shared = read(english, "from 20 to 30 percent");
    assert!(shared.quantities.iter().all(|q| q.kind == QuantityKind::Percent));
}

#[test]
fn a_document_dates_itself() {
    let english = english();
    for (text, edtf, from) in [
        ("HAVANA, May 26 - The pact was signed in April 2023.", "2023-05-26", "dateline"),
        ("The pact was signed in May 2023. In June he flew home.", "2023-06-01/2024-05-31", "within"),
        ("The pact was signed in May 2023. It will enter into force in July 2023.", "2023-05-01/2023-07-31", "within"),
        ("The pact was signed in May 2023.", "2023-05-01/..", "within"),
        // A month with its year is of another year than the months without.
        ("In March one envoy came, who had been there in June 2022. And now in May another has come.", "2023-05-01/2023-07-01", "within"),
    ] {
        let date = cubaru_parse::parse(english, text, None).date.unwrap();
        assert_eq!((date.edtf.as_str(), date.from.as_str()), (edtf, from), "{text}");
        assert!(!date.evidence.is_empty());
    }
    assert!(cubaru_parse::parse(english, "The pact was signed.", None).date.is_none());
}

#[test]
fn a_given_date_is_contradicted_by_a_later_past() {
    let english = english();
    let codes = |text| read(english, text).diagnostics.iter().map(|d| d.code.clone()).collect::<Vec<_>>();
    assert_eq!(codes("He was elected on March 3, 2025."), ["date-contradicted"]);
    assert!(codes("He will be elected on March 3, 2025.").is_empty());
    assert!(codes("He was elected on March 3, 2023.").is_empty());
}

#[test]
fn far_dates_do_no_harm() {
    let english = english();
    for text in [
        "99999999999 years ago",
        "in 99999999999999999999999999999999999999999999 days",
        "12/31/9999 and 9999-12-31 and 0000-00-00 and year 0000",
        "a millennium after December 31, 2999",
        "five million years from now, ten thousand centuries later",
        "the 99th century, 9999 BC, AD 1",
        "February 29, 2023; 30 February; the 31st of April 2022",
    ] {
        for published in ["0000", "0001-01-01", "9999-12-31", "2023-06"] {
            cubaru_parse::parse(english, text, PartialDate::parse(published));
        }
    }
}

#[test]
fn long_chains_cost_no_more_than_their_length() {
    let english = english();
    for link in
        ["two days before ", "the first day of ", "the day after ", "one hundred ", "early ", "last year's ", "5 p.m. on ", "1-", "9,999 "]
    {
        // The best of three, as other work may share the machine.
        let time = |n: usize| {
            let text = link.repeat(n);
            let once = || {
                let start = Instant::now();
                read(english, &text);
                start.elapsed().as_secs_f64()
            };
            (0..3).map(|_| once()).fold(f64::MAX, f64::min)
        };
        let (short, long) = (time(200).max(0.002), time(2000));
        assert!(long < short * 60.0, "{link:?}: {short} s, ten times as long {long} s");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_panics_and_all_times_quote_the_text(
        words in prop::collection::vec(
            prop_oneof![
                "[0-9]{1,25}",
                "[0-9]{1,4}[-/.:][0-9]{1,4}",
                prop::sample::select(vec![
                    "the", "a", "last", "next", "year", "years", "week", "May", "Feb.", "29", "Friday", "ago", "later", "before", "after", "of", "end",
                    "mid-", "-", ",", ".", "hundred", "million", "half", "and", "quarter", "third", "p.m.", "century", "BC", "'90s", "Easter",
                    "earlier", "every", "per", "$", "%", "€", "thousand", "from", "to", "on", "in", "night", "than", "more",
                ]).prop_map(String::from),
                "\\PC{0,6}",
            ],
            0..40,
        ),
        published in prop::option::of("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"),
    ) {
        let english = english();
        let text = words.join(" ");
        let parsed = cubaru_parse::parse(english, &text, published.as_deref().and_then(PartialDate::parse));
        for time in &parsed.times {
            prop_assert_eq!(&text[time.start as usize..time.end as usize], &time.text);
            prop_assert!(!time.value.is_empty());
        }
        for pair in parsed.times.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start);
        }
        for quantity in &parsed.quantities {
            prop_assert_eq!(&text[quantity.start as usize..quantity.end as usize], &quantity.text);
        }
    }
}
