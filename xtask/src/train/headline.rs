//! Headlines made of plain sentences. Treebanks have few of them and news has one in every article: without articles and forms of "be",
//! without a full stop, with capitals of their own.

use super::{math::Random, treebank::Sentence};
use cubaru_parse::syntax::{Relation, Upos, Word, Xpos};

/// The sentence as a headline; none where it is too short or long, or is no statement.
pub fn of(sentence: &Sentence, random: &mut Random) -> Option<Sentence> {
    let words = &sentence.words;
    let root = words.iter().position(|w| w.head.is_none())?;
    let fits = (5..=20).contains(&words.len()) && matches!(words[root].upos, Upos::Verb | Upos::Noun | Upos::Adj);
    if !fits || words.iter().any(|w| w.xpos == Xpos::Prp && w.relation.base() == "nsubj") {
        return None;
    }
    let leaf = |i: usize| words.iter().all(|w| w.head != Some(i as u32));
    let full = random.unit() < 0.3;
    let stays = |i: usize| {
        let word = &words[i];
        let article = word.upos == Upos::Det && ["a", "an", "the"].contains(&word.lemma.as_str());
        let be = word.lemma == "be" && matches!(word.relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
        let stop = word.xpos == Xpos::Stop && i + 1 == words.len();
        !(leaf(i) && (stop || !full && (article || be)))
    };
    let kept: Vec<usize> = (0..words.len()).filter(|i| stays(*i)).collect();
    let place = |old: u32| kept.iter().position(|k| *k == old as usize).map(|p| p as u32);
    let style = random.below(10);
    let form = |(at, i): (usize, &usize)| {
        let (form, word) = (&sentence.forms[*i], &words[*i]);
        let small = matches!(word.upos, Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part | Upos::Sconj) && form.len() < 5;
        match style {
            0 => form.to_uppercase(),
            1..=5 if !small || at == 0 => capital(form),
            _ if at == 0 => capital(form),
            _ => form.clone(),
        }
    };
    Some(Sentence {
        id: sentence.id.clone(),
        document: sentence.document.clone(),
        opens: false,
        forms: kept.iter().enumerate().map(form).collect(),
        spaces: kept.iter().map(|i| sentence.spaces[*i]).collect(),
        multiwords: Vec::new(),
        words: kept.iter().map(|i| Word { head: words[*i].head.and_then(place), ..words[*i].clone() }).collect(),
    })
}

/// The form with a capital.
fn capital(form: &str) -> String {
    let mut letters = form.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{super::treebank, *};

    #[test]
    fn articles_and_stops_go_and_heads_follow() {
        let bank = "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\tminister\tminister\tNOUN\tNN\t_\t4\tnsubj:pass\t_\t_\n\
            3\twas\tbe\tAUX\tVBD\t_\t4\taux:pass\t_\t_\n4\tarrested\tarrest\tVERB\tVBN\t_\t0\troot\t_\t_\n\
            5\tin\tin\tADP\tIN\t_\t6\tcase\t_\t_\n6\tHavana\tHavana\tPROPN\tNNP\t_\t4\tobl\t_\t_\n7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n";
        let plain = treebank::parse(bank).unwrap().remove(0);
        let mut random = Random::new(7);
        let made: Vec<Sentence> = (0..40).filter_map(|_| of(&plain, &mut random)).collect();
        let short = made.iter().find(|s| s.forms.len() == 4).expect("one without article and auxiliary");
        assert_eq!(short.forms[0].to_lowercase(), "minister");
        assert_eq!(short.words.iter().map(|w| w.head).collect::<Vec<_>>(), [Some(1), None, Some(3), Some(1)]);
        assert!(made.iter().any(|s| s.forms.len() == 6) && made.iter().all(|s| s.forms.last().unwrap() != "."));
    }
}
