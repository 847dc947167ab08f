//! The reports on Cuba and Russia: each is read, and what a person reads out of them (`expected.md`) stands in them.

mod common;

use common::{READER, below, repository};
use cubaru::{Metadata, Source};
use serde_json::Value;
use std::{collections::BTreeMap, fs, sync::LazyLock};

/// Each report by its number: the text, and the reading as JSON.
static REPORTS: LazyLock<BTreeMap<String, (String, Value)>> = LazyLock::new(|| {
    let reports = below(&repository("examples/cuba-russia"), ".txt").into_iter().map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let metadata: Metadata = serde_json::from_str(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap();
        let document = READER.read(&Source { text: text.clone(), metadata }).unwrap();
        let number = path.file_name().unwrap().to_str().unwrap()[..3].to_string();
        (number, (text, serde_json::from_str(&document.to_json()).unwrap()))
    });
    reports.collect()
});

/// The rows of the tables of `expected.md` that have so many cells.
fn rows(cells: usize) -> Vec<Vec<String>> {
    let file = fs::read_to_string(repository("examples/cuba-russia/expected.md")).unwrap();
    let rows = file.lines().filter_map(|l| l.strip_prefix("| ")?.strip_suffix(" |"));
    rows.map(|row| row.split(" | ").map(|c| c.trim().to_string()).collect::<Vec<_>>()).filter(|r| r.len() == cells).collect()
}

/// The rows on visits: year, date, who, post, to, reports.
fn visits() -> Vec<Vec<String>> {
    rows(6).into_iter().filter(|r| r[0].parse::<u32>().is_ok()).collect()
}

/// The rows on posts: country, post, person, attested, bounds, reports.
fn posts() -> Vec<Vec<String>> {
    let code = |c: &str| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase());
    let file = fs::read_to_string(repository("examples/cuba-russia/expected.md")).unwrap();
    // A cell may be empty here.
    let rows = file.lines().filter_map(|l| l.strip_prefix('|')?.strip_suffix('|')).map(|r| r.split('|').map(|c| c.trim().to_string()));
    rows.map(Iterator::collect::<Vec<_>>).filter(|r| r.len() == 6 && code(&r[0])).collect()
}

/// The numbers that stand between backticks.
fn numbers(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// Small letters without accents.
fn folded(text: &str) -> String {
    let plain = |c| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        'ñ' => 'n',
        c => c,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// How a surname begins in all its spellings (Chernyshenko, Chernishenko).
fn stem(name: &str) -> String {
    folded(name.rsplit(' ').next().unwrap_or_default()).chars().take(5).collect()
}

#[test]
fn every_report_is_read_with_its_date() {
    assert!(REPORTS.len() >= 60);
    for (number, (text, reading)) in REPORTS.iter() {
        let words = text.split_whitespace().count();
        assert!((50..=150).contains(&words), "{number}: {words} words");
        assert_eq!(reading["date"]["edtf"], reading["source"]["published"], "{number}");
        assert!(reading["sentences"].as_array().is_some_and(|s| s.len() > 3), "{number}");
    }
}

#[test]
fn persons_stand_in_the_reports_that_are_named_for_them() {
    let (visits, posts) = (visits(), posts());
    assert!(visits.len() > 40 && posts.len() > 50, "{} visits, {} posts", visits.len(), posts.len());
    for row in visits.iter().chain(&posts) {
        for number in numbers(&row[5]) {
            let (text, _) = REPORTS.get(number).unwrap_or_else(|| panic!("there is no report {number}"));
            assert!(folded(text).contains(&stem(&row[2])), "{} does not stand in {number}", row[2]);
        }
    }
}

#[test]
fn visits_by_year_are_those_of_the_table() {
    let file = fs::read_to_string(repository("examples/cuba-russia/expected.md")).unwrap();
    let sum = file.split("Persons' visits to Cuba by year").nth(1).unwrap().split("\n\n").next().unwrap();
    let (to_cuba, to_russia) = sum.split_once("To the Soviet Union or Russia:").unwrap();
    for (told, cuba) in [(to_cuba, true), (to_russia, false)] {
        let told = told.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<u32>().ok()).collect::<Vec<_>>();
        let told: BTreeMap<u32, u32> = told.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        let mut counted = BTreeMap::new();
        for row in visits().iter().filter(|r| (r[4] == "CUB") == cuba) {
            *counted.entry(row[0].parse().unwrap()).or_default() += 1;
        }
        assert_eq!(told, counted);
    }
}

#[test]
fn claims_that_grow_stand_in_their_words() {
    let drifts: Vec<_> = rows(2).into_iter().filter(|r| r[0].starts_with('"')).collect();
    assert_eq!(drifts.len(), 4);
    for cell in drifts.iter().flatten() {
        let words = cell.split('"').nth(1).unwrap();
        let number = numbers(cell).next().unwrap();
        assert!(REPORTS[number].0.contains(words), "{words} does not stand in {number}");
    }
}

/// Reading may get better at this, not worse.
#[test]
fn reading_finds_the_posts_that_a_person_finds() {
    let (mut there, mut found) = (0, 0);
    for row in posts() {
        for number in numbers(&row[5]) {
            let offices = REPORTS[number].1["offices"].as_array().unwrap();
            let bears = |o: &Value| folded(o["person"]["text"].as_str().unwrap_or_default()).contains(&stem(&row[2]));
            there += 1;
            found += usize::from(offices.iter().any(bears));
        }
    }
    assert!(found * 100 >= there * 90, "{found} of {there}");
}
