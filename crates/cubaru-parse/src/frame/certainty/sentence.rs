//! What a whole sentence is: a question, an order.

use crate::{
    frame::Scene,
    label::{Relation, Upos, Xpos},
};

/// Where a clause is asked, its question mark: at its own end, or at that of its sentence.
pub(super) fn question(scene: &Scene<'_>, clause: usize) -> Option<usize> {
    let sheet = scene.sheet;
    let (_, last) = scene.sentence(clause);
    let mark = |t: &usize| sheet.token(*t).text.starts_with('?');
    let own = sheet.edges.children(clause).filter(|c| *c > clause).find(mark);
    let root = sheet.token(clause).head.is_none();
    let end = || (clause..last).rev().take(3).find(mark).filter(|t| sheet.quoted(*t) == sheet.quoted(clause));
    own.or_else(|| if root { end() } else { None })
}

/// Whether a question takes for granted that its act took place: "why did they", "who attacked".
pub(super) fn presupposes(scene: &Scene<'_>, clause: usize) -> bool {
    let sheet = scene.sheet;
    let wh = |c: usize| {
        let (token, before) = (sheet.token(c), c < clause);
        let asks = token.xpos == Xpos::Wrb && token.relation == Relation::Advmod && !sheet.is(c, "whether");
        before && (asks || matches!(token.xpos, Xpos::Wp | Xpos::Wdt) && matches!(token.relation, Relation::Nsubj | Relation::Obj))
    };
    let modal = sheet.edges.children(clause).any(|c| sheet.token(c).xpos == Xpos::Md);
    !modal && sheet.edges.children(clause).any(wh)
}

/// Whether a clause orders: a bare verb without a subject, at the beginning.
pub(super) fn imperative(scene: &Scene<'_>, clause: usize) -> bool {
    let (sheet, edges) = (scene.sheet, &scene.sheet.edges);
    let token = sheet.token(clause);
    if token.upos != Upos::Verb || !matches!(token.xpos, Xpos::Vb | Xpos::Vbp) {
        return false;
    }
    let (first, _) = scene.sentence(clause);
    let own = |c: usize| {
        let relation = sheet.token(c).relation;
        matches!(relation, Relation::Nsubj | Relation::NsubjPass | Relation::Csubj | Relation::Expl | Relation::Mark)
            || matches!(relation, Relation::Aux | Relation::AuxPass) && sheet.token(c).lemma != "do"
    };
    let light = |t: usize| matches!(sheet.token(t).upos, Upos::Adv | Upos::Intj | Upos::Part | Upos::Punct | Upos::Aux | Upos::Cconj);
    !edges.children(clause).any(own) && (first..clause).rev().take(6).all(light)
}
