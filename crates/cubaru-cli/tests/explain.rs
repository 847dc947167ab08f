//! `cubaru explain`, as its users run it.

mod support;

use std::fs;
use support::{Folder, article, root, run, run_with};

const TALKS: &str = "havana-talks-wire.txt";

#[test]
fn rules_and_list_entries_lead_to_their_line() {
    let path = article(TALKS);
    let ran = run(&["explain", path.to_str().unwrap(), "--words", "Foreign Minister"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains(":3:28 “Foreign Minister”"), "{}", ran.out);
    assert!(ran.out.lines().any(|l| l.trim_start().starts_with("office") && l.contains("Sergei Lavrov")), "{}", ran.out);
    assert!(ran.out.lines().any(|l| l.trim_start().starts_with("rule ")), "{}", ran.out);
    let lists = ran.out.lines().filter(|l| l.trim_start().starts_with("list en/"));
    let mut checked = 0;
    for line in lists {
        let (place, cells) = line.trim_start().strip_prefix("list ").unwrap().split_once(' ').unwrap();
        let (file, number) = place.split_once(':').unwrap();
        let list = fs::read_to_string(root().join("crates/cubaru-english").join(file)).unwrap();
        let row = list.lines().nth(number.parse::<usize>().unwrap() - 1).unwrap();
        assert_eq!(row.split('\t').next(), cells.split(" · ").next(), "{line}");
        checked += 1;
    }
    assert!(checked > 0, "{}", ran.out);
}

#[test]
fn words_and_offsets_in_each_unit_find_the_same_place() {
    let folder = Folder::new("units");
    let text = "😀 “Si”, é: Lavrov visited Cuba.\n";
    let path = folder.file("a.txt", text);
    let at = text.find("Lavrov").unwrap();
    let (points, units) = (text[..at].chars().count().to_string(), text[..at].encode_utf16().count().to_string());
    let by_words = run(&["explain", &path, "--words", "Lavrov"]).out;
    assert!(by_words.contains("a.txt:1:12 “Lavrov”") && by_words.contains("code points 11 to 17"), "{by_words}");
    for arguments in [
        vec!["--at", &points],
        vec!["--at", &points, "--unit", "code-point"],
        vec!["--at", &at.to_string(), "--unit", "byte"],
        vec!["--at", &units, "--unit", "utf16"],
    ] {
        assert_eq!(run(&[&["explain", &path], &arguments[..]].concat()).out, by_words, "{arguments:?}");
    }
}

#[test]
fn where_nothing_was_read_it_says_why() {
    let text = "Title here\n\nZzyzxq blorfed the grimp.\n\nLavrov visited Cuba.\n";
    let ran = run_with(&["explain", "-", "--words", "Zzyzxq"], text.as_bytes());
    assert_eq!(ran.code, 0);
    for told in ["stdin:3:1", "“Zzyzxq”: no entry begins so", "no attribution, no event", "Read in the whole sentence"] {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
    let unread = run(&["explain", article(TALKS).to_str().unwrap(), "--words", "He was the only candidate"]);
    assert!(unread.out.contains("The sentence is reported unread"), "{}", unread.out);
    let gap = run_with(&["explain", "-", "--at", "10"], text.as_bytes());
    assert!(gap.out.contains("between words") && gap.out.contains("in no sentence"), "{}", gap.out);
}

#[test]
fn every_place_of_the_words_is_named() {
    let text = "Cuba met. CUBA met. Cuba met.\n";
    let out = run_with(&["explain", "-", "--words", "Cuba"], text.as_bytes()).out;
    assert!(out.contains("also at 1 more place: `--at` 20"), "{out}");
    let out = run_with(&["explain", "-", "--words", "cuba  MET"], text.as_bytes()).out;
    assert!(out.contains("also at 2 more places: `--at` 10, 20"), "{out}");
}

#[test]
fn what_is_not_there_is_an_error() {
    let folder = Folder::new("explain-errors");
    let path = folder.file("a.txt", "Čuba.\n");
    for (arguments, code, parts) in [
        (vec!["--words", "Russia"], 1, vec!["error[no-such-words]", "a.txt", "“Russia”"]),
        (vec!["--at", "6"], 1, vec!["error[no-such-offset]", "6 code points", "hint"]),
        (vec!["--at", "7", "--unit", "byte"], 1, vec!["error[no-such-offset]", "7 bytes"]),
        (vec![], 2, vec!["--at", "--words"]),
        (vec!["--at", "1", "--words", "x"], 2, vec!["cannot be used with"]),
    ] {
        let ran = run(&[&["explain", &path], &arguments[..]].concat());
        assert_eq!(ran.code, code, "{arguments:?}: {}", ran.err);
        assert!(parts.iter().all(|p| ran.err.contains(p)), "{parts:?}: {}", ran.err);
    }
    assert_eq!(run(&["explain", "none.txt", "--at", "1"]).code, 1);
}
