//! Issues: phrases that are counted, `n:strike at a school [EDUCATION]`. `n:` adds the plural, `v:` the verb's forms, `+` a hyphen.

use super::{
    agent::plural,
    lines::{File, Line},
    phrase::{Phrases, bracket, phrase},
};
use crate::problem::Trouble;

/// What a phrase stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Issue {
    Code(String),
    /// `~`: the sentence has no issue.
    NotHere,
    /// `~~`: the text has none.
    Nowhere,
}

/// The forms that a word with its prefix stands for.
fn forms(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    let upper = |from: usize| word[from..].to_uppercase();
    if lower.starts_with("n:") {
        let noun = upper(2);
        return vec![plural(&noun), noun];
    }
    if lower.starts_with("v:") {
        let verb = upper(2);
        let stem = verb.strip_suffix('E').unwrap_or(&verb).to_string();
        return vec![format!("{verb}S"), format!("{stem}ED"), format!("{stem}ING"), verb];
    }
    vec![upper(0)]
}

/// Reads a file of issues.
pub(crate) fn issues(file: &mut File<'_>, lines: &[Line<'_>], into: &mut Phrases<Issue>) {
    for line in lines.iter().filter(|l| !l.text.trim_start().starts_with('<')) {
        let text = line.text.trim();
        let (words, issue) = if let Some(words) = text.strip_prefix("~~") {
            (words, Issue::Nowhere)
        } else if let Some(words) = text.strip_prefix('~') {
            (words, Issue::NotHere)
        } else {
            let at = text.find('[').unwrap_or(text.len());
            match bracket(&text[at..]) {
                Ok((_, code)) if !code.trim().is_empty() => (&text[..at], Issue::Code(code.trim().into())),
                _ => {
                    file.trouble(*line, &text[at..], Trouble::NoCode, "an issue without a code");
                    continue;
                }
            }
        };
        // Every word with a prefix multiplies the phrases; three such words are enough for any entry.
        let mut phrases = vec![String::new()];
        for word in words.replace('+', "_").split_whitespace() {
            let forms = if phrases.len() > 64 { vec![word.to_uppercase()] } else { forms(word) };
            phrases = phrases.iter().flat_map(|p| forms.iter().map(move |f| format!("{p}_{f}"))).collect();
        }
        let mut named = false;
        for text in &phrases {
            if let Some(entry) = phrase(text).ok().and_then(|(_, steps)| into.entry(&steps)) {
                named = true;
                entry.get_or_insert_with(|| issue.clone());
            }
        }
        if !named {
            file.trouble(*line, text, Trouble::Empty, "an issue without words");
        }
    }
}
