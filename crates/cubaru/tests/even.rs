//! "He" and "she" are read alike: where names and pronouns of one gender trade places with those of the other, only these words and
//! the genders change. "Her" stands for "his" and for "him": the tree must tell them apart.

use cubaru::{Document, Reader, Source};

/// `A` and `B` are persons; `he`, `him`, `his`, `himself` behind a letter are that person's pronouns.
const TEXTS: &[&str] = &[
    "{A} resigned. {A he} gave no reason.",
    "{A} met {B}. {A he} gave no reason.",
    "{A} praised {B} and {A his} ministers. {A he} gave no reason.",
    "{B} resigned. {A} thanked {B him} for {B his} work.",
    "Before {A he} left the palace, {A} signed the law.",
    "In {A his} speech, {A} praised the army.",
    "{B} resigned. \"{B he} was tired,\" {A} said.",
    "{A} said {A he} would resign. {B} did not believe {A him}.",
    "{A} blamed {A himself}. {B} blamed {B his} party.",
    "{A}, who had lost {A his} seat, congratulated {B}.",
    "It was {A} who closed the embassy. {A he} gave no reason.",
    "{A} left with {A his} deputy, {B}. {A he} gave no reason.",
    "The parliament elected {A}. {A his} rival {B} lost. {B he} gave no reason.",
];

/// Names that no list of first names tells the gender of, and some that it does.
const NAMES: &[[(&str, &str); 2]] = &[
    [("Hector Villalba", "Helena Villalba"), ("Tomas Aguirre", "Teresa Aguirre")],
    [("Zelkora", "Zelkora"), ("Vostrel", "Vostrel")],
    [("Moses Opio", "Grace Opio"), ("Zelkora", "Zelkora")],
];

fn write(template: &str, names: &[(&str, &str); 2], female: [bool; 2]) -> String {
    let mut out = String::new();
    for (i, piece) in template.split(['{', '}']).enumerate() {
        if i % 2 == 0 {
            out.push_str(piece);
            continue;
        }
        let (who, word) = piece.split_once(' ').unwrap_or((piece, ""));
        let at = usize::from(who == "B");
        let (male, her) = names[at];
        let word = match (word, female[at]) {
            ("", false) => male,
            ("", true) => her,
            (word, false) => word,
            ("he", true) => "she",
            ("him" | "his", true) => "her",
            (_, true) => "herself",
        };
        let opens = out.is_empty() || out.ends_with(". ") || out.ends_with('"');
        let first = if opens { word[..1].to_uppercase() } else { word[..1].to_string() };
        out.push_str(&(first + &word[1..]));
    }
    out
}

/// Which mentions are one, by their numbers.
fn joined(document: &Document) -> Vec<Vec<u32>> {
    document.entities().iter().map(|e| e.mentions.clone()).collect()
}

#[test]
fn he_and_she_are_read_alike() {
    let reader = Reader::english();
    let read = |text: &str| joined(&reader.read(&Source::new(text)).expect("prose"));
    for template in TEXTS {
        for names in NAMES {
            for second in [false, true] {
                let he = write(template, names, [false, second]);
                let she = write(template, names, [true, !second]);
                assert_eq!(read(&he), read(&she), "{he}\n{she}");
            }
        }
    }
}
