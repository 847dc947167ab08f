//! Agents: words for who acts without a name, `POLICE {} [~COP]`. The tilde says on which side of the actor's code theirs stands.

use super::{
    lines::{File, Line},
    phrase::{Phrases, Step, braces, bracket, phrase},
};
use crate::{Place, problem::Trouble};
use nom::{
    IResult, Parser,
    bytes::complete::{is_not, tag, take_until},
    character::complete::{char, multispace0},
    multi::separated_list1,
    sequence::{delimited, preceded},
};
use std::collections::HashMap;

/// What an agent adds to an actor's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Agent {
    /// Without the tilde.
    pub code: String,
    /// `[NGO~]`: before the actor's code, not after it.
    pub before: bool,
    pub place: Place,
}

/// `!PERSON!`
fn marker(input: &str) -> IResult<&str, &str> {
    delimited(char('!'), take_until("!"), char('!')).parse(input)
}

/// `!PERSON! = MAN, MEN, WOMAN`
fn definition(input: &str) -> IResult<&str, (&str, Vec<&str>)> {
    let forms = separated_list1(char(','), is_not(","));
    (delimited(multispace0, marker, multispace0), preceded(tag("="), forms)).parse(input)
}

/// The regular plural, as PETRARCH makes it.
pub(crate) fn plural(word: &str) -> String {
    match word.strip_suffix('Y') {
        Some(stem) => format!("{stem}IES"),
        None if word.ends_with('S') => format!("{word}ES"),
        None => format!("{word}S"),
    }
}

/// The words with every marker replaced by each of its forms.
fn expand(text: &str, markers: &HashMap<String, Vec<String>>) -> Result<Vec<String>, String> {
    let mut open = vec![text.to_string()];
    // A marker may stand twice in one phrase; no dictionary has more.
    for _ in 0..4 {
        let mut next = Vec::new();
        for text in &open {
            let Some(at) = text.find('!') else {
                next.push(text.clone());
                continue;
            };
            let (rest, name) = marker(&text[at..]).map_err(|_| text[at..].to_string())?;
            let forms = markers.get(name).ok_or_else(|| format!("!{name}!"))?;
            next.extend(forms.iter().map(|form| format!("{}{form}{rest}", &text[..at])));
        }
        open = next;
    }
    Ok(open)
}

/// Reads a file of agents.
pub(crate) fn agents(file: &mut File<'_>, number: u32, lines: &[Line<'_>], into: &mut Phrases<Agent>) {
    let mut markers: HashMap<String, Vec<String>> = HashMap::new();
    for line in lines {
        if let Ok((_, (name, forms))) = definition(line.text) {
            markers.insert(name.into(), forms.iter().map(|f| f.trim().to_string()).filter(|f| !f.is_empty()).collect());
            continue;
        }
        let text = line.text.trim_start();
        let Some(words) = text.find(['{', '[']).map(|at| &text[..at]) else {
            file.trouble(*line, text, Trouble::NoCode, "an agent without a code");
            continue;
        };
        let Ok((rest, other)) = braces(&text[words.len()..]) else { continue };
        let Ok((_, code)) = bracket(rest) else {
            let trouble = if rest.trim_start().starts_with('{') { Trouble::Brace } else { Trouble::Bracket };
            file.trouble(*line, rest, trouble, "an agent without a code in brackets");
            continue;
        };
        let code = code.trim();
        let (bare, before) = match (code.strip_prefix('~'), code.strip_suffix('~')) {
            (Some(bare), _) => (bare, false),
            (None, Some(bare)) => (bare, true),
            (None, None) => (code, false),
        };
        if bare.is_empty() || bare.contains(char::is_whitespace) || bare.contains('~') {
            file.trouble(*line, rest, Trouble::BadCode, format!("`{code}` is no agent's code"));
            continue;
        }
        let forms = match expand(words, &markers) {
            Ok(forms) => forms,
            Err(name) => {
                file.trouble(*line, text, Trouble::Macro, format!("`{name}` is not defined"));
                continue;
            }
        };
        let marked = words.contains('!');
        let agent = Agent { code: bare.into(), before, place: Place { file: number, line: line.number } };
        let mut named = false;
        let mut add = |steps: &[Step]| {
            if let Some(entry) = into.entry(steps) {
                named = true;
                entry.get_or_insert_with(|| agent.clone());
            }
        };
        for form in &forms {
            let Ok((_, steps)) = phrase(form) else { continue };
            add(&steps);
            if !marked && other.is_none() {
                let mut plurals = steps;
                if let Some(last) = plurals.last_mut() {
                    last.word = plural(&last.word);
                }
                add(&plurals);
            }
        }
        if let Some(Ok((_, steps))) = other.map(phrase) {
            add(&steps);
        }
        if !named {
            file.trouble(*line, text, Trouble::Empty, "an agent without words");
        }
    }
}
