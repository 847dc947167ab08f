//! Who stands before and after a verb: subjects and objects without a tree, from nouns, marks and small words.

use super::{Scene, clause};
use crate::{
    parsed::{MentionKind, Participant, TokenKind},
    phrase::{
        Noun, verb,
        verb::{Form, VerbGroup},
    },
};

/// A noun's modifiers reach back over this many words.
const MODIFIERS: usize = 6;
/// A parenthesis between commas is no longer than this.
const PARENTHESIS: usize = 30;

impl Scene<'_> {
    /// The nouns that are the subject of a verb group; several where they are joined by "and".
    pub(super) fn subject(&self, group: &VerbGroup) -> Vec<usize> {
        self.subject_within(group, 4)
    }

    fn subject_within(&self, group: &VerbGroup, depth: usize) -> Vec<usize> {
        if depth == 0 {
            return Vec::new();
        }
        let (floor, _) = self.sentence(group.head);
        if let Some(governor) = group.governor {
            let Some(outer) = self.verb_at(governor) else {
                return self.before(governor, floor);
            };
            // "urged Moscow to withdraw": who was urged acts.
            if matches!(
                outer.lemma.as_str(),
                "urge"
                    | "ask"
                    | "order"
                    | "allow"
                    | "force"
                    | "tell"
                    | "help"
                    | "call"
                    | "press"
                    | "invite"
                    | "permit"
                    | "require"
                    | "encourage"
                    | "advise"
                    | "want"
            ) {
                let object = self.after(outer.head + 1, group.first);
                if !object.is_empty() {
                    return object;
                }
                if outer.passive {
                    return self.subject_within(outer, depth - 1);
                }
            }
            return self.subject_within(outer, depth - 1);
        }
        if group.form == Form::Infinitive {
            return Vec::new();
        }
        let before = group.first.checked_sub(1).filter(|b| *b >= floor);
        let Some(before) = before else { return Vec::new() };
        let joined = self.sheet.is_any(before, &["and", "or", "but", "then"])
            || (group.form == Form::Participle
                && !group.passive
                && self.sheet.is_any(before, &[",", "by", "while", "after", "before", "without"]));
        if joined {
            if let Some(outer) = self.verbs(floor, before).last().filter(|g| g.form != Form::Infinitive || self.sheet.is(before, "and")) {
                return if outer.passive && !group.passive { Vec::new() } else { self.subject_within(outer, depth - 1) };
            }
            // A participle before its main clause: "Accusing Russia of …, Ukraine …" is left unread.
            return Vec::new();
        }
        self.before(group.first, floor)
    }

    /// The verb group whose head is the token.
    pub(super) fn verb_at(&self, head: usize) -> Option<&VerbGroup> {
        let i = self.verbs.partition_point(|g| g.head < head);
        self.verbs.get(i).filter(|g| g.head == head)
    }

    /// The nouns whose phrase ends just before a token.
    pub(super) fn before(&self, token: usize, floor: usize) -> Vec<usize> {
        let sheet = self.sheet;
        let mut at = token;
        loop {
            let from = at;
            while at > floor && verb::is_adverb(sheet, at - 1) {
                at -= 1;
            }
            // "The ministry *on Sunday* condemned", "Mr. Smith *(R-Ohio)* said"
            at = self.over_time(at, floor);
            if at > floor && sheet.is(at - 1, ")") {
                at = (floor..at).rev().take(PARENTHESIS).find(|i| sheet.is(*i, "(")).unwrap_or(at);
            }
            if at == from {
                break;
            }
        }
        if at > floor && sheet.is_any(at - 1, &["who", "which", "that"]) {
            at -= 1;
            if at > floor && sheet.is(at - 1, ",") {
                at -= 1;
            }
            if at > floor && sheet.is_any(at - 1, &["of", "whom"]) {
                return Vec::new();
            }
            // A relative clause says more of the noun it follows, whatever governs that noun.
            return self
                .nouns(floor, at)
                .rev()
                .find(|(_, n)| n.last == at && n.kind != MentionKind::Norp)
                .map(|(i, _)| i)
                .into_iter()
                .collect();
        }
        // ", a spokesman for the region,"
        if at > floor && sheet.is(at - 1, ",") {
            // "the president of the Duma, Vyacheslav Volodin, visited"
            let named = self.nouns(floor, at - 1).rev().find(|(_, n)| n.last == at - 1 && n.kind == MentionKind::Per && n.from < n.first);
            if named.is_some_and(|(_, n)| self.sheet.is(n.first - 1, ",")) {
                return self.ending(at - 1, floor, false);
            }
            let mut left = at - 1;
            while left > floor && at - left < PARENTHESIS {
                left -= 1;
                if sheet.is(left, ",") {
                    let found = self.ending(left, floor, false);
                    if !found.is_empty() {
                        return found;
                    }
                }
            }
            return Vec::new();
        }
        self.ending(at, floor, true)
    }

    /// Where a time expression that ends just before a token begins, with its preposition.
    fn over_time(&self, token: usize, floor: usize) -> usize {
        if token == floor {
            return token;
        }
        let end = self.sheet.token(token - 1).end;
        let i = self.times.partition_point(|t| t.end < end);
        let Some(time) = self.times.get(i).filter(|t| t.end == end) else { return token };
        let first = self.sheet.tokens.partition_point(|t| t.start < time.start);
        let preposition = first > floor && self.sheet.is_any(first - 1, &["on", "in", "late", "early", "at"]);
        if first <= floor { token } else { first - usize::from(preposition) }
    }

    /// The nouns of the phrase that ends just before a token, the head first found; with those joined to it.
    fn ending(&self, token: usize, floor: usize, modifiers: bool) -> Vec<usize> {
        let nouns = &self.phrases.nouns;
        let within = |i: usize| nouns[i].first >= floor;
        // A post with "of …" ends where its body ends.
        let post = self.posts(floor.max(token.saturating_sub(PARENTHESIS)), token).iter().find(|p| p.to == token);
        let head =
            post.and_then(|p| self.nouns(p.first, p.last).find(|(_, n)| n.last == p.last && n.kind == MentionKind::Nom)).map(|(i, _)| i);
        let plain = || self.nouns(floor, token).rev().find(|(_, n)| n.last == token && n.kind != MentionKind::Norp).map(|(i, _)| i);
        let people = || {
            self.nouns(floor, token)
                .rev()
                .find(|(_, n)| n.last == token && n.kind == MentionKind::Norp && n.sort != "adjective")
                .map(|(i, _)| i)
        };
        let Some(mut head) = head.or_else(plain).or_else(people).filter(|i| within(*i)) else {
            return if modifiers { self.modifier(token, floor) } else { Vec::new() };
        };
        // "officials from Cuba", "the leaders of Mali": the noun before the preposition is the head.
        let from = nouns[head].from;
        if from > floor + 1 && self.sheet.is_any(from - 1, &["of", "from", "for"]) {
            if let Some((outer, n)) = self.nouns(floor, from - 1).rev().find(|(_, n)| n.last == from - 1 && n.kind != MentionKind::Norp) {
                if n.kind == MentionKind::Nom || n.kind == MentionKind::Org {
                    head = outer;
                }
            } else if !matches!(nouns[head].kind, MentionKind::Loc) {
                // "a group of soldiers" acts as soldiers do.
            } else if !self.modifier(from - 1, floor).is_empty() {
                return self.modifier(from - 1, floor);
            }
        } else if from > floor + 1 && self.sheet.is_any(from - 1, &["in", "at", "on", "to", "with", "against", "near", "by", "into"]) {
            let outer = self
                .nouns(floor, from - 1)
                .rev()
                .find(|(_, n)| n.last == from - 1 && matches!(n.kind, MentionKind::Nom | MentionKind::Org));
            match outer {
                Some((outer, _)) => head = outer,
                None => return self.modifier(from - 1, floor),
            }
        }
        let mut all = vec![head];
        let mut first = nouns[head].from;
        while first > floor + 1 && all.len() < 12 {
            let joint = self.sheet.is_any(first - 1, &["and", ",", "&"]);
            let gap = if joint && first > floor + 2 && self.sheet.is(first - 2, ",") { first - 2 } else { first - 1 };
            let joined =
                self.nouns(floor, gap).rev().find(|(_, n)| n.last == gap && n.kind != MentionKind::Norp && n.kind != MentionKind::Pron);
            let Some((i, n)) = joined.filter(|_| joint) else { break };
            if self.sheet.is(first - 1, ",") && all.len() == 1 {
                break; // a comma joins only in a list that ends in "and"
            }
            all.push(i);
            first = n.from;
        }
        all.reverse();
        all
    }

    /// Who stands behind a noun that no list holds: its nationality ("*Russian* missiles"), its owner ("*Ukraine's* air defence"), the
    /// body before it ("*NATO* allies"), or those it is joined to ("*the EU, Japan* and other countries").
    fn modifier(&self, token: usize, floor: usize) -> Vec<usize> {
        let sheet = self.sheet;
        let mut at = token;
        while at > floor && token - at < MODIFIERS {
            let i = at - 1;
            if let Some((k, n)) = self.nouns(floor, at).rev().find(|(_, n)| n.last == at) {
                let owner = n.kind == MentionKind::Norp
                    || sheet.is_any(at, &["'s", "’s", "'", "’"])
                    || sheet.tokens.get(at).is_some_and(|t| t.hyphen());
                let compound =
                    matches!(n.kind, MentionKind::Org | MentionKind::Nom | MentionKind::Loc) && n.sort != "pl" && n.sort != "city";
                return if (owner || compound) && at < token { vec![k] } else { Vec::new() };
            }
            if at < token && sheet.is(i, "and") {
                return self.ending(i, floor, false);
            }
            let t = sheet.token(i);
            let plain = t.kind == TokenKind::Word && !sheet.common(i, Some("function")) && !verb::acts(sheet, i)
                || t.clitic
                || t.hyphen()
                || t.kind == TokenKind::Number
                || at < token && sheet.is(i, "other");
            if !plain {
                return Vec::new();
            }
            at = i;
        }
        Vec::new()
    }

    /// The nouns of the phrase that begins at a token or a few words after it, with those joined to it.
    pub(super) fn after(&self, token: usize, limit: usize) -> Vec<usize> {
        let sheet = self.sheet;
        let mut at = token;
        let mut owner: Option<usize> = None;
        while at < limit && at < token + 2 * MODIFIERS {
            let here = self.nouns(at, limit).find(|(_, n)| n.first == at);
            if let Some((i, n)) = here {
                let owns = n.kind == MentionKind::Norp && n.sort == "adjective"
                    || sheet.is_any(n.last, &["'s", "’s", "'", "’"]) && sheet.token(n.last).clitic;
                if owns {
                    owner = Some(i);
                    at = n.last
                        + usize::from(!(n.kind == MentionKind::Norp && n.sort == "adjective") || sheet.is_any(n.last, &["'s", "’s"]));
                    continue;
                }
                if n.kind == MentionKind::Pron && is_possessive(sheet.token(n.first).read()) {
                    owner = Some(i);
                    at = n.last;
                    continue;
                }
                return self.with_joined(i, limit);
            }
            let t = sheet.token(at);
            let plain =
                matches!(t.kind, TokenKind::Word | TokenKind::Number) && !sheet.common(at, Some("function")) && !verb::acts(sheet, at)
                    || sheet.is_any(
                        at,
                        &[
                            "the", "a", "an", "its", "his", "her", "their", "two", "three", "four", "five", "several", "some", "all",
                            "both", "more", "most", "other",
                        ],
                    )
                    || t.hyphen();
            if !plain {
                break;
            }
            at += 1;
        }
        // No listed noun: the owner or nationality that stood before the words speaks for them.
        owner.into_iter().collect()
    }

    fn with_joined(&self, head: usize, limit: usize) -> Vec<usize> {
        let mut all = vec![head];
        let mut last = self.end(head);
        while last + 1 < limit && all.len() < 12 {
            let joint = self.sheet.is_any(last, &["and", ",", "&"]);
            let at = if self.sheet.is(last, ",") && self.sheet.is(last + 1, "and") { last + 2 } else { last + 1 };
            let begins = |n: &&(usize, &Noun)| n.1.from == at && n.1.kind != MentionKind::Pron;
            let Some((next, _)) = self.nouns(at, limit).take(8).filter(|n| begins(&n)).max_by_key(|(i, n)| (n.last, *i)).filter(|_| joint)
            else {
                break;
            };
            if self.sheet.is(last, ",") && !self.list_goes_on(next, limit) || self.verb_follows(next, limit) {
                break;
            }
            // "Cuban and Russian officials"
            all.push(next);
            last = self.end(next);
        }
        all
    }

    /// Where a noun's phrase ends, with "of …" behind a post.
    pub(super) fn end(&self, noun: usize) -> usize {
        let n = &self.phrases.nouns[noun];
        self.posts(n.first, n.first + 1).iter().find(|p| p.last == n.last).map_or(n.to, |p| p.to)
    }

    fn list_goes_on(&self, noun: usize, limit: usize) -> bool {
        let mut at = self.end(noun);
        let from = at;
        while at < limit && at < from + 12 {
            if self.sheet.is(at, "and") {
                return true;
            }
            if clause::ends(self, at) || self.verb_at(at).is_some() {
                return false;
            }
            at += 1;
        }
        false
    }

    fn verb_follows(&self, noun: usize, limit: usize) -> bool {
        let end = self.end(noun);
        self.verbs(end, limit.min(end + 5)).iter().any(|g| g.first == end && g.form == Form::Finite)
    }

    /// A noun as a participant.
    pub(super) fn participant(&self, noun: usize) -> Participant {
        let n: &Noun = &self.phrases.nouns[noun];
        let mention = &self.mentions[noun];
        let span = self.sheet.span(n.first, n.last);
        let own = mention.code.clone();
        // A country or capital that takes part acts as its government.
        let code = match (n.kind, &n.country) {
            (MentionKind::Loc, Some(country)) if n.why.rule == "name-country" => {
                Some(own.filter(|c| c.len() > 3).unwrap_or_else(|| format!("{country}GOV")))
            }
            (MentionKind::Loc, Some(country)) if n.sort == "capital" => Some(format!("{country}GOV")),
            _ => own,
        };
        Participant { start: span.start, end: span.end, text: span.of(self.sheet.text).into(), entity: mention.entity, code }
    }
}

fn is_possessive(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "his" | "her" | "its" | "their" | "our" | "my")
}
