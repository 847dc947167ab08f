//! `cubaru read`, as its users run it.

mod support;

use cubaru::{Metadata, Reader, Source};
use std::{
    fs,
    io::{BufRead, BufReader, Read},
    process::Stdio,
};
use support::{Folder, article, articles, cubaru, flat, root, run, run_with};
use unicode_width::UnicodeWidthStr;

const TALKS: &str = "havana-talks-wire.txt";

/// What a line quotes, in the pieces that elision left.
fn quoted(line: &str) -> Option<Vec<String>> {
    let start = line.find(['“', '"'])?;
    let words = line[start..].trim_end().trim_start_matches("“ ");
    let words = words.strip_suffix('”').unwrap_or(words);
    let words = words.strip_prefix('“').unwrap_or(words);
    Some(words.split('…').map(|w| w.trim().to_string()).filter(|w| !w.is_empty()).collect())
}

#[test]
fn the_report_fits_its_width_and_quotes_the_text() {
    for path in articles() {
        let text = flat(&fs::read_to_string(&path).unwrap());
        let path = path.to_str().unwrap();
        for width in [60, 100] {
            let ran = run(&["read", "--width", &width.to_string(), path]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{path}");
            for heading in ["People and posts", "Timeline", "Who says what", "Not read"] {
                assert!(ran.out.lines().any(|l| l.starts_with(heading)), "{path}: no `{heading}`\n{}", ran.out);
            }
            for line in ran.out.lines() {
                assert!(line.width() <= width || line.starts_with("https://"), "{width}: {line}");
                assert_eq!(line, line.trim_end());
            }
            // Words stand alone on their line, set in; a fact's own line may quote cues.
            let marks = ['“', '”', '"'];
            let words = ran.out.lines().filter(|l| l.starts_with("    ") && l.trim().starts_with(marks) && l.ends_with(marks));
            let pieces: Vec<String> = words.filter_map(quoted).flatten().collect();
            assert!(pieces.len() > 20, "{}", ran.out);
            for piece in pieces {
                assert!(text.contains(&piece), "{path}: `{piece}` does not stand in the text");
            }
        }
    }
}

#[test]
fn the_report_says_what_the_article_is() {
    let ran = run(&["read", "--width", "100", article(TALKS).to_str().unwrap()]);
    let head: Vec<&str> = ran.out.lines().take(3).collect();
    assert_eq!(head[0], "Lavrov ends Latin America tour in Havana as Cubans queue for fuel");
    assert_eq!(head[1], "Meridian Press Wire · Odile Farrant, Camilo Restituto, Greta Sandoval-Pryce");
    assert_eq!(head[2], "https://wire.meridianpress.example.org/2023/04/20/lavrov-havana-talks");
    assert!(ran.out.contains("Sergei Lavrov"), "{}", ran.out);
    assert!(ran.out.contains("“Russian Foreign Minister Sergei Lavrov”"), "{}", ran.out);
}

#[test]
fn in_a_pipe_each_fact_is_one_whole_line_with_place_and_words() {
    let path = article(TALKS);
    let text = fs::read_to_string(&path).unwrap();
    let ran = run(&["read", path.to_str().unwrap()]);
    assert!(!ran.out.contains('\x1b'));
    let met = ran.out.lines().find(|l| l.contains("CONSULT") && l.contains("  3:59  ")).unwrap_or_else(|| panic!("{}", ran.out));
    let sentence = "Russian Foreign Minister Sergei Lavrov met Cuban leaders in Havana on Thursday";
    assert!(met.contains("Sergei Lavrov") && met.contains(sentence), "{met}");
    let line: Vec<char> = text.lines().nth(2).unwrap().chars().collect();
    assert_eq!(line[58..61].iter().collect::<String>(), "met");
}

#[test]
fn colours_only_where_asked_for() {
    let path = article(TALKS);
    let path = path.to_str().unwrap();
    let plain = run(&["read", "--width", "80", path]).out;
    let coloured = run(&["read", "--width", "80", "--color", "always", path]).out;
    assert!(coloured.contains("\x1b[1mTimeline\x1b[0m"), "{coloured}");
    let mut stripped = coloured;
    for code in ["\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[33m"] {
        stripped = stripped.replace(code, "");
    }
    let ends = |text: &str| text.lines().map(|l| l.trim_end().to_string()).collect::<Vec<_>>();
    assert_eq!(ends(&stripped), ends(&plain));
    assert_eq!(run(&["read", "--width", "80", "--color", "never", path]).out, plain);
}

#[test]
fn the_text_cannot_command_the_terminal() {
    let text = "Title \u{1b}]0;x\u{7}here\n\nThe minister \u{1b}[2Jvisited \u{202e}Cuba on Monday.\n";
    let out = run_with(&["read", "-", "--title", "a\u{1b}[31mb"], text.as_bytes()).out;
    assert!(!out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{out:?}");
}

#[test]
fn json_is_the_library_s_own_one_line_a_file() {
    let paths = articles();
    let mut arguments = vec!["read", "--json"];
    arguments.extend(paths.iter().map(|p| p.to_str().unwrap()));
    let ran = run(&arguments);
    assert_eq!(ran.code, 0);
    let reader = Reader::english();
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), paths.len());
    for (path, line) in paths.iter().zip(lines) {
        let metadata: Metadata = serde_json::from_slice(&fs::read(path.with_extension("json")).unwrap()).unwrap();
        let document = reader.read(&Source { text: fs::read_to_string(path).unwrap(), metadata }).unwrap();
        assert_eq!(line, document.to_json(), "{}", path.display());
    }
}

#[test]
fn stdin_is_read_like_a_file() {
    let folder = Folder::new("stdin");
    let text = "Lavrov visited Cuba on Monday. “We met,” he said.\n";
    let path = folder.file("a.txt", text);
    let options = ["--published", "2023-06-04", "--title", "T", "--id", "i", "--author", "A", "--author", "B", "--publisher", "P"];
    let with = |file: &str| [&["read", "--json", file], &options[..]].concat().iter().map(|s| s.to_string()).collect::<Vec<_>>();
    let arguments = |file: &str| with(file);
    let (piped, filed) = (arguments("-"), arguments(&path));
    let own = |list: &[String]| list.to_vec();
    let piped = run_with(&own(&piped).iter().map(String::as_str).collect::<Vec<_>>(), text.as_bytes());
    let filed = run(&own(&filed).iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((piped.code, piped.out), (0, filed.out.clone()));
    let source = &serde_json::from_str::<serde_json::Value>(&filed.out).unwrap()["source"];
    assert_eq!(source["authors"], serde_json::json!(["A", "B"]));
    assert_eq!((source["id"].as_str(), source["published"].as_str()), (Some("i"), Some("2023-06-04")));
}

#[test]
fn metadata_stands_beside_the_text_and_options_override_it() {
    let folder = Folder::new("metadata");
    let path = folder.file("a.txt", "Cuba and Russia met on Monday.\n");
    folder.file("a.json", "\u{feff}{\"title\": \"Beside\", \"publisher\": \"P\", \"published\": \"2023-05\", \"other\": 1}");
    let out = run(&["read", &path, "--title", "Given", "--published", "2023-06-04"]).out;
    let head: Vec<&str> = out.lines().collect();
    assert_eq!(head[..2], ["Given", "P"]);
    let json = run(&["read", "--json", &path]).out;
    assert!(json.contains("\"published\":\"2023-05\"") && json.contains("\"title\":\"Beside\""), "{json}");
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let folder = Folder::new("errors");
    let good = folder.file("good.txt", "Title of it\n\nCuba and Russia met.\n");
    let latin = folder.file("latin.txt", b"First line\nRa\xc3\xbal Ca\xf1as\n");
    let beside = folder.file("beside.txt", "Text.\n");
    folder.file("beside.json", "{\n  \"authors\": \"one\"\n}");
    let dated = folder.file("dated.txt", "Text.\n");
    folder.file("dated.json", "{\"published\": \"June 2023\"}");
    let missing = format!("{}/none.txt", folder.path());
    let ran = run(&["read", &latin, &beside, &good, &dated, &missing, folder.path(), &good]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.out.matches("Title of it\n").count(), 2, "{}", ran.out);
    let errors: Vec<&str> = ran.err.lines().collect();
    assert_eq!(errors.len(), 10, "an error and a hint each: {}", ran.err);
    for (i, parts) in [
        &["error[not-utf8]", "latin.txt:2:8", "offset 19"][..],
        &["error[metadata]", "beside.json:2:", "authors", "list"],
        &["error[bad-date]", "dated.txt", "`June 2023`", "2023-06-04"],
        &["error[unreadable]", "none.txt", "no such file"],
        &["error[unreadable]", folder.path(), "folder"],
    ]
    .iter()
    .enumerate()
    {
        let told = format!("{}\n{}", errors[2 * i], errors[2 * i + 1]);
        assert!(parts.iter().all(|p| told.contains(p)) && told.contains("\n  hint: "), "{parts:?} in {told}");
    }
}

#[test]
fn too_long_names_both_lengths() {
    let folder = Folder::new("long");
    let path = folder.file("long.txt", "x".repeat(101));
    let ran = run(&["read", "--limit", "100", &path]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(["error[too-long]", "long.txt", "101", "100", "--limit"].iter().all(|p| ran.err.contains(p)), "{}", ran.err);
    assert_eq!(run(&["read", "--limit", "101", &path]).code, 0);
    let piped = run_with(&["read", "--limit", "100", "-"], "x".repeat(3_000_000).as_bytes());
    assert_eq!(piped.code, 1);
    assert!(piped.err.contains("stdin") && piped.err.contains("100"), "{}", piped.err);
}

#[test]
fn a_wrong_command_line_exits_with_2() {
    let path = article(TALKS);
    let path = path.to_str().unwrap();
    let bad_date = run(&["read", path, "--published", "4 June"]);
    assert_eq!(bad_date.code, 2);
    assert!(["4 June", "2023-06-04"].iter().all(|p| bad_date.err.contains(p)), "{}", bad_date.err);
    for arguments in [&["read"][..], &["read", path, "--width", "12"], &["read", path, "--color", "blue"], &["write", path], &[]] {
        assert_eq!(run(arguments).code, 2, "{arguments:?}");
    }
    assert_eq!(run(&["--help"]).code, 0);
    assert_eq!(run(&["--version"]).out, format!("cubaru {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn whoever_stops_reading_causes_no_error() {
    let path = article(TALKS);
    for options in [&["read"][..], &["read", "--json"]] {
        let mut child =
            cubaru().args(options).args(std::iter::repeat_n(&path, 60)).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        let mut out = BufReader::with_capacity(16, child.stdout.take().unwrap());
        out.by_ref().take(8).read_line(&mut first).unwrap();
        assert!(!first.is_empty());
        drop(out);
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!((child.wait().unwrap().code(), errors.as_str()), (Some(0), ""), "{options:?}");
    }
}

#[test]
fn odd_texts_are_read() {
    let long = "x".repeat(1 << 20);
    let quotes = "“‘".repeat(50_000);
    for text in ["", "\u{feff}", "\r\n\r\n", "\0", "😀\u{200d}", "\u{5e9}\u{200f}", long.as_str(), quotes.as_str()] {
        let ran = run_with(&["read", "-"], text.as_bytes());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{:?}", text.chars().take(4).collect::<String>());
        assert!(ran.out.lines().all(|l| l.width() < 2000));
    }
}

#[test]
fn the_manual_names_every_option() {
    let manual = fs::read_to_string(root().join("docs/cli.md")).unwrap();
    for command in ["read", "annotate", "explain", "completions"] {
        let section = manual.split(&format!("\n## cubaru {command}")).nth(1).unwrap_or_else(|| panic!("no section on {command}"));
        let section = section.split("\n## ").next().unwrap();
        let help = run(&[command, "--help"]).out;
        let options = help.lines().filter_map(|l| l.trim_start().strip_prefix("--")).map(|l| l.split(' ').next().unwrap());
        for option in options {
            assert!(section.contains(&format!("`--{option}")), "{command}: `--{option}` is not in docs/cli.md");
        }
        assert!(help.contains("Examples:") || command == "help");
    }
}

#[test]
fn each_shell_gets_its_completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = run(&["completions", shell]);
        assert_eq!(ran.code, 0);
        assert!(["annotate", "explain", "published"].iter().all(|w| ran.out.contains(w)), "{shell}");
    }
}

#[test]
fn rules_of_ones_own_are_read_from_a_file() {
    let folder = Folder::new("rules");
    let text = folder.file("debt.txt", "Ghana restructured its debt to Japan.");
    let line =
        "verb restructure obj=debt | DEBT | subj -> to | political | Zambia restructured its debt to China. | She restructured her debts.";
    let rules = folder.file("debt.rules", line);
    let ran = run(&["read", "--json", "--rules", &rules, &text]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("\"class\":\"DEBT\""), "{}", ran.out);
}

#[test]
fn a_wrong_rule_names_its_file_line_and_column() {
    let folder = Folder::new("wrong-rules");
    let text = folder.file("debt.txt", "Ghana restructured its debt to Japan.");
    let rules = folder.file("wrong.rules", "# mine\nverb restructure obbj=debt | DEBT\n");
    for command in ["read", "annotate"] {
        let ran = run(&[command, "--rules", &rules, &text]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        let place = format!("error[bad-rule]: {}:2:18: ", rules);
        assert!(ran.err.starts_with(&place) && ran.err.contains("\n  hint: "), "{}", ran.err);
    }
}
