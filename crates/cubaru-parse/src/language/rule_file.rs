//! The grammar of files of rules, in nom: one rule a line, cells apart by ` | `.
//!
//! ```text
//! verb impose,slap obj=sanction,embargo | SANCTION/discontinue 163 | subj -> on,against | political | example | counterexample
//! ```

use super::rule::{ANY, Kind, Need, Place, Rule, RuleError};
use nom::{
    AsChar, IResult, Parser,
    branch::alt,
    bytes::complete::{tag, take_while, take_while1},
    character::complete::char,
    combinator::{opt, value, verify},
    error::{ErrorKind, ParseError},
    multi::separated_list1,
    sequence::preceded,
};

/// How far reading came, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Miss<'a> {
    at: &'a str,
    expected: &'static str,
    hint: &'static str,
}

impl<'a> ParseError<&'a str> for Miss<'a> {
    fn from_error_kind(at: &'a str, _: ErrorKind) -> Self {
        Self { at, expected: "something else", hint: SHAPE }
    }
    fn append(_: &'a str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

type Read<'a, O> = IResult<&'a str, O, Miss<'a>>;

const SHAPE: &str = "a line reads `verb impose obj=sanction | SANCTION 163 | subj -> on,against | political | example | counterexample`";
const PLACES: &str =
    "places are `subj`, `obj`, `poss`, `adj`, `prt`, `aux`, `clause`, `source`, `place` and prepositions such as `on` or `against`";

/// The prepositions that rules know.
const PREPOSITIONS: &[&str] = &[
    "about",
    "after",
    "against",
    "ahead",
    "along",
    "alongside",
    "among",
    "around",
    "as",
    "at",
    "before",
    "behind",
    "beside",
    "between",
    "by",
    "during",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "outside",
    "over",
    "past",
    "since",
    "through",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "upon",
    "via",
    "with",
    "within",
    "without",
];

/// The same parser, with what it says where it does not fit.
fn named<'a, O>(
    expected: &'static str,
    hint: &'static str,
    mut parser: impl Parser<&'a str, Output = O, Error = Miss<'a>>,
) -> impl FnMut(&'a str) -> Read<'a, O> {
    move |at| parser.parse(at).map_err(|e| e.map(|_| Miss { at, expected, hint }))
}

/// The rules of a file, in its order.
pub(super) fn rules(file: &str, text: &str) -> Result<Vec<Rule>, RuleError> {
    let mut rules = Vec::new();
    let mut start = 0;
    for (number, whole) in text.split('\n').enumerate() {
        // Some editors begin a file with a byte-order mark.
        let mark = if start == 0 && whole.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let (begins, line) = (start + mark, whole[mark..].trim_end());
        start += whole.len() + 1;
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match rule(line) {
            Ok((_, rule)) => rules.push(Rule { file: file.into(), line: number as u32 + 1, ..rule }),
            Err(nom::Err::Error(miss) | nom::Err::Failure(miss)) => {
                let at = line.len() - miss.at.len();
                let found: String = miss.at.chars().take(20).collect();
                let found = if found.is_empty() { "the line ends".into() } else { format!("`{found}` stands") };
                return Err(RuleError {
                    file: file.into(),
                    line: number as u32 + 1,
                    column: line[..at].chars().count() as u32 + 1,
                    span: begins + at..begins + line.len(),
                    problem: format!("{found} where {} is expected", miss.expected),
                    hint: miss.hint,
                });
            }
            Err(nom::Err::Incomplete(_)) => {}
        }
    }
    Ok(rules)
}

fn rule(line: &str) -> Read<'_, Rule> {
    let kinds = alt((
        value(Kind::Verb, tag("verb ")),
        value(Kind::Noun, tag("noun ")),
        value(Kind::Adjective, tag("adj ")),
        value(Kind::Light, tag("light ")),
    ));
    let (rest, kind) = named("`verb`, `noun`, `adj` or `light`", SHAPE, kinds).parse(line)?;
    let any = tag(ANY).map(|all: &str| vec![all]);
    let (mut rest, lemmas) = alt((any, separated_list1(char(','), word))).parse(rest)?;
    let mut needs = Vec::new();
    while rest.starts_with(' ') && !rest.starts_with(" |") {
        let (after, need) = preceded(char(' '), need).parse(rest)?;
        needs.push(need);
        rest = after;
    }
    let pattern = line[..line.len() - rest.len()].to_string();
    let mut rule = Rule {
        kind,
        lemmas: lemmas.into_iter().map(String::from).collect(),
        needs,
        class: String::new(),
        mode: None,
        cameo: None,
        actor: Vec::new(),
        recipient: Vec::new(),
        political: 1,
        file: String::new(),
        line: 0,
        pattern,
        example: String::new(),
        counterexample: String::new(),
    };
    let (rest, _) = bar(rest)?;
    let rest = if kind == Kind::Light {
        let sides = alt((value(true, tag("actor")), value(false, tag("recipient"))));
        let (rest, acts) = named("`actor` or `recipient`", "say which of them the verb's subject is", sides).parse(rest)?;
        *(if acts { &mut rule.actor } else { &mut rule.recipient }) = vec![Place::Subject];
        rest
    } else {
        let (rest, (class, mode, cameo)) = class(rest)?;
        (rule.class, rule.mode, rule.cameo) = (class.into(), mode.map(String::from), cameo.map(String::from));
        let (rest, _) = bar(rest)?;
        let (rest, actor) = places(rest)?;
        let (rest, _) =
            named("` -> `", "actors stand before the arrow, recipients behind it; `none` where there are none", tag(" -> ")).parse(rest)?;
        let (rest, recipient) = places(rest)?;
        (rule.actor, rule.recipient) = (actor, recipient);
        let (rest, _) = bar(rest)?;
        let cautions = alt((value(2, tag("both")), value(1, tag("political")), value(0, tag("any"))));
        let (rest, political) = named(
            "`political`, `both` or `any`",
            "say how many of actor and recipient must be known to politics: one of them, both, or `any` number, also none",
            cautions,
        )
        .parse(rest)?;
        rule.political = political;
        rest
    };
    let (rest, _) = bar(rest)?;
    let (rest, example) = named("an example", "write a sentence that the rule must read", take_while1(|c| c != '|')).parse(rest)?;
    let (rest, _) = named("` | `", SHAPE, char('|')).parse(rest)?;
    let counter = preceded(char(' '), take_while1(|c| c != '|'));
    let (rest, counterexample) =
        named("a counterexample", "write a sentence with like words that the rule must not read", counter).parse(rest)?;
    if !rest.is_empty() {
        return Err(nom::Err::Error(Miss { at: rest, expected: "the end of the line", hint: SHAPE }));
    }
    (rule.example, rule.counterexample) = (example.trim().into(), counterexample.trim().into());
    Ok((rest, rule))
}

fn bar(at: &str) -> Read<'_, &str> {
    named("` | `", SHAPE, tag(" | ")).parse(at)
}

/// A lemma, or several words joined by `_`.
fn word(at: &str) -> Read<'_, &str> {
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '\'' | '’');
    named("a word", "write lemmas in small letters, joined by `_` where there are several", take_while1(letters)).parse(at)
}

fn need(at: &str) -> Read<'_, Need> {
    let (rest, place) = place(at)?;
    let (rest, _) = named("`=`", "say which words stand there, as in `obj=sanction,embargo`, or `*` for any", char('=')).parse(rest)?;
    let runs = separated_list1(char(','), word);
    let (rest, words) = alt((value(Vec::new(), char('*')), runs)).parse(rest)?;
    Ok((rest, Need { place, words: words.into_iter().flat_map(parted).collect() }))
}

/// A run of words as its tokens; with a hyphen also with that as a token of its own.
fn parted(run: &str) -> Vec<Vec<String>> {
    let whole = run.split('_').map(String::from).collect();
    let hyphen = |word: &str| {
        word.split_inclusive('-')
            .flat_map(|part| part.strip_suffix('-').map_or(vec![part.into()], |p| vec![p.into(), "-".into()]))
            .collect::<Vec<String>>()
    };
    let tokens = run.contains('-').then(|| run.split('_').flat_map(hyphen).collect());
    std::iter::once(whole).chain(tokens).collect()
}

fn place(at: &str) -> Read<'_, Place> {
    let letters = || take_while1(|c: char| c.is_ascii_lowercase());
    let known = letters().map_opt(|name: &str| {
        Some(match name {
            "subj" => Place::Subject,
            "obj" => Place::Object,
            "poss" => Place::Owner,
            "adj" => Place::Before,
            "prt" => Place::Small,
            "clause" => Place::Clause,
            "aux" => Place::Auxiliary,
            "source" => Place::Source,
            "place" => Place::Where,
            _ if PREPOSITIONS.contains(&name) => Place::Behind(name.into()),
            _ => return None,
        })
    });
    named("a place", PLACES, known).parse(at)
}

fn places(at: &str) -> Read<'_, Vec<Place>> {
    alt((value(Vec::new(), tag("none")), separated_list1(char(','), place))).parse(at)
}

type Code<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

/// `SANCTION/discontinue 163`
fn class(at: &str) -> Read<'_, Code<'_>> {
    let capitals = take_while1(|c: char| c.is_ascii_uppercase() || c == '_');
    let (rest, class) = named("a class", "classes are in capitals: one of PLOVER's, or one of your own", capitals).parse(at)?;
    let small = take_while(|c: char| c.is_ascii_lowercase() || c == '-');
    let (rest, mode) = opt(preceded(char('/'), named("a mode", "modes are in small letters with hyphens", small))).parse(rest)?;
    let figures = verify(take_while1(|c: char| c.is_dec_digit()), |f: &str| (2..=4).contains(&f.len()));
    let digits = named("a CAMEO code", "a CAMEO code has two to four digits", figures);
    if rest.starts_with(" |") {
        return Ok((rest, (class, mode, None)));
    }
    let (rest, cameo) = preceded(char(' '), digits).parse(rest)?;
    Ok((rest, (class, mode, Some(cameo))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str =
        "verb slap,impose obj=house_arrest on=* | COERCE/arrest 173 | subj -> on,place | both | Mali slapped it on Chad. | It rained.";

    #[test]
    fn a_line_says_all_that_a_rule_holds() {
        let read = rules("own", LINE).expect("a rule");
        let [rule] = &read[..] else { panic!("{read:?}") };
        assert_eq!(rule.name(), "own#verb slap,impose obj=house_arrest on=*");
        assert_eq!((rule.class(), rule.mode(), rule.cameo.as_deref(), rule.political), ("COERCE", Some("arrest"), Some("173"), 2));
        assert_eq!(rule.needs[0].words, [["house", "arrest"]]);
        assert_eq!(rule.recipient, [Place::Behind("on".into()), Place::Where]);
    }

    #[test]
    fn an_error_says_where_and_what_to_do() {
        let wrongs = [
            ("both", "bth", "bth"),
            ("subj ->", "sub ->", "sub ->"),
            ("verb", "vreb", "vreb"),
            ("on=*", "on", " | COERCE"),
            ("173", "x", "x |"),
        ];
        for (wrong, right, at) in wrongs {
            let line = LINE.replacen(wrong, right, 1);
            let text = format!("# ours\n\n{line}");
            let error = rules("own", &text).expect_err(right);
            let column = line.find(at).expect("where it is wrong") as u32 + 1;
            assert_eq!((error.line, error.column), (3, column), "{error}");
            assert!(text[error.span.clone()].starts_with(at), "{error}");
            assert!(!error.hint.is_empty());
        }
    }
}
