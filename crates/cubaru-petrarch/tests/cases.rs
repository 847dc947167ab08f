//! The tables of `cases/petrarch`, which Python and JavaScript read as well.

use cubaru_petrarch::Dictionaries;
use std::{fs, path::Path};

fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/petrarch");
    let mut files: Vec<(String, String)> = fs::read_dir(folder.join(name))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    let dictionaries = Dictionaries::read(files);
    assert_eq!(dictionaries.problems(), []);
    let language = cubaru_english::language();
    let mut wrong = Vec::new();
    for row in fs::read_to_string(folder.join(format!("{name}.tsv"))).unwrap().lines().filter(|l| !l.starts_with('#')) {
        let [text, published, wanted, shows] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}: not four cells") };
        let published = cubaru_parse::PartialDate::parse(published);
        let coding = dictionaries.code(text, &cubaru_parse::parse(&language, text, published));
        let events: Vec<String> = coding.events.iter().map(|e| format!("{} {} {}", e.source.code, e.code, e.target.code)).collect();
        let found = if events.is_empty() { "–".to_string() } else { events.join(", ") };
        if found != wanted {
            wrong.push(format!("{text} ({shows})\n  wanted {wanted}\n  found  {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn patterns_over_words() {
    check("flat");
}

#[test]
fn patterns_over_phrases() {
    check("phrases");
}
