//! Lines that cannot be used are named; the others are used.

use cubaru_petrarch::Dictionaries;

fn problems(text: &str) -> Vec<String> {
    Dictionaries::read([("f", text)]).problems().iter().map(|p| format!("{}:{} {}", p.line, p.column, p.code)).collect()
}

#[test]
fn actors() {
    let text = "+OTHER\nKENYA [KEN]\nPERU\nCHILE [CHL 20010230-]\n[CHL] \nGHANA [GHA\n___ [X]\nTOGO [TGO >19990101] since then\n";
    assert_eq!(
        problems(text),
        ["1:2 misplaced-line", "3:1 no-code", "4:7 bad-date", "6:7 unclosed-bracket", "6:1 no-code", "7:1 no-words"]
    );
}

#[test]
fn agents() {
    let text = "POLICE {} [~COP]\nARMY [MIL GOV~]\nFISHER!PERSON! [~LAB]\nMINERS {MINER [~LAB]\nGUARD\n{} [~X]\n";
    assert_eq!(problems(text), ["2:6 bad-code", "3:1 unknown-marker", "4:8 unclosed-brace", "5:1 no-code", "6:1 no-words"]);
}

#[test]
fn verbs_over_words() {
    let text = "- * X [1]\nGO\n--- GO [040] ---\nGO {GOES\n+_ [1]\n- * TO\n- TO [040]\n- * &FAR [040]\n- * { A | B } [041]\n- * HOME [041 2]\n&S\n+\n";
    let found = problems(text);
    let wanted = [
        "1:1 no-block",
        "2:1 no-block",
        "4:4 unclosed-brace",
        "5:1 bad-compound",
        "6:1 no-code",
        "7:3 no-verb",
        "8:5 unknown-synset",
        "9:5 choice-in-pattern",
        "10:1 bad-code",
        "12:2 no-words",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn verbs_over_phrases() {
    let text = "--- GO [040] ---\nGO\n- * {FAR AWAY} [041]\n- * (TO $) [041]\n- * (TO {X) [041]\n~ a (a b GO) STAY = a b 1\n~ a b GO\n";
    assert_eq!(problems(text), ["4:9 role-in-pattern", "5:5 bad-entry", "6:1 bad-transformation", "7:1 bad-transformation"]);
}

#[test]
fn other_files() {
    assert_eq!(problems("# nothing\n"), ["1:1 unknown-kind"]);
    assert_eq!(problems("n:strike [LABOUR]\nv:march\n~\n"), ["2:8 no-code", "3:1 no-words"]);
    assert_eq!(problems("WORLD_CUP\n+\nCUP {}\n"), ["2:2 no-words", "3:5 bad-entry"]);
}
