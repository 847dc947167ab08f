//! Every case of `cases/` reads as its outline says, and its JSON holds what it promises.

mod common;

use common::{READER, cases, quotes_back, repository};
use std::{collections::HashSet, fs};

#[test]
fn outlines() {
    let mut wrong = Vec::new();
    for (path, _) in cases() {
        for failure in cubaru::cases::check(&READER, &fs::read_to_string(&path).unwrap()).unwrap() {
            let name = path.strip_prefix(repository("cases")).unwrap_or(&path).display().to_string();
            wrong.push(format!("{name}:{} {}\nexpected\n{}\nfound\n{}\n", failure.line, failure.title, failure.expected, failure.found));
        }
    }
    assert!(wrong.is_empty(), "{} cases read otherwise; `cargo xtask cases` shows the difference\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn json_holds_the_text_and_quotes_it() {
    for case in cases().into_iter().flat_map(|(_, cases)| cases) {
        let document = READER.read(&case.source()).unwrap();
        let json: serde_json::Value = serde_json::from_str(&document.to_json()).unwrap();
        assert_eq!(json["version"], cubaru::JSON_VERSION, "{}", case.title);
        assert_eq!(json["unit"], "code-point", "{}", case.title);
        assert_eq!(json["text"], case.text, "{}", case.title);
        assert!(quotes_back(&document) > 0, "{}: not even a token", case.title);
    }
}

#[test]
fn cases_say_different_things() {
    let (mut titles, mut texts) = (HashSet::new(), HashSet::new());
    for (path, cases) in cases() {
        for case in cases {
            assert!(titles.insert((path.clone(), case.title.clone())), "{}: two cases `{}`", path.display(), case.title);
            assert!(texts.insert((case.layers, case.published, case.text)), "{}: `{}` repeats a text", path.display(), case.title);
        }
    }
    assert!(titles.len() >= 40, "only {} cases", titles.len());
}
