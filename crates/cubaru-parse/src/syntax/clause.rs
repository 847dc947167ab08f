//! What the network cannot have meant: a participle before the noun of a sentence that has a subject of its own is the sentence's verb, and
//! that noun its object: "Iraq gassed Kurdish villagers".

use super::{Relation, Upos, Word, Xpos};

/// Makes such a participle the root.
pub(super) fn raise(words: &mut [Word]) {
    let Some(root) = words.iter().position(|w| w.head.is_none()) else { return };
    let head = |at: usize| words[at].head.map(|h| h as usize);
    let subject_of = |verb: usize| (0..verb).any(|at| head(at) == Some(verb) && words[at].relation == Relation::Nsubj);
    let participle = |at: &usize| {
        let word = &words[*at];
        matches!(word.xpos, Xpos::Vbn | Xpos::Vbd) && word.relation == Relation::Amod && head(*at) == Some(root) && subject_of(*at)
    };
    if !matches!(words[root].upos, Upos::Noun | Upos::Propn) {
        return;
    }
    let Some(verb) = (0..root).find(participle) else { return };
    for (at, word) in words.iter_mut().enumerate() {
        // What stands before the verb, and the last full stop, are the sentence's and not the object's.
        if word.head == Some(root as u32) && at != verb && (at < verb || word.relation == Relation::Punct) {
            word.head = Some(verb as u32);
        }
    }
    (words[root].head, words[root].relation) = (Some(verb as u32), Relation::Obj);
    (words[verb].head, words[verb].relation) = (None, Relation::Root);
    (words[verb].upos, words[verb].xpos) = (Upos::Verb, Xpos::Vbd);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(rows: &[(Option<u32>, Relation, Upos, Xpos)]) -> Vec<Word> {
        let word = |(head, relation, upos, xpos): &(Option<u32>, Relation, Upos, Xpos)| Word {
            lemma: String::new(),
            upos: *upos,
            xpos: *xpos,
            head: *head,
            relation: *relation,
        };
        rows.iter().map(word).collect()
    }

    #[test]
    fn a_participle_with_a_subject_is_the_verb() {
        let noun = |head, relation| (head, relation, Upos::Noun, Xpos::Nns);
        let participle = (Some(2), Relation::Amod, Upos::Verb, Xpos::Vbn);
        let mut found = words(&[noun(Some(1), Relation::Nsubj), participle, noun(None, Relation::Root)]);
        raise(&mut found);
        assert_eq!(found.iter().map(|w| w.head).collect::<Vec<_>>(), [Some(1), None, Some(1)]);
        assert_eq!(found[2].relation, Relation::Obj);
        let mut plain = words(&[noun(Some(2), Relation::Compound), participle, noun(None, Relation::Root)]);
        raise(&mut plain);
        assert_eq!(plain[2].relation, Relation::Root);
    }
}
