//! What the words of two names say, by one way of reading each.

use super::Weights;
use crate::{
    align::{Pair, align},
    custom::Customs,
    likeness::{self, Likeness},
    name::{Name, Part},
    order::{Ordered, is_patronymic},
    reason::ReasonId as Id,
    sound::Ears,
    table,
};

/// How much of a name agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Strength {
    /// Given name and family name.
    #[default]
    Names,
    /// A family name or a given name alone, on one side.
    OneName,
}

/// What came out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Weighed {
    pub(crate) weights: Weights,
    pub(crate) strength: Strength,
    /// Many people have this name, given name and all.
    pub(crate) common: bool,
    /// Each side has a name that the other leaves out.
    pub(crate) apart: bool,
}

/// Two names, read and aligned.
struct Both<'a> {
    one: &'a Ordered,
    other: &'a Ordered,
    pairs: Vec<Pair>,
    customs: Customs,
    ears: Ears,
}

/// Words without an answer, between two words that have one.
struct Gap<'a> {
    one: &'a [Part],
    other: &'a [Part],
    /// Which it is among the gaps: before the first pair, behind the first, and so on.
    place: usize,
}

/// Weighs the words of both.
pub(crate) fn weigh(one: &Ordered, other: &Ordered, names: [&Name; 2], ears: Ears) -> Weighed {
    let both = Both { pairs: align(&one.parts, &other.parts, ears), one, other, customs: ears.customs, ears };
    let mut found = Weighed::default();
    found.weights.points = -i32::try_from(one.doubt + other.doubt).unwrap_or(0);
    match (one.parts.len(), other.parts.len()) {
        (0, _) | (_, 0) => found.weights.add(Id::NoName, 0, &[]),
        (1, 1) => both.single(&mut found),
        (1, _) | (_, 1) => both.alone(&mut found),
        _ if ears.customs.any(&["spanish", "portuguese"]) && !ears.customs.has("english") && both.surnames() => {
            found.strength = Strength::OneName;
            found.weights.add(Id::SurnameAlone, 66, &both.all(&both.pairs));
        }
        _ if both.double() => {
            found.strength = Strength::OneName;
            found.weights.add(Id::SurnameAlone, 56, &both.all(&both.pairs));
        }
        _ => both.full(&mut found),
    }
    both.gender(&mut found.weights, names, found.strength);
    found
}

impl<'a> Both<'a> {
    fn parts(&self, pair: &Pair) -> (&'a [Part], &'a [Part]) {
        (&self.one.parts[pair.one.clone()], &self.other.parts[pair.other.clone()])
    }

    /// The words of pairs, as written.
    fn all(&self, pairs: &[Pair]) -> Vec<&'a str> {
        pairs.iter().flat_map(|pair| self.words(pair)).collect()
    }

    fn words(&self, pair: &Pair) -> Vec<&'a str> {
        let (one, other) = self.parts(pair);
        one.iter().chain(other).map(|part| part.written.as_str()).collect()
    }

    fn pair(&self, one: usize, other: usize) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.one.contains(&one) && pair.other.contains(&other))
    }

    /// One word each.
    fn single(&self, found: &mut Weighed) {
        let (a, b) = (&self.one.parts[0], &self.other.parts[0]);
        let words = [a.written.as_str(), b.written.as_str()];
        let Some(pair) = self.pairs.first().filter(|pair| pair.likeness <= Likeness::Family || a.word == b.word) else {
            return found.weights.add(Id::ConflictFamilyName, 0, &words);
        };
        found.strength = Strength::OneName;
        let common = table::frequency(&a.word, self.customs).max(table::frequency(&b.word, self.customs));
        // Where people have one name, it is all of it.
        let whole = self.customs.any(&["indonesian", "burmese", "indic", "thai"]);
        found.weights.add(form(pair.likeness, true), if whole { 78 } else { 72 }, &words);
        if common > 0 {
            found.weights.add(Id::CommonName, if common > 1 { -8 } else { -4 }, &words);
        }
    }

    /// One word on one side, more on the other.
    fn alone(&self, found: &mut Weighed) {
        let long = if self.one.parts.len() > 1 { self.one } else { self.other };
        let short = if self.one.parts.len() > 1 { self.other } else { self.one };
        let written = |parts: &'a [Part]| parts.iter().map(|part| part.written.as_str());
        let Some(pair) = self.pairs.first().filter(|pair| pair.likeness <= Likeness::Short) else {
            let words: Vec<&str> = written(&self.one.parts).chain(written(&self.other.parts)).collect();
            return found.weights.add(Id::ConflictFamilyName, 0, &words);
        };
        let at = if self.one.parts.len() > 1 { &pair.one } else { &pair.other };
        let last = long.parts.len() - 1;
        let words = self.words(pair);
        found.strength = Strength::OneName;
        if at.start <= long.family && at.end > long.family || at.end > last && !self.customs.has("spanish") {
            if pair.likeness > Likeness::Family {
                return found.weights.add(Id::ConflictFamilyName, 0, &words);
            }
            found.weights.add(form(pair.likeness, true), 0, &words);
            found.weights.add(Id::SurnameAlone, 56, &words);
        } else if at.start == 0 {
            found.weights.add(form(pair.likeness, false), 0, &words);
            found.weights.add(Id::OneNameAlone, 54, &words);
        } else {
            found.weights.add(Id::OneNameAlone, 46, &words);
        }
        if table::frequency(&short.parts[0].word, self.customs) > 1 {
            found.weights.add(Id::CommonName, -5, &words);
        }
    }

    /// "Giscard d'Estaing": two words, none a given name, that the other has behind one.
    fn double(&self) -> bool {
        let behind = |short: &Ordered, long: &Ordered, places: &[&std::ops::Range<usize>]| {
            let given = |part: &Part| !part.initial && table::is_given(&part.word);
            short.parts.len() == 2
                && long.parts.len() > 2
                && !short.parts.iter().any(|part| part.initial || table::is_given(&part.word))
                && given(&long.parts[0])
                && matches!(places, [first, second] if first.start > 0 && second.end == long.parts.len())
        };
        let (ones, others) =
            (self.pairs.iter().map(|p| &p.one).collect::<Vec<_>>(), self.pairs.iter().map(|p| &p.other).collect::<Vec<_>>());
        self.customs.has("romance")
            && self.pairs.iter().all(|pair| pair.likeness <= Likeness::Family)
            && (behind(self.one, self.other, &others) || behind(self.other, self.one, &ones))
    }

    /// "López Obrador": all words of one are family names of the other.
    fn surnames(&self) -> bool {
        let within = |short: &Ordered, long: &Ordered, ranges: Vec<(&std::ops::Range<usize>, Likeness)>| {
            let covered = ranges.len() == short.parts.len() && !table::is_given(&short.parts[0].word);
            covered
                && ranges[0].0.start == long.family
                && long.family > 0
                && ranges.iter().all(|(_, likeness)| *likeness <= Likeness::Family)
        };
        within(self.one, self.other, self.pairs.iter().map(|p| (&p.other, p.likeness)).collect())
            || within(self.other, self.one, self.pairs.iter().map(|p| (&p.one, p.likeness)).collect())
    }

    /// Given names and family names on both sides.
    fn full(&self, found: &mut Weighed) {
        let weights = &mut found.weights;
        let Some((family, shifted)) = self.family() else {
            let words = [&self.one, &self.other].map(|side| side.parts[side.family].written.as_str());
            return weights.add(Id::ConflictFamilyName, 0, &words);
        };
        let given = self.pair(0, 0).filter(|pair| *pair != family);
        let Some(given) = given.or_else(|| self.called(family, weights)) else {
            let (a, b) = (&self.one.parts[0], &self.other.parts[0]);
            if weights.ruled_out {
                return;
            }
            let id = if a.initial || b.initial { Id::ConflictInitial } else { Id::ConflictGivenName };
            return weights.add(id, 0, &[&a.written, &b.written]);
        };
        weights.points += 88;
        if self.pairs.iter().all(|pair| pair.likeness == Likeness::Equal)
            && self.gaps().iter().all(|gap| gap.one.is_empty() && gap.other.is_empty())
        {
            weights.add(Id::SameName, 0, &self.all(&self.pairs));
        }
        weights.add(form(given.likeness, false), given_cost(given.likeness), &self.words(given));
        weights.add(form(family.likeness, true), family_cost(family.likeness), &self.words(family));
        if given.likeness >= Likeness::Slip && family.likeness >= Likeness::Slip {
            weights.add(Id::ConflictFamilyName, 0, &self.words(family));
        }
        if family.likeness == Likeness::Gendered {
            self.married(given, family, weights);
        }
        if self.one.turned != self.other.turned {
            weights.add(Id::NameOrder, -1, &self.all(&self.pairs));
        }
        if shifted {
            let usual = self.customs.any(&["chain", "ethiopic", "indonesian", "spanish"]);
            weights.add(Id::NamesLeftOut, if usual { -4 } else { -12 }, &self.words(family));
        }
        self.middle(given, family, weights);
        self.left_out(weights);
        let gaps = self.gaps();
        found.apart = gaps.iter().any(|gap| !gap.one.is_empty()) && gaps.iter().any(|gap| !gap.other.is_empty());
        found.common = self.common(given, family, weights);
    }

    /// The pair of family names, and whether it is the last name of one and an earlier one of the other.
    fn family(&self) -> Option<(&Pair, bool)> {
        let words = |side: &'a Ordered| side.parts.iter().map(|part| part.word.as_str());
        let identical = words(self.one).eq(words(self.other));
        let fits = |pair: &&Pair| identical || !matches!(pair.likeness, Likeness::Short | Likeness::Initial);
        let deciding = self.pair(self.one.family, self.other.family).filter(fits);
        if let Some(pair) = deciding {
            return Some((pair, false));
        }
        let (last, other_last) = (self.one.parts.len() - 1, self.other.parts.len() - 1);
        let ends = self.pair(last, other_last).filter(fits);
        if self.customs.has("spanish") && !self.customs.has("english") {
            // "Alberto Kenya Fujimori": what stands before is no family name that is known, and can be a given name.
            let deciding = [self.one, self.other].map(|side| (side.family + 1 < side.parts.len()).then(|| &side.parts[side.family].word));
            let unknown = deciding.iter().flatten().all(|word| table::frequency(word, self.customs) == 0 && !self.one.parts[last].joined);
            // "Cristina Fernández de Kirchner": the husband's name.
            let married = ends.filter(|pair| self.one.parts[pair.one.start].of != self.other.parts[pair.other.start].of);
            // "Rodríguez Zapatero": who has a very common first family name is called by the second.
            let second = |long: &Ordered, short: &Ordered| {
                let [.., first, second] = long.parts.as_slice() else { return false };
                long.family + 2 == long.parts.len()
                    && short.family + 1 == short.parts.len()
                    && table::frequency(&first.word, self.customs) > 1
                    && table::frequency(&second.word, self.customs) == 0
            };
            let called = second(self.one, self.other) || second(self.other, self.one);
            return ends
                .filter(|_| married.is_some() || called || unknown && self.one.parts.len().min(self.other.parts.len()) == 2)
                .map(|pair| (pair, true));
        }
        if let Some(pair) = ends {
            return Some((pair, false));
        }
        // "Abiy Ahmed" and "Abiy Ahmed Ali": the last of one behind the first of the other.
        let behind = |pair: &&Pair| pair.one.start > 0 && pair.other.start > 0;
        let ends = |pair: &&Pair| {
            pair.one.end > last && self.one.parts.len() < self.other.parts.len()
                || pair.other.end > other_last && self.other.parts.len() < self.one.parts.len()
        };
        self.pairs.iter().filter(fits).filter(behind).find(ends).map(|pair| (pair, true))
    }

    /// A later given name of one answers to the first of the other: a call name, or the father's name.
    fn called(&self, family: &Pair, weights: &mut Weights) -> Option<&Pair> {
        let pair = self.pairs.first().filter(|pair| *pair != family && (pair.one.start == 0 || pair.other.start == 0))?;
        if !matches!(pair.likeness, Likeness::Equal | Likeness::Sound | Likeness::Spelling | Likeness::Short) {
            return None;
        }
        let dropped = if pair.one.start == 0 { &self.other.parts[..pair.other.start] } else { &self.one.parts[..pair.one.start] };
        // "Donald Tsang Yam-kuen": in the east only an English name is left out.
        if self.customs.is_eastern() && !dropped.iter().all(|part| table::gender(&part.word).is_some()) {
            return None;
        }
        let words: Vec<&str> = self.words(pair).into_iter().chain(dropped.iter().map(|part| part.written.as_str())).collect();
        // "Muhammad" before another name is often left out, and in Iran "Ali" is.
        let is = |part: &Part, names: &[&str]| table::given_names().get(&part.word).iter().any(|row| names.contains(&row[1]));
        let (one, other) = self.parts(pair);
        let compound = ["akbar", "asghar", "reza", "mohammed"];
        let called = one.iter().chain(other).any(|part| compound.contains(&part.word.as_str()) || is(part, &["mohammed"]));
        let blessing = |part: &Part| is(part, &["mohammed"]) || called && part.word == "ali";
        if dropped.iter().all(blessing) && !self.parts(pair).0[0].father && !self.parts(pair).1[0].father {
            weights.add(Id::CallName, -3, &words);
        } else if self.customs.has("chain") {
            weights.add(Id::FatherAndSon, 0, &words);
            return None;
        } else {
            weights.add(Id::CallName, -8, &words);
        }
        Some(pair)
    }

    /// A family name in its male and its female form: one woman, named so and so, or a man and a woman.
    fn married(&self, given: &Pair, family: &Pair, weights: &mut Weights) {
        let (one, _) = self.parts(given);
        let woman = given.likeness <= Likeness::Short && table::gender(&one[0].word) == Some('f');
        if !woman {
            weights.add(Id::GenderedFamilyName, 0, &self.words(family));
        }
    }

    /// The names between and behind.
    fn middle(&self, given: &Pair, family: &Pair, weights: &mut Weights) {
        // A second initial tells more than the second of two names does.
        let points = |agreed: usize| match (agreed, given.likeness) {
            (0 | 1, Likeness::Initial) => 4,
            (0 | 1, _) => 2,
            _ => 0,
        };
        for (agreed, pair) in self.pairs.iter().filter(|pair| *pair != given && *pair != family).enumerate() {
            let (one, other) = self.parts(pair);
            let patronymic = one.iter().chain(other).any(|part| is_patronymic(&part.word));
            weights.add(if patronymic { Id::PatronymicFits } else { Id::MiddleNameFits }, points(agreed), &self.words(pair));
        }
        let gaps = self.gaps();
        for gap in gaps.iter().filter(|gap| !gap.one.is_empty() && !gap.other.is_empty()) {
            let words: Vec<&str> = gap.one.iter().chain(gap.other).map(|part| part.written.as_str()).collect();
            let patronymics = |parts: &[Part]| parts.iter().any(|part| is_patronymic(&part.word));
            let id = if gap.place == 0 {
                Id::ConflictGivenName
            } else if gap.place == self.pairs.len() {
                Id::ConflictSecondSurname
            } else if patronymics(gap.one) && patronymics(gap.other) {
                Id::ConflictPatronymic
            } else if gap.one.iter().chain(gap.other).any(|part| part.initial) {
                Id::ConflictInitial
            } else {
                Id::ConflictMiddleName
            };
            weights.add(id, 0, &words);
        }
        // Words that answer to each other at other places: "García López", "López García".
        for one in &gaps {
            for other in gaps.iter().filter(|other| other.place != one.place) {
                for (a, b) in one.one.iter().flat_map(|a| other.other.iter().map(move |b| (a, b))) {
                    if !a.initial && !b.initial && likeness::of(a, b, self.ears).is_some_and(|like| like <= Likeness::Sound) {
                        weights.add(Id::ConflictOrder, 0, &[&a.written, &b.written]);
                    }
                }
            }
        }
    }

    /// The stretches without an answer, with those that are empty.
    fn gaps(&self) -> Vec<Gap<'a>> {
        let mut gaps = Vec::new();
        let (mut i, mut j) = (0, 0);
        for (place, pair) in self.pairs.iter().enumerate() {
            gaps.push(Gap { one: &self.one.parts[i..pair.one.start], other: &self.other.parts[j..pair.other.start], place });
            (i, j) = (pair.one.end, pair.other.end);
        }
        gaps.push(Gap { one: &self.one.parts[i..], other: &self.other.parts[j..], place: self.pairs.len() });
        gaps
    }

    /// Names that one side leaves out.
    fn left_out(&self, weights: &mut Weights) {
        let gaps = self.gaps();
        let missing = || gaps.iter().flat_map(|gap| gap.one.iter().chain(gap.other).map(|part| (gap.place, part)));
        let words: Vec<&str> = missing().map(|(_, part)| part.written.as_str()).collect();
        if words.is_empty() {
            return;
        }
        let english = self.pairs.first().is_some_and(|pair| self.parts(pair).0.iter().any(|part| table::gender(&part.word).is_some()));
        if self.customs.is_eastern() && !english && missing().any(|(_, part)| !part.initial && table::gender(&part.word).is_none()) {
            // Each syllable counts.
            return weights.add(Id::ConflictGivenName, 0, &words);
        }
        // "George W." and "George H. W.": who tells a later name tells the earlier one.
        let skipped = gaps.iter().any(|gap| {
            let inside = gap.place > 0 && gap.place < self.pairs.len();
            inside
                && !(gap.one.is_empty() && gap.other.is_empty())
                && self.pairs[gap.place].one.start < self.one.family
                && self.pairs[gap.place].other.start < self.other.family
        });
        if skipped && (self.customs.has("english") || missing().any(|(_, part)| part.initial)) {
            return weights.add(Id::ConflictMiddleName, 0, &words);
        }
        let halves = missing().any(|(place, part)| place < self.pairs.len() && part.joined || self.after_joined(part));
        let fathers = missing().any(|(place, part)| part.father && place < self.pairs.len());
        let count = i32::try_from(words.len()).unwrap_or(3).min(3);
        weights.add(Id::NamesLeftOut, -3 * count - if halves { 6 } else { 0 } - if fathers { 8 } else { 0 }, &words);
    }

    /// The second half of a joined name.
    fn after_joined(&self, part: &Part) -> bool {
        [self.one, self.other].iter().any(|side| side.parts.windows(2).any(|pair| pair[0].joined && std::ptr::eq(&pair[1], part)))
    }

    /// How many people have the name.
    fn common(&self, given: &Pair, family: &Pair, weights: &mut Weights) -> bool {
        let (one, other) = self.parts(family);
        let frequency = one.iter().chain(other).map(|part| table::frequency(&part.word, self.customs)).max().unwrap_or(0);
        if frequency == 0 {
            return false;
        }
        let mut common = false;
        let mut doubt = if frequency > 1 { -5 } else { -2 };
        let (first, _) = self.parts(given);
        if given.likeness == Likeness::Initial {
            doubt -= if frequency > 1 { 8 } else { 3 };
        } else if frequency > 1 && table::is_given(&first[0].word) && self.pairs.len() == 2 {
            doubt -= 4;
            common = true;
        } else if self.customs.has("chinese") && self.pairs.len() == 2 && first.len() == 1 && first[0].word.len() <= 4 {
            doubt -= 24;
            common = true;
        }
        weights.add(Id::CommonName, doubt, &self.words(family));
        common
    }

    /// What title and given name tell of the gender, where the names leave it open.
    fn gender(&self, weights: &mut Weights, names: [&Name; 2], strength: Strength) {
        let told = self.pairs.first().is_some_and(|pair| pair.likeness <= Likeness::Short && strength == Strength::Names);
        if told && names.iter().any(|name| name.gender.is_none()) {
            return;
        }
        fn of<'n>(name: &'n Name, side: &'n Ordered) -> Option<(char, &'n str)> {
            let given = side.parts.first().filter(|part| !part.initial && side.parts.len() > 1);
            let listed = given.and_then(|part| Some((table::gender(&part.word)?, part.written.as_str())));
            name.gender.as_ref().map(|(gender, title)| (*gender, title.as_str())).or(listed)
        }
        if let (Some((a, one)), Some((b, other))) = (of(names[0], self.one), of(names[1], self.other))
            && a != b
        {
            weights.add(Id::ConflictGender, 0, &[one, other]);
        }
    }
}

fn form(likeness: Likeness, family: bool) -> Id {
    match likeness {
        Likeness::Equal if family => Id::SameFamilyName,
        Likeness::Equal => Id::SameGivenName,
        Likeness::Sound => Id::Transliteration,
        Likeness::Spelling => Id::GivenNameForm,
        Likeness::Family | Likeness::Gendered => Id::FamilyNameForm,
        Likeness::Short => Id::Nickname,
        Likeness::Initial => Id::InitialFits,
        Likeness::Slip => Id::Slip,
        Likeness::Loose => Id::LooseSpelling,
    }
}

fn given_cost(likeness: Likeness) -> i32 {
    match likeness {
        Likeness::Equal => 0,
        Likeness::Sound => -1,
        Likeness::Spelling | Likeness::Family | Likeness::Gendered => -2,
        Likeness::Short => -7,
        Likeness::Initial => -26,
        Likeness::Slip => -14,
        Likeness::Loose => -38,
    }
}

fn family_cost(likeness: Likeness) -> i32 {
    match likeness {
        Likeness::Equal => 0,
        Likeness::Sound | Likeness::Spelling => -2,
        Likeness::Family => -4,
        Likeness::Gendered => -18,
        Likeness::Slip => -14,
        Likeness::Short | Likeness::Initial => -24,
        Likeness::Loose => -28,
    }
}
