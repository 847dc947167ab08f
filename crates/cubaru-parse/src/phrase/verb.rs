//! Verb groups: a verb of the lists with its auxiliaries, told from nouns of the same form by what stands around.

pub(crate) use crate::verb_group::{Form, VerbGroup};
use crate::{
    input::Sheet,
    language::{Class, Tense},
    parsed::TokenKind,
};

const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m"];
const HAVE: &[&str] = &["has", "have", "had", "having", "'ve", "'d", "'s"];
const DO: &[&str] = &["do", "does", "did"];
const MODAL: &[&str] =
    &["will", "would", "can", "could", "may", "might", "must", "should", "shall", "'ll", "'d", "wo", "ca", "cannot", "sha"];
const NOT: &[&str] = &["not", "n't", "never", "n’t", "hardly", "neither", "nor"];
const ADVERB: &[&str] = &[
    "also",
    "already",
    "always",
    "again",
    "almost",
    "ever",
    "even",
    "first",
    "further",
    "just",
    "largely",
    "later",
    "long",
    "now",
    "often",
    "only",
    "reportedly",
    "since",
    "so",
    "soon",
    "still",
    "then",
    "thus",
    "together",
    "too",
    "yet",
    "allegedly",
    "once",
];
const SUBJECT: &[&str] = &["i", "he", "she", "it", "we", "you", "they", "who", "which", "that"];
const DETERMINER: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "no", "any", "some", "each",
    "every", "'s", "another", "such", "both", "all", "several", "many", "more", "further", "new", "of", "two", "three", "four", "five",
    "first", "recent",
];

/// Whether the form of a token is a verb's past or present, by the lists alone.
pub(crate) fn finite(sheet: &Sheet<'_>, at: usize) -> bool {
    let Some(token) = sheet.tokens.get(at) else { return false };
    token.kind == TokenKind::Word
        && !token.capital()
        && tenses(sheet, at).iter().any(|(_, t)| matches!(t, Tense::Past))
        && !sheet.is_any(at.wrapping_sub(1), DETERMINER)
}

/// Whether the token acts as a verb where it stands.
pub(crate) fn acts(sheet: &Sheet<'_>, at: usize) -> bool {
    group(sheet, at).is_some()
}

fn tenses(sheet: &Sheet<'_>, at: usize) -> Vec<(String, Tense)> {
    sheet.language.inflection().lemmas(&sheet.token(at).read().to_lowercase())
}

/// The verb group whose verb is the token, or none where the token is no verb of the lists, or a noun or adjective here.
pub(crate) fn group<'s>(sheet: &'s Sheet<'_>, head: usize) -> Option<&'s VerbGroup> {
    sheet.verbs.get(head)?.get_or_init(|| read(sheet, head)).as_ref()
}

/// Reads the verb group at a token, from what stands around.
fn read(sheet: &Sheet<'_>, head: usize) -> Option<VerbGroup> {
    let token = sheet.tokens.get(head)?;
    if token.kind != TokenKind::Word || token.clitic {
        return None;
    }
    let readings = tenses(sheet, head);
    if readings.is_empty() {
        return None;
    }
    let floor = sheet.sentence_of(head).map_or(0, |s| s.first_token as usize);
    let title = token.capital() && head > floor && !sheet.begins(head);
    let headline = sheet.sentence_of(head).is_some_and(|s| s.part == crate::parsed::PartKind::Headline);
    if title && !headline {
        return None;
    }
    let mut group = VerbGroup {
        first: head,
        head,
        lemma: String::new(),
        form: Form::Finite,
        passive: false,
        negated: None,
        modal: None,
        governor: None,
        perfect: false,
    };
    // Back over adverbs and auxiliaries.
    let (mut be, mut have, mut do_, mut to) = (false, false, false, false);
    let mut at = head;
    while at > floor {
        let i = at - 1;
        if sheet.is_any(i, NOT) {
            group.negated = Some(i);
        } else if sheet.is_any(i, BE)
            && !(sheet.token(i).text.ends_with('s')
                && sheet.token(i).clitic
                && readings.iter().all(|(_, t)| !matches!(t, Tense::Participle | Tense::Gerund)))
        {
            // "Cuba's visiting minister": a possessive is no "is".
            if sheet.token(i).clitic && i > 0 && sheet.token(i - 1).capital() {
                break;
            }
            be = true;
        } else if sheet.is_any(i, HAVE) && !sheet.token(i).clitic || sheet.is(i, "'ve") {
            have = true;
        } else if sheet.is_any(i, DO) {
            do_ = true;
        } else if sheet.is_any(i, MODAL) {
            group.modal = Some(i);
        } else if sheet.is(i, "to") && at == head && group.negated.is_none() || sheet.is(i, "to") && (be || have) && !to {
            to = true;
            group.first = i;
            break;
        } else if is_adverb(sheet, i) && i > floor {
            // taken only where an auxiliary or the subject stands before it
            at = i;
            continue;
        } else {
            break;
        }
        at = i;
        group.first = i;
    }
    let before = group.first.checked_sub(1).filter(|b| *b >= floor);
    let determined =
        before.is_some_and(|b| sheet.is_any(b, DETERMINER)) && group.first == head && !sheet.is_any(head.wrapping_sub(1), &["that"]);
    if determined {
        return None;
    }
    let find = |wanted: &[Tense]| readings.iter().find(|(_, t)| wanted.contains(t)).cloned();
    let next = sheet.tokens.get(head + 1).filter(|t| t.start >= token.end);
    if to {
        let (lemma, _) = if be {
            find(&[Tense::Participle, Tense::Base])?
        } else if have {
            find(&[Tense::Participle])?
        } else {
            find(&[Tense::Base])?
        };
        group.passive = be;
        group.form = Form::Infinitive;
        group.lemma = lemma;
        group.governor = governor(sheet, group.first, floor);
        return Some(group);
    }
    if group.modal.is_some() || do_ {
        let wanted: &[Tense] = if be {
            &[Tense::Participle, Tense::Gerund]
        } else if have {
            &[Tense::Participle]
        } else {
            &[Tense::Base]
        };
        let (lemma, tense) = find(wanted)?;
        group.passive = be && tense == Tense::Participle;
        group.perfect = have;
        group.lemma = lemma;
        return Some(group);
    }
    if be {
        let (lemma, tense) = find(&[Tense::Participle]).or_else(|| find(&[Tense::Gerund]))?;
        group.passive = tense == Tense::Participle;
        group.perfect = have;
        group.lemma = lemma;
        return Some(group);
    }
    if have {
        let (lemma, _) = find(&[Tense::Participle])?;
        group.perfect = true;
        group.lemma = lemma;
        return Some(group);
    }
    // Without auxiliaries.
    if let Some((lemma, _)) = find(&[Tense::Past]) {
        let by = next.is_some_and(|t| t.read() == "by") && find(&[Tense::Participle]).is_some();
        let adjective = group.first == head
            && next.is_some_and(|t| {
                t.kind == TokenKind::Word
                    && !t.capital()
                    && !sheet.common(head + 1, Some("function"))
                    && sheet.longest(head + 1, Class::Agent).is_some()
            })
            && before.is_none_or(|b| !sheet.token(b).capital())
            && !sheet.longest_end(head)
            && !before.is_some_and(|b| sheet.is_any(b, SUBJECT));
        if adjective {
            return None;
        }
        group.lemma = lemma;
        if by {
            group.form = Form::Participle;
            group.passive = true;
        }
        return Some(group);
    }
    if let Some((lemma, _)) = find(&[Tense::Participle]) {
        group.form = Form::Participle;
        group.passive = true;
        group.lemma = lemma;
        return Some(group);
    }
    if let Some((lemma, _)) = find(&[Tense::Gerund]) {
        let comma = before.is_none_or(|b| matches!(sheet.token(b).text.as_str(), "," | "—" | "–"));
        let preposition = before.is_some_and(|b| {
            sheet.is_any(b, &["by", "of", "after", "before", "while", "when", "without", "for", "from", "against", "about", "in"])
        });
        if !(comma || preposition || before.is_some_and(|b| sheet.token(b).capital() || sheet.longest_end(b + 1))) {
            return None;
        }
        group.form = Form::Participle;
        group.lemma = lemma;
        return Some(group);
    }
    if let Some((lemma, _)) = find(&[Tense::Present]) {
        // A verb in -s needs a subject just before it and something like an object after it.
        let b = before?;
        let subject = sheet.token(b).capital()
            || sheet.is_any(b, &["he", "she", "it", "who", "which", "that"])
            || sheet.longest_end(b + 1)
            || is_adverb(sheet, b)
            || sheet.is(b, "and") && sheet.is_any(head + 1, &["the", "a", "to", "its", "his", "that"]);
        let object = next.is_none_or(|t| {
            !matches!(
                t.read(),
                "." | ","
                    | ";"
                    | "and"
                    | "or"
                    | "were"
                    | "was"
                    | "are"
                    | "is"
                    | "have"
                    | "has"
                    | "had"
                    | "of"
                    | "between"
                    | "will"
                    | "by"
                    | "'"
            )
        });
        if !(subject && (object || matches!(lemma.as_str(), "say" | "add" | "warn" | "tell"))) || sheet.token(b).clitic {
            return None;
        }
        group.lemma = lemma;
        return Some(group);
    }
    let (lemma, _) = find(&[Tense::Base])?;
    // A bare form: only after a plural or pronoun subject, with a word after it that a noun would not have.
    let b = before?;
    let plural = sheet.is_any(b, &["they", "we", "i", "you", "who", "officials", "sources", "analysts", "critics", "experts", "diplomats"])
        || sheet.token(b).read().ends_with('s') && sheet.longest_end(b + 1) && !sheet.token(b).clitic;
    let object = next.is_some_and(|t| {
        matches!(
            t.read(),
            "the" | "a" | "an" | "that" | "to" | "with" | "for" | "on" | "it" | "him" | "her" | "them" | "their" | "its" | "his"
        ) || t.capital()
    });
    if plural && object && !sheet.token(head).capital() {
        group.lemma = lemma;
        return Some(group);
    }
    None
}

impl Sheet<'_> {
    /// Whether a listed agent, name or post ends just before a token.
    pub(crate) fn longest_end(&self, token: usize) -> bool {
        let from = token.saturating_sub(4);
        (from..token).any(|i| {
            [Class::Agent, Class::Country, Class::Place, Class::Body, Class::Seat, Class::Post, Class::People]
                .iter()
                .any(|c| self.entries(i, *c).any(|(last, _)| last == token))
        })
    }
}

/// Whether the token is an adverb that may stand within a verb group.
pub(crate) fn is_adverb(sheet: &Sheet<'_>, at: usize) -> bool {
    let word = sheet.token(at).read();
    (word.ends_with("ly")
        && word.len() > 4
        && !word.starts_with(char::is_uppercase)
        && !matches!(word, "only" | "family" | "ally" | "assembly" | "supply" | "italy" | "july" | "reply"))
        || sheet.is_any(at, ADVERB)
}

/// The verb that governs an infinitive whose "to" stands at `to`: the nearest verb of the lists before it, over an object.
fn governor(sheet: &Sheet<'_>, to: usize, floor: usize) -> Option<usize> {
    const REACH: usize = 8;
    let mut at = to;
    while at > floor && to - at < REACH {
        at -= 1;
        let token = sheet.token(at);
        if matches!(token.text.as_str(), "," | ";" | ":" | "—" | "–" | "." | "“" | "”" | "\"") && to - at > 1 {
            return None;
        }
        if token.kind == TokenKind::Word
            && !token.capital()
            && !tenses(sheet, at).is_empty()
            && !sheet.is_any(at, BE)
            && !sheet.is_any(at, HAVE)
        {
            return Some(at);
        }
        if sheet.is_any(
            at,
            &[
                "set",
                "due",
                "expected",
                "likely",
                "unlikely",
                "ready",
                "about",
                "able",
                "unable",
                "scheduled",
                "willing",
                "prepared",
                "plan",
                "plans",
                "decision",
                "offer",
                "threat",
                "pledge",
                "promise",
                "proposal",
                "intention",
                "refusal",
            ],
        ) {
            return Some(at);
        }
    }
    None
}
