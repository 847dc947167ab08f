//! A base in memory and one in a file are the same base.

mod support;

use cubaru_model::{Base, BaseError, Rows, query::Query, store::Sqlite};
use proptest::prelude::*;
use std::{fs, path::PathBuf, process, sync::atomic::AtomicU32, sync::atomic::Ordering};
use support::*;

/// A file of its own that goes when the test does.
struct File(PathBuf);

impl File {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("cubaru-stores-{}-{}.sqlite", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for File {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{end}", self.0.display()));
        }
    }
}

/// A condition that follows from chance, for a query of this kind.
fn condition(dice: &mut Dice, about: usize, documents: &[Rows]) -> (&'static str, Vec<String>) {
    let any = documents.first().map(|d| d.document.sha256);
    let who = |dice: &mut Dice| match dice.below(3) {
        0 => dice.text(&NAMES),
        1 => dice.text(&CODES),
        _ => dice.text(&["MLI", "ES", "Diallo", "amina-diallo", "jose-prieto.esp", "rebels", "DIALLO"]),
    };
    let one = |value: String| vec![value];
    let mut range = vec![dice.text(&DAYS), dice.text(&DAYS)];
    range.sort();
    match dice.below(16) {
        0 if about == 0 => ("of", one(dice.text(&CLASSES))),
        1 if about == 0 => ("mode", one(dice.text(&MODES))),
        2 if about == 0 => ("actor", one(who(dice))),
        3 if about == 0 => ("recipient", one(who(dice))),
        4 if about == 0 => ("party", one(who(dice))),
        5 if about == 0 => ("office", vec![dice.text(&POSTS), dice.text(&["MLI", "ESP"])]),
        6 if about == 0 => ("sector", one(dice.text(&["GOV", "MIL", "UNO"]))),
        7 if about == 0 => ("place", one(who(dice))),
        8 if about == 0 => ("cameo", one(dice.text(&["04", "163"]))),
        9 if about == 0 => ("type", one(dice.text(&CLASSES))),
        8 if about == 1 => ("kind", one(dice.text(&["event", "office", "statement"]))),
        7 if about == 2 => ("post", one(dice.text(&["minister", "head of state", "ministers"]))),
        8 if about == 2 => ("country", one(dice.text(&["MLI", "ESP"]))),
        9 | 10 if about != 1 => ("person", one(who(dice))),
        11 if about != 1 => ("between", range),
        10 | 11 => ("certainty", one(dice.text(&["CT+", "PS+"]))).clone(),
        12 => ("source", one(dice.text(&["Daily Lamp", "port wire", "a"]))),
        13 => ("words", one(dice.text(&["oil", "cafe", "\"the oil\"", "oil port", "talks \"on the\""]))),
        14 => ("published", range),
        15 => ("id", one(any.map_or("x".into(), |d| if dice.below(2) > 0 { d.item('e', 0) } else { d.item('t', 0) }))),
        _ => ("speaker", one(who(dice))),
    }
}

fn query(dice: &mut Dice, documents: &[Rows]) -> Query {
    let about = dice.below(3);
    let mut query = [Query::events(), Query::claims(), Query::tenures()][about].clone();
    for _ in 0..1 + dice.below(3) {
        let (name, values) = condition(dice, about, documents);
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        match query.clone().with(name, &values) {
            Ok(more) => query = more,
            Err(error) => assert_eq!(error.code(), "unknown-condition", "{name} {values:?}"),
        }
    }
    query
}

/// What a base answers, as JSON lines.
fn answer(base: &Base, query: &Query) -> Vec<String> {
    let json = |value: serde_json::Value| value.to_string();
    let mut lines: Vec<String> = Vec::new();
    if let Ok(events) = base.events(query) {
        lines.extend(events.iter().map(|e| json(serde_json::to_value(e).unwrap())));
    }
    if let Ok(claims) = base.claims(query) {
        lines.extend(claims.iter().map(|e| json(serde_json::to_value(e).unwrap())));
    }
    if let Ok(tenures) = base.tenures(query) {
        lines.extend(tenures.iter().map(|e| json(serde_json::to_value(e).unwrap())));
    }
    lines
}

/// Who is who, as JSON lines.
fn entities(base: &Base) -> Vec<String> {
    base.entities().unwrap().iter().map(|e| serde_json::to_string(e).unwrap()).collect()
}

/// The first line in which two lists differ.
fn difference(a: &[String], b: &[String]) -> Option<(String, String)> {
    let line = |all: &[String], i: usize| all.get(i).cloned().unwrap_or_default();
    (0..a.len().max(b.len())).map(|i| (line(a, i), line(b, i))).find(|(x, y)| x != y)
}

fn both(documents: &[Rows]) -> (Base, Base, File) {
    let file = File::new();
    let (memory, sqlite) = (Base::memory(), Base::on(Sqlite::open(&file.0).unwrap()));
    assert_eq!(memory.add(documents).unwrap(), sqlite.add(documents).unwrap());
    (memory, sqlite, file)
}

/// Bases on which two alternatives, of `words` and of `actor`, once lost a row.
#[test]
fn alternatives_lose_no_row() {
    agree(7_978_180_819_161_399_731);
    agree(18_424_476_085_270_175_306);
}

/// Both stores answer forty questions alike, and so does one that reads what was written down.
fn agree(seed: u64) {
    let mut dice = Dice(seed);
    let documents: Vec<Rows> = (0..1 + dice.below(12)).map(|_| rows(dice.below(40) as u64)).collect();
    let (memory, sqlite, file) = both(&documents);
    sqlite.publish().unwrap();
    let reader = Base::on(Sqlite::read_only(&file.0).unwrap());
    for _ in 0..40 {
        let query = query(&mut dice, &documents);
        for other in [&sqlite, &reader] {
            assert_eq!(difference(&answer(&memory, &query), &answer(other, &query)), None, "{query:?}");
        }
    }
}

/// The base as lines.
fn saved(base: &Base) -> String {
    let mut lines = Vec::new();
    base.save(&mut lines).unwrap();
    String::from_utf8(lines).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_saved_is_loaded(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let documents: Vec<Rows> = (0..1 + dice.below(12)).map(|_| rows(dice.below(40) as u64)).collect();
        let (memory, sqlite, _file) = both(&documents);
        let named = entities(&memory).len();
        // Who is who may be decided otherwise: the decision goes with the base.
        let ids: Vec<String> = memory.entities().unwrap().into_iter().map(|e| e.id).collect();
        if named > 1 && memory.join(&ids[0], &ids[1]).is_ok() {
            sqlite.join(&ids[0], &ids[1]).unwrap();
        }
        let lines = saved(&memory);
        prop_assert_eq!(&lines, &saved(&sqlite));
        let file = File::new();
        for other in [Base::memory(), Base::on(Sqlite::open(&file.0).unwrap())] {
            prop_assert_eq!(other.load(&mut lines.as_bytes()).unwrap(), memory.documents().unwrap().len());
            prop_assert_eq!(other.load(&mut lines.as_bytes()).unwrap(), 0);
            prop_assert_eq!(&saved(&other), &lines);
            prop_assert_eq!(difference(&entities(&other), &entities(&memory)), None);
            for _ in 0..4 {
                let query = query(&mut dice, &documents);
                prop_assert_eq!(difference(&answer(&other, &query), &answer(&memory, &query)), None);
            }
        }
    }

    #[test]
    fn both_stores_answer_alike(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let documents: Vec<Rows> = (0..1 + dice.below(12)).map(|_| rows(dice.below(40) as u64)).collect();
        let (memory, sqlite, file) = both(&documents);
        prop_assert_eq!(memory.documents().unwrap(), sqlite.documents().unwrap());
        prop_assert_eq!(difference(&entities(&memory), &entities(&sqlite)), None);
        prop_assert_eq!(memory.merges().unwrap(), sqlite.merges().unwrap());
        // One that works out who is who, and one that reads what was written down.
        sqlite.publish().unwrap();
        let reader = Base::on(Sqlite::read_only(&file.0).unwrap());
        for _ in 0..40 {
            let query = query(&mut dice, &documents);
            prop_assert_eq!(difference(&answer(&memory, &query), &answer(&sqlite, &query)), None, "{:?}", query);
            prop_assert_eq!(difference(&answer(&memory, &query), &answer(&reader, &query)), None, "{:?}", query);
        }
        prop_assert_eq!(difference(&entities(&memory), &entities(&reader)), None);
        for name in NAMES.iter().chain(&CODES) {
            let told = |base: &Base| serde_json::to_string(&(base.who(name).ok(), base.entity(name).ok())).unwrap();
            prop_assert_eq!(told(&memory), told(&reader), "{}", name);
        }
        for document in memory.documents().unwrap() {
            prop_assert_eq!(reader.document(document.sha256).unwrap(), Some(document));
        }
    }

    /// What is written down holds no one who was somebody and no longer is.
    #[test]
    fn what_is_written_down_follows(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let (memory, sqlite, file) = both(&[]);
        for _ in 0..3 {
            let documents: Vec<Rows> = (0..1 + dice.below(4)).map(|_| rows(dice.below(200) as u64)).collect();
            memory.add(&documents).unwrap();
            sqlite.add(&documents).unwrap();
            sqlite.publish().unwrap();
            let reader = Base::on(Sqlite::read_only(&file.0).unwrap());
            prop_assert_eq!(difference(&entities(&memory), &entities(&reader)), None);
        }
    }

    #[test]
    fn rows_come_out_as_they_went_in(seeds in proptest::collection::vec(0u64..1000, 1..6)) {
        let documents: Vec<Rows> = seeds.iter().map(|s| rows(*s)).collect();
        let (memory, sqlite, _file) = both(&documents);
        for document in &documents {
            let id = document.document.sha256;
            for base in [&memory, &sqlite] {
                let lines = |rows: &Rows| serde_json::to_string_pretty(rows).unwrap().lines().map(String::from).collect::<Vec<_>>();
                let kept = base.rows(id).unwrap().unwrap();
                prop_assert_eq!(difference(&lines(&kept), &lines(document)), None);
                prop_assert!(kept == *document);
            }
        }
    }

    #[test]
    fn the_order_of_adding_does_not_matter(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut documents: Vec<Rows> = (0..1 + dice.below(12)).map(|_| rows(dice.below(60) as u64)).collect();
        let queries: Vec<Query> = (0..10).map(|_| query(&mut dice, &documents)).collect();
        let told = |base: &Base| {
            let merges = base.merges().unwrap();
            let mut lines = entities(base);
            lines.extend(merges.iter().map(|m| serde_json::to_string(m).unwrap()));
            lines.extend(queries.iter().flat_map(|q| answer(base, q)));
            lines
        };
        let (first, ..) = both(&documents);
        let first = told(&first);
        for i in (1..documents.len()).rev() {
            documents.swap(i, dice.below(i + 1));
        }
        let (memory, sqlite, _file) = both(&[]);
        for document in &documents {
            memory.add(std::slice::from_ref(document)).unwrap();
            sqlite.add(std::slice::from_ref(document)).unwrap();
            // Asking in between works out who is who early, which must not show later.
            memory.entities().unwrap();
        }
        prop_assert_eq!(difference(&first, &told(&memory)), None);
        prop_assert_eq!(difference(&first, &told(&sqlite)), None);
    }
}

#[test]
fn damaged_lines_are_named() {
    let base = Base::memory();
    base.add(&[rows(1), rows(2)]).unwrap();
    let lines = saved(&base);
    let all: Vec<&str> = lines.lines().collect();
    let quote = lines.find("\"exact\":\"").map(|at| at + 9).expect("a quote");
    let other = format!("{}#{}", &lines[..quote], &lines[quote + 1..]);
    let place = lines.find("\"end\":").map(|at| at + 6).expect("a place");
    let far = format!("{}9999{}", &lines[..place], &lines[place..]);
    for (given, line) in [
        (String::new(), 1),
        (all[1..].join("\n"), 1),
        (format!("{}\n\n{}\n{}", all[0], all[1], &all[2][..40]), 4),
        (format!("{lines}\n{}", all[0]), all.len() + 2),
        (lines.replacen("\"item\":0", "\"item\":7", 1), 2),
        (lines.replacen("\"text\":\"", "\"text\":\"So ", 1), 2),
        (other, 2),
        (far, 2),
    ] {
        let error = Base::memory().load(&mut given.as_bytes()).unwrap_err();
        assert!(matches!(&error, BaseError::BadLine { line: at, .. } if *at == line), "{error} at {line}");
        assert_eq!((error.code(), error.hint().is_empty()), ("bad-line", false));
    }
    let newer = lines.replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(Base::memory().load(&mut newer.as_bytes()).unwrap_err(), BaseError::Newer { found: 2, known: 1 });
    // What stands before a damaged line is in, wholly.
    let some = Base::memory();
    some.load(&mut format!("{}\n{}\n{{", all[0], all[1]).as_bytes()).unwrap_err();
    assert_eq!(some.documents().unwrap().len(), 1);
}

#[test]
fn the_same_text_again_changes_nothing() {
    let document = rows(7);
    let (memory, sqlite, file) = both(std::slice::from_ref(&document));
    let renamed =
        Rows { document: cubaru_model::DocumentRow { source: Default::default(), ..document.document.clone() }, ..document.clone() };
    for base in [&memory, &sqlite, &Base::on(Sqlite::open(&file.0).unwrap())] {
        assert_eq!(base.add(&[document.clone(), renamed.clone()]).unwrap(), [false, false]);
        assert_eq!(base.rows(document.document.sha256).unwrap().as_ref(), Some(&document));
        assert_eq!(base.problems().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn other_files_and_newer_ones_are_told_apart() {
    let file = File::new();
    fs::write(&file.0, "no database, but a text that is long enough to be taken for one if nobody looks").unwrap();
    assert_eq!(Sqlite::open(&file.0).err().map(|e| e.code()), Some("not-a-base"));

    let file = File::new();
    drop(Sqlite::open(&file.0).unwrap());
    let connection = rusqlite::Connection::open(&file.0).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(Sqlite::open(&file.0).err(), Some(BaseError::Newer { found: 99, known: cubaru_model::store::VERSION }));

    let file = File::new();
    rusqlite::Connection::open(&file.0).unwrap().execute_batch("CREATE TABLE own (a)").unwrap();
    assert_eq!(Sqlite::open(&file.0).err().map(|e| e.code()), Some("not-a-base"));
    assert_eq!(Sqlite::read_only(&File::new().0).err().map(|e| e.code()), Some("store"));
}

#[test]
fn an_older_file_is_brought_up_to_date() {
    let file = File::new();
    Sqlite::make_version(&file.0, 1).unwrap();
    let base = Base::on(Sqlite::open(&file.0).unwrap());
    base.add(&[rows(1)]).unwrap();
    let connection = rusqlite::Connection::open(&file.0).unwrap();
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("PRAGMA user_version"), cubaru_model::store::VERSION);
    assert_eq!(count("SELECT count(*) FROM sources"), 1);
}

#[test]
fn who_is_who_can_be_decided_and_undone() {
    let documents: Vec<Rows> = (0..40).map(rows).collect();
    let (memory, sqlite, file) = both(&documents);
    for base in [&memory, &sqlite] {
        let people: Vec<_> = base.entities().unwrap().into_iter().filter(|e| e.kind == "person").collect();
        // Two whom nobody would take for one.
        let of = |name: &str| people.iter().find(|p| p.name == name).unwrap();
        let (a, b) = (of("Kofi Annan"), of("Lena Berg"));
        base.join(&a.id, &b.id).unwrap();
        let one = base.entities().unwrap().into_iter().find(|e| e.names.contains(&a.name) && e.names.contains(&b.name)).unwrap();
        assert!(base.merges().unwrap().iter().any(|m| m.entity == one.id && m.why == ["user"] && m.score == 100));
        base.add(&[rows(1000)]).unwrap();
        assert_eq!(base.decisions().unwrap().len(), 1);
        let name = if one.name == a.name { &b.name } else { &a.name };
        assert!(!base.split(&one.id, name).unwrap().is_empty());
        assert!(base.entities().unwrap().iter().all(|e| !(e.names.contains(&a.name) && e.names.contains(&b.name))));
    }
    // Kept in the file.
    let again = Base::on(Sqlite::read_only(&file.0).unwrap());
    assert_eq!(difference(&entities(&again), &entities(&sqlite)), None);
    assert_eq!(difference(&entities(&sqlite), &entities(&memory)), None);
    assert_eq!(memory.join("nobody at all", "Kofi Annan").unwrap_err().code(), "unknown");
}

#[test]
fn one_document_can_be_taken_out() {
    let documents: Vec<Rows> = (0..40).map(rows).collect();
    let (memory, sqlite, _file) = both(&documents);
    let mut told = Vec::new();
    for base in [&memory, &sqlite] {
        let person = base.entities().unwrap().into_iter().filter(|e| e.kind == "person").max_by_key(|e| e.documents).unwrap();
        let query = |who: &str| Query::events().with("party", &[who]).unwrap();
        let events = base.events(&query(&person.id)).unwrap();
        let document = events[0].document;
        let decided = base.split(&person.id, &document.to_string()).unwrap();
        assert!(!decided.is_empty());
        let after = base.events(&query(&person.id)).unwrap();
        assert!(
            after.len() < events.len()
                && after
                    .iter()
                    .all(|e| { e.document != document || e.actor.iter().chain(&e.recipient).any(|p| p.id.as_deref() == Some(&person.id)) })
        );
        let mut lines = entities(base);
        lines.extend(answer(base, &Query::events()));
        told.push(lines);
    }
    assert_eq!(difference(&told[0], &told[1]), None);
}

#[test]
fn a_reader_sees_whole_documents_while_another_writes() {
    let file = File::new();
    let writer = Base::on(Sqlite::open(&file.0).unwrap());
    let reader = Base::on(Sqlite::read_only(&file.0).unwrap());
    for seed in 0..30 {
        writer.add(&[rows(seed)]).unwrap();
        let documents = reader.documents().unwrap();
        for document in &documents {
            assert!(reader.rows(document.sha256).unwrap().is_some());
        }
        assert_eq!(documents, writer.documents().unwrap());
        assert_eq!(reader.events(&Query::events()).unwrap(), writer.events(&Query::events()).unwrap());
    }
}
