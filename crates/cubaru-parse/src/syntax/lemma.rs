//! Lemmas: the form under which a dictionary holds a word, as UD English EWT gives it.

use crate::{
    label::{Upos, Xpos},
    language::{Language, Tense},
};
use std::borrow::Cow;

/// Before an irregular verb they change nothing in its forms.
const PREFIXES: &[&str] = &["counter", "cross", "down", "fore", "inter", "mis", "out", "over", "pre", "re", "self-", "un", "under", "up"];
/// Lists of names: in a sentence in capitals they tell names from abbreviations, and a name in small letters from a word.
const NAMES: &[&str] = &["countries", "given-names", "places"];
/// A noun in capitals that has no more letters is taken for an abbreviation and keeps them.
const LONGEST_ABBREVIATION: usize = 5;

/// The lemma of a word, read with straight apostrophes; `shouted` says whether its sentence is ([`is_shouted`]).
///
/// A lemma is in lower case, but for names, words made of names, and abbreviations.
///
/// ```
/// # let list = "# match: fold\n# columns: form<TAB>tag<TAB>lemma\n-ies\tNNS\ty\n";
/// # let lists = [cubaru_lexicon::List::read("lemmas", list)?];
/// use cubaru_parse::{Language, syntax::{Upos, Xpos, lemma}};
/// let language = Language::from_lists(&lists)?;
/// assert_eq!(lemma(&language, "Embassies", Upos::Noun, Xpos::Nns, false), "embassy");
/// # Ok::<(), cubaru_lexicon::LexiconError>(())
/// ```
pub fn lemma<'a>(language: &'a Language, form: &'a str, upos: Upos, xpos: Xpos, shouted: bool) -> Cow<'a, str> {
    let lower = if form.chars().any(char::is_uppercase) { Cow::Owned(form.to_lowercase()) } else { Cow::Borrowed(form) };
    let word = Word { language, form, lower, shape: Shape::of(form), shouted };
    if let Some(found) = language.lemmas().word(&word.lower, &[xpos.label(), upos.label()]) {
        return Cow::Borrowed(found);
    }
    match upos {
        Upos::Punct | Upos::Sym | Upos::X => Cow::Borrowed(form),
        Upos::Propn => word.name(matches!(xpos, Xpos::Nns | Xpos::Nnps)),
        Upos::Num => word.number(),
        // United (Nations): a name's word that is a verb.
        Upos::Verb if xpos == Xpos::Nnp => word.build(word.participle(), true),
        _ if xpos == Xpos::Nnp => word.name(false),
        _ => {
            let cut = match xpos {
                Xpos::Nns | Xpos::Nnps => word.plural(),
                Xpos::Vbz => word.irregular(&[Tense::Present]).or_else(|| word.ending("VBZ")),
                Xpos::Vbd => word.irregular(&[Tense::Past, Tense::Participle]).or_else(|| word.stem(&["ed"], "VERB")),
                Xpos::Vbn => word.irregular(&[Tense::Participle, Tense::Past]).or_else(|| word.stem(&["ed"], "VERB")),
                Xpos::Vbg => word.irregular(&[Tense::Gerund]).or_else(|| word.stem(&["ing", "in'"], "VERB")),
                Xpos::Jjr | Xpos::Rbr => word.stem(&["er"], "ADJ"),
                Xpos::Jjs | Xpos::Rbs => word.stem(&["est"], "ADJ"),
                _ => None,
            };
            let keeps = match word.shape {
                Shape::Lower => true,
                Shape::Mixed => !word.form.contains('-'),
                Shape::Capitals => upos == Upos::Noun && word.is_abbreviation(xpos == Xpos::Nns),
                Shape::Title => matches!(upos, Upos::Adj | Upos::Noun) && word.is_in(&["countries", "peoples"], form),
            };
            word.build(cut, keeps)
        }
    }
}

/// Whether most words of a sentence stand in capitals, so that capitals tell nothing.
pub fn is_shouted<'a>(forms: impl IntoIterator<Item = &'a str>) -> bool {
    let (mut all, mut shouted) = (0u32, 0u32);
    for form in forms.into_iter().filter(|f| f.len() > 1 && f.chars().all(char::is_alphabetic)) {
        all += 1;
        shouted += u32::from(form.chars().all(char::is_uppercase));
    }
    all >= 3 && shouted * 2 > all
}

/// How a form is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Without capitals.
    Lower,
    /// One capital, at the beginning.
    Title,
    /// No small letters, or only the `s` of a plural behind two capitals and more: `NGO`, `NGOs`.
    Capitals,
    /// Anything else: `iPhone`, `McDonald`, `anti-American`.
    Mixed,
}

impl Shape {
    fn of(form: &str) -> Self {
        let upper = form.chars().filter(|c| c.is_uppercase()).count();
        let small = form.trim_end_matches("'s").strip_suffix('s').unwrap_or(form).chars().any(char::is_lowercase);
        match upper {
            0 => Self::Lower,
            // `F-16s`, and a letter alone, are abbreviations; `As` is a word.
            1 if form.starts_with(char::is_uppercase) && (small || form.len() == 2 && form.ends_with('s')) => Self::Title,
            _ if !small => Self::Capitals,
            _ => Self::Mixed,
        }
    }
}

/// How a lemma comes from its form: so many bytes stay, and this is added.
type Cut<'a> = (usize, Cow<'a, str>);

struct Word<'a> {
    language: &'a Language,
    form: &'a str,
    lower: Cow<'a, str>,
    shape: Shape,
    shouted: bool,
}

impl<'a> Word<'a> {
    fn letters(&self) -> usize {
        self.form.trim_end_matches(['s', '\'']).chars().filter(|c| c.is_alphabetic()).count()
    }

    /// Puts the lemma together, from the form as it is written or in lower case.
    fn build(&self, cut: Option<Cut<'a>>, keeps: bool) -> Cow<'a, str> {
        // Lower case may be of another length: `İ`.
        let keeps = keeps && self.form.len() == self.lower.len();
        let (kept, added) = cut.unwrap_or((self.lower.len(), Cow::Borrowed("")));
        if keeps && added.is_empty() {
            return Cow::Borrowed(self.form.get(..kept).unwrap_or(self.form));
        }
        let base = if keeps { self.form } else { &*self.lower };
        let mut lemma = base.get(..kept).unwrap_or(base).to_string();
        lemma.push_str(&added);
        // Unite, of United: an irregular lemma is in lower case.
        if keeps && self.shape == Shape::Title && kept == 0 {
            lemma = title(&lemma);
        }
        // Anti-American: the second half keeps its capital.
        let compound = !keeps && self.shape == Shape::Mixed && self.form.len() == self.lower.len();
        if let Some(at) = self.form.find('-').map(|at| at + 1).filter(|_| compound)
            && self.form[at..].starts_with(char::is_uppercase)
            && let (Some(head), Some(tail)) = (lemma.get(..at), lemma.get(at..))
        {
            lemma = format!("{head}{}", title(tail));
        }
        Cow::Owned(lemma)
    }

    fn ending(&self, label: &str) -> Option<Cut<'a>> {
        self.language.lemmas().ending(&self.lower, label).map(|(kept, added)| (kept, Cow::Borrowed(added)))
    }

    fn plural(&self) -> Option<Cut<'a>> {
        // 1990s and the 90's are words of their own; F-16s are several F-16.
        if let Some(digits) = self.lower.strip_suffix("'s").or_else(|| self.lower.strip_suffix('s'))
            && digits.ends_with('0')
            && digits.trim_start_matches("mid-").trim_start_matches('\'').bytes().all(|b| b.is_ascii_digit())
        {
            return Some((digits.len(), Cow::Borrowed("s")));
        }
        self.ending("NNS")
    }

    fn irregular(&self, tenses: &[Tense]) -> Option<Cut<'a>> {
        let inflection = self.language.inflection();
        if let Some(lemma) = inflection.irregular_lemma(&self.lower, tenses) {
            return Some((0, Cow::Borrowed(lemma)));
        }
        // `retold` is `re-told`; but `relied` is no `re-lied`, and `relying` no `re-lying`.
        if self.lower.ends_with("ed") || tenses == [Tense::Gerund] {
            return None;
        }
        let mut rests = PREFIXES.iter().filter_map(|p| Some((p.len(), self.lower.strip_prefix(p)?)));
        rests.find_map(|(at, rest)| Some((at, Cow::Borrowed(inflection.irregular_lemma(rest, tenses)?))))
    }

    /// A stem with a vowel before one of the suffixes, with what its ending asks for.
    fn stem(&self, suffixes: &[&str], label: &str) -> Option<Cut<'a>> {
        let stem = suffixes.iter().find_map(|s| self.lower.strip_suffix(s))?;
        if !stem.contains(|c: char| "aeiouy".contains(c) || !c.is_ascii()) {
            return None;
        }
        let ending = self.language.lemmas().ending(stem, label);
        Some(ending.map_or((stem.len(), Cow::Borrowed("")), |(kept, added)| (kept, Cow::Borrowed(added))))
    }

    /// A verb's participle, of whichever kind.
    fn participle(&self) -> Option<Cut<'a>> {
        self.irregular(&[Tense::Participle, Tense::Past]).or_else(|| self.stem(&["ed", "ing"], "VERB"))
    }

    fn name(&self, plural: bool) -> Cow<'a, str> {
        let cut = if plural { self.plural() } else { None };
        if self.shape == Shape::Lower && self.is_in(NAMES, &title(self.form)) {
            return Cow::Owned(title(&self.build(cut, true)));
        }
        if self.shape != Shape::Capitals || self.form.ends_with('s') {
            return self.build(cut, true);
        }
        let titled = title(&self.lower);
        let letters = self.form.chars().all(char::is_alphabetic);
        let known = || self.is_in(NAMES, &titled);
        if letters && self.letters() > 2 && !self.is_in(&[], self.form) && (self.shouted && self.letters() > 3 || known()) {
            let cut = self.build(cut, false);
            return Cow::Owned(title(&cut));
        }
        Cow::Borrowed(self.form)
    }

    /// Figures without the commas between thousands; words in lower case, but for Roman numerals.
    fn number(&self) -> Cow<'a, str> {
        if self.form.contains(',') && self.form.bytes().all(|b| b.is_ascii_digit() || b",.-+".contains(&b)) {
            let (whole, rest) = self.form.split_once('.').unwrap_or((self.form, ""));
            let mut groups = whole.split(',');
            if groups.next().is_some_and(|g| (1..=3).contains(&g.len())) && groups.all(|g| g.len() == 3) && !rest.contains(',') {
                return Cow::Owned(self.form.replace(',', ""));
            }
        }
        let roman = self.shape != Shape::Lower && self.form.bytes().all(|b| b"IVXLCDM".contains(&b));
        self.build(None, roman || !self.form.starts_with(char::is_alphabetic))
    }

    /// Whether a noun in capitals is an abbreviation, and not a word that somebody stresses.
    fn is_abbreviation(&self, plural: bool) -> bool {
        !self.shouted && self.letters() <= LONGEST_ABBREVIATION && !(plural && self.form.ends_with('S'))
    }

    /// Whether one of these lists, or any list where none is named, holds this very form.
    fn is_in(&self, lists: &[&str], form: &str) -> bool {
        let entries = self.language.lexicon().get(form);
        entries.iter().any(|e| e.form() == form && (lists.is_empty() || lists.contains(&e.list())))
    }
}

/// The word with a capital at its beginning.
fn title(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
