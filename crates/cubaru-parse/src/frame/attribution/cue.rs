//! Cues: a verb or adjective with what the list says of it, and how far its words reach.

use super::super::Scene;
use crate::{
    label::{Relation, Upos, Xpos},
    language::{Cue as Row, Frame},
    phrase::{verb, verb::VerbGroup},
};

/// A cue's own tokens, and the lines of the list that fit it; none for a verb that no list holds.
pub(super) struct Cue<'a> {
    pub first: usize,
    pub last: usize,
    rows: Vec<&'a Row>,
}

impl<'a> Cue<'a> {
    /// The line of the list for what stands with the cue.
    pub(super) fn row(&self, frame: Frame) -> Option<&'a Row> {
        self.rows.iter().find(|r| r.frame == frame).copied()
    }

    pub(super) fn has(&self, frame: Frame) -> bool {
        self.row(frame).is_some()
    }

    pub(super) fn listed(&self) -> bool {
        !self.rows.is_empty()
    }

    /// Whether a clause or quotation can be what it brings in.
    pub(super) fn spoken(&self) -> bool {
        [Frame::Clause, Frame::Addressee, Frame::Object, Frame::ToClause].into_iter().any(|f| self.has(f))
    }

    /// What kind of cue it is, by its first line.
    pub(super) fn kind(&self) -> &'a str {
        self.rows.first().map_or("", |r| &r.kind)
    }

    /// The entry of one of these frames, the first that is there; else any.
    pub(super) fn entry(&self, frames: &[Frame]) -> String {
        let row = frames.iter().find_map(|f| self.row(*f)).or(self.rows.first().copied());
        row.map(|r| r.entry.clone()).unwrap_or_default()
    }

    /// How many words of the list stand behind the first.
    pub(super) fn rest(&self) -> usize {
        self.rows.first().map_or(0, |r| r.rest.len())
    }

    /// Whether it brings in speech rather than a thought, wish or feeling.
    pub(super) fn speaks(&self) -> bool {
        matches!(self.kind(), "say" | "claim" | "deny" | "admit" | "warn" | "promise" | "ask" | "order" | "announce")
    }
}

/// The cue that a verb group is. A verb that no list holds is one as well; what stands below it decides.
pub(super) fn of_verb<'a>(scene: &Scene<'a>, group: &VerbGroup) -> Cue<'a> {
    let sheet = scene.sheet;
    let verbs = &sheet.language.cues().verbs;
    let fits =
        |row: &Row, from: usize| row.rest.iter().enumerate().all(|(i, w)| sheet.is(from + i, w) || sheet.token(from + i).lemma == *w);
    let state = || verbs.get("be").into_iter().flatten().filter(|r| r.rest.first().is_some_and(|w| sheet.is(group.head, w)));
    let state: Vec<&Row> = if is_state(scene, group.head) { state().filter(|r| fits(r, group.head)).collect() } else { Vec::new() };
    let (mut rows, from) = match state.is_empty() {
        false => (state, group.head),
        true => (verbs.get(&group.lemma).into_iter().flatten().filter(|r| fits(r, group.head + 1)).collect(), group.head + 1),
    };
    // The most words win; the lists of verbs hold the longest first.
    let most = rows.first().map_or(0, |r| r.rest.len());
    rows.retain(|r| r.rest.len() == most);
    let mut first = group.first;
    while first > 0 && verb::is_adverb(sheet, first - 1) && sheet.token(first - 1).head == Some(group.head as u32) {
        first -= 1;
    }
    let last = (from + most).max(group.head + 1);
    let first = leading(scene, group.head).map_or(first, |f| f.min(first));
    Cue { first, last: occasion(scene, group.head, last), rows }
}

/// "Asked whether he had signed, …", "when told that …": a participle at the beginning of its clause, which nobody is the subject of.
pub(super) fn asked(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>) -> bool {
    let sheet = scene.sheet;
    let participle = matches!(sheet.token(group.head).xpos, Xpos::Vbn | Xpos::Vbd) && group.first == group.head;
    let own = sheet.edges.child(group.head, &[Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::Obj, Relation::Iobj]);
    let begins = || sheet.begins(group.head) || group.head.checked_sub(1).is_some_and(|b| sheet.is_any(b, &["when", "if", "once"]));
    participle && own.is_none() && cue.has(Frame::Addressee) && cue.speaks() && begins()
}

/// "She's said that help is near", "he's called for talks": "'s" before a verb with a clause or its own preposition behind it is "has".
pub(super) fn has_said(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>) -> bool {
    let sheet = scene.sheet;
    let short = |c: usize| sheet.token(c).relation == Relation::AuxPass && matches!(sheet.token(c).text.as_str(), "'s" | "’s");
    let told = || sheet.edges.child(group.head, &[Relation::Ccomp]).is_some_and(|c| c > group.head) && !cue.has(Frame::Addressee);
    group.passive && cue.speaks() && sheet.edges.children(group.head).any(short) && (cue.rest() > 0 || told())
}

/// "issued a statement condemning the raid": the verb by which somebody gives out what the words stand in.
pub(super) fn given_out(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let sheet = scene.sheet;
    let token = sheet.token(verb);
    let noun = token.head.map(|h| h as usize).filter(|n| token.relation == Relation::Acl && token.xpos == Xpos::Vbg && *n < verb)?;
    let rows = sheet.language.cues().nouns.get(&sheet.token(noun).lemma)?;
    let given = sheet.token(noun).relation == Relation::Obj && rows.iter().any(|r| r.frame == Frame::Occasion);
    sheet.token(noun).head.map(|h| h as usize).filter(|g| given && *g < noun)
}

/// "continued to insist", "is trying to explain", "went on to say": where the words begin by which the same one comes to say it.
fn leading(scene: &Scene<'_>, head: usize) -> Option<usize> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let (mut at, mut first) = (head, given_out(scene, head).and_then(|g| scene.verb_at(g)).map(|g| g.first));
    for _ in 0..4 {
        // "to openly criticise"
        let beside = |c: usize| c < at && (c + 1..at).all(|t| verb::is_adverb(sheet, t));
        let infinitive = tree.children(at).any(|c| sheet.token(c).xpos == Xpos::To && beside(c));
        let Some(above) = sheet.token(at).head.map(|h| h as usize).filter(|h| *h < at && infinitive) else { break };
        let goes_on = || sheet.token(above).lemma == "go" && sheet.is(above + 1, "on") && above + 3 == at;
        let shared =
            tree.children(above).all(|c| !matches!(sheet.token(c).relation, Relation::Obj | Relation::Iobj | Relation::Obl) || c > at);
        if !(sheet.token(at).relation == Relation::Xcomp || goes_on()) || !shared {
            break;
        }
        let copula = tree.children(above).filter(|c| matches!(sheet.token(*c).relation, Relation::Cop | Relation::Aux)).min();
        first = Some(scene.verb_at(above).map_or(copula.unwrap_or(above), |g| g.first));
        at = above;
    }
    first
}

/// Whether a word tells how somebody is minded: "is confident", "was worried".
fn is_state(scene: &Scene<'_>, head: usize) -> bool {
    scene.sheet.edges.child(head, &[Relation::Cop, Relation::AuxPass]).is_some()
}

/// "in a statement", "in an interview" right behind a cue belong to it.
fn occasion(scene: &Scene<'_>, verb: usize, last: usize) -> usize {
    let sheet = scene.sheet;
    let tree = &sheet.edges;
    if sheet.token(last).upos != Upos::Adp {
        return last;
    }
    let Some(noun) = sheet.token(last).head.map(|h| h as usize).filter(|n| *n > last && *n < last + 6) else { return last };
    let listed = sheet.language.cues().nouns.get(&sheet.token(noun).lemma).into_iter().flatten().any(|r| r.frame == Frame::Occasion);
    let own = sheet.token(noun).head == Some(verb as u32) && tree.extent(noun).0 == last;
    if listed && own { noun + 1 } else { last }
}

/// The groups that adjectives make with their copula: "was not confident".
pub(super) fn states(scene: &Scene<'_>) -> Vec<VerbGroup> {
    let sheet = scene.sheet;
    let rows = sheet.language.cues().verbs.get("be");
    let known = |at: usize| rows.into_iter().flatten().any(|r| r.rest.first().is_some_and(|w| sheet.is(at, w)));
    let adjectives = (0..sheet.tokens.len()).filter(|at| sheet.token(*at).upos == Upos::Adj && is_state(scene, *at) && known(*at));
    adjectives
        .map(|head| {
            let parts = [Relation::Cop, Relation::Aux, Relation::AuxPass, Relation::Advmod];
            let mut first = head;
            while first > 0 && sheet.token(first - 1).head == Some(head as u32) && parts.contains(&sheet.token(first - 1).relation) {
                first -= 1;
            }
            VerbGroup::plain(first, head, "be".into())
        })
        .collect()
}
