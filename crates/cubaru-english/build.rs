//! Packs the lists of `en/` into one block of bytes. A wrong line stops the build and says where it stands.

use cubaru_lexicon::{List, pack};
use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=en");
    let mut paths: Vec<_> = fs::read_dir("en").expect("the folder en").map(|e| e.expect("an entry of en").path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "tsv"));
    paths.sort();
    let mut lists = Vec::new();
    for path in paths {
        let name = path.file_stem().and_then(|s| s.to_str()).expect("a list's name").to_string();
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        lists.push(List::read(&name, &text).unwrap_or_else(|e| panic!("{e} ({})", e.hint())));
    }
    let bytes = pack(&lists).unwrap_or_else(|e| panic!("{e}"));
    let out = env::var("OUT_DIR").expect("OUT_DIR");
    fs::write(Path::new(&out).join("english.bin"), bytes).expect("to write the packed lists");
    let mut paths: Vec<_> = fs::read_dir("en/events").expect("the folder en/events").map(|e| e.expect("an entry of it").path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "rules"));
    paths.sort();
    let files: String = paths.iter().map(|path| rules(path)).collect();
    fs::write(Path::new(&out).join("rules.rs"), format!("&[{files}]")).expect("to write the files of rules");
}

/// A file of rules, as a pair of its name and its text.
fn rules(path: &Path) -> String {
    let name = path.file_stem().and_then(|s| s.to_str()).expect("a file's name");
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    format!("({:?}, {text:?}),", format!("events/{name}"))
}
