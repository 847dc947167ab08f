//! Verb groups: a verb of the lists with its auxiliaries, told from the tree.

pub(crate) use crate::verb_group::{Form, VerbGroup};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    language::Tense,
    parsed::TokenKind,
};

const NEVER: &[&str] = &["not", "n't", "never", "hardly", "neither", "nor"];

/// Whether a token is a verb in the past.
pub(crate) fn past(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.tokens.get(at).is_some_and(|t| t.xpos == Xpos::Vbd)
}

/// Whether the token acts as a verb where it stands.
pub(crate) fn acts(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet
        .tokens
        .get(at)
        .is_some_and(|t| t.upos == Upos::Verb && !matches!(t.relation, Relation::Amod | Relation::Compound | Relation::Case))
}

fn tenses(sheet: &Sheet<'_>, at: usize) -> Vec<(String, Tense)> {
    sheet.language.inflection().lemmas(&sheet.token(at).read().to_lowercase())
}

/// The verb group whose verb is the token, or none where the token is no verb of the lists, or a noun or adjective here.
pub(crate) fn group<'s>(sheet: &'s Sheet<'_>, head: usize) -> Option<&'s VerbGroup> {
    sheet.verbs.get(head)?.get_or_init(|| read(sheet, head)).as_ref()
}

/// Reads the verb group at a token off the tree.
fn read(sheet: &Sheet<'_>, head: usize) -> Option<VerbGroup> {
    let token = sheet.tokens.get(head).filter(|t| t.kind == TokenKind::Word)?;
    if !acts(sheet, head) {
        return None;
    }
    let readings = tenses(sheet, head);
    let tense = match token.xpos {
        Xpos::Vbd => Tense::Past,
        Xpos::Vbn => Tense::Participle,
        Xpos::Vbg => Tense::Gerund,
        Xpos::Vbz => Tense::Present,
        _ => Tense::Base,
    };
    // Of several verbs with one form ("lay"), the tagger's; a past and a participle are easily mistaken.
    let by_lemma = readings.iter().find(|(lemma, _)| *lemma == token.lemma.to_lowercase());
    let by_tense = || readings.iter().find(|(_, t)| *t == tense);
    let (lemma, _) = by_lemma.or_else(by_tense).or(readings.first())?;
    let mut group = VerbGroup::plain(head, head, lemma.clone());
    let (mut auxiliary, mut to) = (false, false);
    let mut own = head;
    loop {
        let subject = sheet.edges.child(own, &[Relation::Nsubj, Relation::NsubjPass, Relation::Csubj]).is_some();
        for child in sheet.edges.children(own).filter(|c| *c < own) {
            let t = sheet.token(child);
            match t.relation {
                Relation::Aux | Relation::AuxPass => {
                    auxiliary = true;
                    group.passive |= t.relation == Relation::AuxPass;
                    group.perfect |= t.lemma == "have";
                    if t.xpos == Xpos::Md {
                        group.modal = Some(child);
                    }
                }
                Relation::Mark if t.xpos == Xpos::To => to = true,
                Relation::Advmod | Relation::CcPreconj if NEVER.iter().any(|n| t.read().eq_ignore_ascii_case(n)) => {
                    group.negated = Some(child);
                }
                _ => {}
            }
        }
        // "will meet and sign": what stands before the first verb holds for both.
        let shares = sheet.token(own).relation == Relation::Conj && !auxiliary && !to && !subject;
        let before = sheet.token(own).head.map(|h| h as usize);
        match before.filter(|b| shares && *b < own && sheet.token(*b).upos == Upos::Verb && alike(sheet.token(*b).xpos, token.xpos)) {
            Some(before) => own = before,
            None => break,
        }
    }
    // The group begins with the first of its own words that follow each other.
    let mut at = head;
    while let Some(i) = at.checked_sub(1) {
        let t = sheet.token(i);
        let mine = t.head == Some(head as u32);
        let part = mine
            && (matches!(t.relation, Relation::Aux | Relation::AuxPass)
                || t.relation == Relation::Mark && t.xpos == Xpos::To
                || group.negated == Some(i));
        if part {
            group.first = i;
        } else if !is_adverb(sheet, i) {
            break;
        }
        at = i;
    }
    let relation = sheet.token(own).relation;
    if to {
        group.form = Form::Infinitive;
        group.governor = sheet
            .token(own)
            .head
            .map(|h| h as usize)
            .filter(|_| matches!(relation, Relation::Xcomp | Relation::Advcl | Relation::Acl | Relation::Ccomp | Relation::Csubj));
    } else if !auxiliary && matches!(token.xpos, Xpos::Vbn | Xpos::Vbg) {
        let subject = sheet.edges.child(head, &[Relation::Nsubj, Relation::NsubjPass]);
        // A past that the tagger takes for a participle: who has an object is not acted on, nor is in prose whose verb has no auxiliary.
        let agent = sheet.edges.child(head, &[Relation::OblAgent]).is_some();
        let prose = || sheet.sentence_of(head).is_some_and(|s| sheet.token(s.last_token as usize - 1).upos == Upos::Punct);
        let acts = subject.is_some() && (sheet.edges.child(head, &[Relation::Obj]).is_some() || !agent && prose());
        group.passive = token.xpos == Xpos::Vbn && !acts && subject.is_none_or(|s| sheet.token(s).relation == Relation::NsubjPass);
        group.form = if subject.is_some() { Form::Finite } else { Form::Participle };
    } else if auxiliary && token.xpos == Xpos::Vbn && !group.perfect {
        group.passive = true;
    }
    Some(group)
}

/// Whether two verbs may share their auxiliaries.
fn alike(a: Xpos, b: Xpos) -> bool {
    a == b || matches!((a, b), (Xpos::Vb | Xpos::Vbp, Xpos::Vb | Xpos::Vbp) | (Xpos::Vbd | Xpos::Vbn, Xpos::Vbd | Xpos::Vbn))
}

/// Whether the token is an adverb that may stand within a verb group.
pub(crate) fn is_adverb(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.tokens.get(at).is_some_and(|t| t.upos == Upos::Adv && t.xpos != Xpos::Wrb)
}
