//! Verbs in blocks, with their patterns, and the sets of words that patterns use.
//!
//! ```text
//! &CARGO                        a set: its members follow
//! +WHEAT
//! --- SHIP [061] ---            a block with the code of its verbs
//! SHIP {SHIPS SHIPPED SHIPPING} a verb with irregular forms …
//! +SEND_OFF [040]               … and one of several words, with a code of its own
//! - * &CARGO [070]              a pattern: the verb's place is the asterisk
//! ```

pub(crate) mod flat;
mod forms;
pub(crate) mod transform;
pub(crate) mod tree;

use super::lines::{File, Line};
use crate::{Place, problem::Trouble, words::normal};
use flat::FlatPattern;
use nom::{
    IResult, Parser,
    bytes::complete::{is_not, tag, take_while, take_while1},
    character::complete::{char, multispace0},
    combinator::{opt, verify},
    multi::many1_count,
    sequence::{delimited, preceded},
};
use std::collections::HashMap;
use transform::Transform;
use tree::TreePattern;

/// What a verb or a pattern stands for: `[042:043]` codes the act, and the same seen from the other side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Code {
    pub active: Option<String>,
    pub passive: Option<String>,
}

impl Code {
    /// Reads `010`, `042:043`, `:173`; codes without letters and figures (`---`, TABARI's `+++` and `###`) stand for nothing.
    pub(crate) fn parse(text: &str) -> Self {
        let some = |code: &str| Some(code.trim().to_string()).filter(|c| c.chars().any(char::is_alphanumeric));
        let (active, passive) = text.split_once(':').unwrap_or((text, ""));
        Self { active: some(active), passive: some(passive) }
    }

    /// Whether it stands for nothing.
    pub(crate) fn is_null(&self) -> bool {
        *self == Self::default()
    }
}

/// A word of a pattern, or a set of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Atom {
    Word(String),
    /// The set's index.
    Set(usize),
}

/// A verb: the words before and after the one that is inflected, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verb {
    pub before: Vec<String>,
    pub after: Vec<String>,
    pub block: usize,
    pub code: Code,
    pub place: Place,
}

/// Verbs that share patterns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Block<P> {
    pub patterns: Vec<P>,
}

/// All verbs of one syntax.
#[derive(Debug, Clone)]
pub(crate) struct Verbs<P> {
    /// By the written form of the word that is inflected.
    pub forms: HashMap<String, Vec<Verb>>,
    pub blocks: Vec<Block<P>>,
    /// The members of each set: lists of words.
    pub sets: Vec<Vec<Vec<String>>>,
    names: HashMap<String, usize>,
    pub transforms: Vec<Transform>,
}

impl<P> Default for Verbs<P> {
    fn default() -> Self {
        Self { forms: HashMap::new(), blocks: Vec::new(), sets: Vec::new(), names: HashMap::new(), transforms: Vec::new() }
    }
}

/// A pattern of either syntax.
pub(crate) trait Pattern: Sized {
    /// Reads what stands before the code. An error names the trouble and where it begins.
    fn read<'a>(text: &'a str, sets: &HashMap<String, usize>) -> Result<Self, (&'a str, Trouble)>;
    /// Completes it with what it stands for.
    fn with(self, code: Code, place: Place) -> Self;
    /// Whether both ask for the same.
    fn same(&self, other: &Self) -> bool;
    /// How many words it asks for: those that ask for more are tried first.
    fn weight(&self) -> usize;
}

/// `--- SAY [010] ---`: the code between, if any.
fn header(input: &str) -> IResult<&str, Option<&str>> {
    let title = take_while(|c| c != '[');
    let code = delimited(char('['), take_while1(|c| c != ']'), char(']'));
    (tag("---"), title, opt(code)).parse(input).map(|(rest, (_, _, code))| (rest, code))
}

/// `&CARGO_`: the name of a set, and whether it takes no plurals.
fn set_name(input: &str) -> IResult<&str, (&str, bool)> {
    let name = take_while1(|c: char| !c.is_whitespace() && !matches!(c, '(' | ')' | '{' | '}' | '*'));
    preceded(char('&'), name).parse(input).map(|(rest, name): (_, &str)| (rest, (name.trim_end_matches('_'), name.ends_with('_'))))
}

/// `- pattern [code]`: the pattern and the code.
fn pattern(input: &str) -> IResult<&str, (&str, &str)> {
    let code = delimited(char('['), take_while(|c| c != ']'), char(']'));
    (preceded((many1_count(char('-')), multispace0), is_not("[")), code).parse(input)
}

/// A verb's line: the verb, forms in braces, a code in brackets.
struct VerbLine<'a> {
    verb: &'a str,
    forms: Option<&'a str>,
    code: Option<&'a str>,
}

fn verb_line(input: &str) -> IResult<&str, VerbLine<'_>> {
    let verb = verify(is_not("{["), |v: &str| !v.trim().is_empty());
    let forms = delimited((multispace0, char('{')), take_while(|c| c != '}'), (char('}'), multispace0));
    let code = delimited((multispace0, char('[')), take_while(|c| c != ']'), (char(']'), multispace0));
    // TABARI may write a second bracket; the first is the verb's.
    let more = opt(delimited((multispace0, char('[')), take_while(|c| c != ']'), (char(']'), multispace0)));
    (verb, opt(forms), opt(code), more)
        .parse(input)
        .map(|(rest, (verb, forms, code, _))| (rest, VerbLine { verb: verb.trim(), forms, code }))
}

/// What the reader is in the middle of.
enum Open {
    Nothing,
    /// A set, whose members may get plurals.
    Set {
        index: usize,
        plurals: bool,
    },
    Block {
        index: usize,
        code: Code,
        patterns: bool,
    },
}

/// Reads a file of verbs.
pub(crate) fn verbs<P: Pattern>(file: &mut File<'_>, number: u32, lines: &[Line<'_>], into: &mut Verbs<P>) {
    let headed = lines.iter().any(|l| l.text.starts_with("---"));
    let first = into.blocks.len();
    let mut open = Open::Nothing;
    for line in lines {
        let text = line.text.trim();
        let place = Place { file: number, line: line.number };
        if text.starts_with("---") {
            let code = header(text).ok().and_then(|(_, code)| code).map(Code::parse).unwrap_or_default();
            into.blocks.push(Block { patterns: Vec::new() });
            open = Open::Block { index: into.blocks.len() - 1, code, patterns: false };
        } else if let Ok((_, (name, bare))) = set_name(text) {
            let next = into.sets.len();
            let index = *into.names.entry(name.to_uppercase()).or_insert(next);
            if index == next {
                into.sets.push(Vec::new());
            }
            open = Open::Set { index, plurals: !bare };
        } else if let (Open::Set { index, plurals }, Some(member)) = (&open, text.strip_prefix('+')) {
            member_of(file, *line, member, *index, *plurals, into);
        } else if text.starts_with('-') {
            let Open::Block { index, patterns, .. } = &mut open else {
                file.trouble(*line, text, Trouble::NoBlock, "a pattern outside a block");
                continue;
            };
            *patterns = true;
            match pattern(text) {
                Err(_) => file.trouble(*line, text, Trouble::NoCode, "a pattern without a code"),
                Ok((_, (_, code))) if code.contains(char::is_whitespace) => {
                    file.trouble(*line, text, Trouble::BadCode, format!("`{code}` is no code"));
                }
                Ok((_, (body, code))) => match P::read(body, &into.names) {
                    Ok(pattern) => into.blocks[*index].patterns.push(pattern.with(Code::parse(code), place)),
                    Err((rest, trouble)) => file.trouble(*line, rest, trouble, "a pattern that cannot be read"),
                },
            }
        } else if text.starts_with('~') {
            match transform::transform(text) {
                Ok(read) => match transform::resolve(&read, place, &into.forms) {
                    Ok(transform) => into.transforms.push(transform),
                    Err(verb) => file.trouble(*line, text, Trouble::Transform, format!("`{verb}` is no verb of this dictionary")),
                },
                Err(_) => file.trouble(*line, text, Trouble::Transform, "a transformation that cannot be read"),
            }
        } else {
            // TABARI has no headers: there a verb after patterns begins anew.
            if !headed && !matches!(&open, Open::Block { patterns: false, .. }) {
                into.blocks.push(Block { patterns: Vec::new() });
                open = Open::Block { index: into.blocks.len() - 1, code: Code::default(), patterns: false };
            }
            let Open::Block { index, code, .. } = &open else {
                file.trouble(*line, text, Trouble::NoBlock, "a verb outside a block");
                continue;
            };
            let Ok((rest, read)) = verb_line(text) else {
                file.trouble(*line, text, Trouble::Entry, "a verb's line that cannot be read");
                continue;
            };
            if !rest.trim().is_empty() {
                let trouble = if rest.trim_start().starts_with('{') { Trouble::Brace } else { Trouble::Bracket };
                file.trouble(*line, rest, trouble, "this part of the line is not read");
            }
            let code = read.code.map_or_else(|| code.clone(), Code::parse);
            match forms::forms(read.verb, read.forms) {
                Some(forms) => {
                    for (word, before, after) in forms {
                        let verb = Verb { before, after, block: *index, code: code.clone(), place };
                        into.forms.entry(word).or_default().push(verb);
                    }
                }
                None => file.trouble(*line, text, Trouble::Compound, format!("`{}`: which word is the verb?", read.verb)),
            }
        }
    }
    for block in &mut into.blocks[first..] {
        // Of two that are the same the later one counts, as in PETRARCH; of two that ask for as much the one above.
        for at in (0..block.patterns.len()).rev() {
            if block.patterns[at + 1..].iter().any(|later| later.same(&block.patterns[at])) {
                block.patterns.remove(at);
            }
        }
        block.patterns.sort_by_key(|p| std::cmp::Reverse(p.weight()));
    }
    into.forms.values_mut().for_each(|verbs| verbs.sort_by_key(|v| std::cmp::Reverse(v.before.len() + v.after.len())));
}

/// Adds a member to a set, with its plural; a member may be a set that stands above.
fn member_of<P>(file: &mut File<'_>, line: Line<'_>, member: &str, index: usize, plurals: bool, into: &mut Verbs<P>) {
    if let Ok((_, (name, _))) = set_name(member) {
        match into.names.get(&name.to_uppercase()) {
            Some(inner) if *inner != index => {
                let members = into.sets[*inner].clone();
                into.sets[index].extend(members);
            }
            _ => file.trouble(line, member, Trouble::Synset, format!("`&{name}` is not defined above")),
        }
        return;
    }
    let words: Vec<String> = member.split(|c: char| c == '_' || c.is_whitespace()).filter_map(normal).collect();
    let Some(last) = words.last() else {
        file.trouble(line, member, Trouble::Empty, "a member without words");
        return;
    };
    let plural = (plurals && !member.trim_end().ends_with('_')).then(|| super::agent::plural(last));
    if let Some(plural) = plural {
        let mut words = words.clone();
        if let Some(last) = words.last_mut() {
            *last = plural;
        }
        into.sets[index].push(words);
    }
    into.sets[index].push(words);
}

/// A word of a pattern: a set's name or the word itself.
pub(crate) fn atom(text: &str, sets: &HashMap<String, usize>) -> Result<Option<Atom>, Trouble> {
    match text.strip_prefix('&') {
        Some(name) => sets.get(&name.trim_end_matches('_').to_uppercase()).map(|set| Some(Atom::Set(*set))).ok_or(Trouble::Synset),
        None => Ok(normal(text).map(Atom::Word)),
    }
}

pub(crate) type FlatVerbs = Verbs<FlatPattern>;
pub(crate) type TreeVerbs = Verbs<TreePattern>;
