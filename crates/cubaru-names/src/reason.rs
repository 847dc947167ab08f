//! Why two names are one person, or two.

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// A reason for or against.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// Which it is.
    pub id: ReasonId,
    /// The words that it rests on, as they stand in the two records, sorted.
    pub words: Vec<String>,
}

macro_rules! reasons {
    ($($name:ident $id:literal $stance:ident $what:literal)*) => {
        /// Which reason.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ReasonId {$(
            #[doc = $what]
            $name,
        )*}

        impl ReasonId {
            /// All reasons.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable name, as it stands in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// Whether it speaks for one person, against, or only limits what the rest says.
            pub fn stance(self) -> Stance {
                match self { $(Self::$name => Stance::$stance,)* }
            }

            /// What it says, in words.
            pub fn what(self) -> &'static str {
                match self { $(Self::$name => $what,)* }
            }
        }
    };
}

impl Stance {
    /// Its name in JSON: `for`, `doubt`, `against`.
    pub fn name(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Doubt => "doubt",
            Self::Against => "against",
        }
    }
}

/// As `{"id", "stance", "words"}`.
impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut reason = serializer.serialize_struct("Reason", 3)?;
        reason.serialize_field("id", self.id.name())?;
        reason.serialize_field("stance", self.id.stance().name())?;
        reason.serialize_field("words", &self.words)?;
        reason.end()
    }
}

/// What a reason speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// For one person.
    For,
    /// Makes one person less likely.
    Doubt,
    /// Rules one person out.
    Against,
}

reasons! {
    SameName "same-name" For "The names are the same, letter by letter."
    SameFamilyName "same-family-name" For "The family names are the same."
    SameGivenName "same-given-name" For "The given names are the same."
    Transliteration "transliteration" For "The words are one name, written by other rules of spelling."
    GivenNameForm "given-name-form" For "Two spellings of one given name."
    FamilyNameForm "family-name-form" For "Two romanisations of one family name."
    Nickname "nickname" For "One given name is a short form of the other."
    InitialFits "initial-fits" For "The initial fits the name."
    PatronymicFits "patronymic-fits" For "The names formed from the father's name agree."
    MiddleNameFits "middle-name-fits" For "Further names agree."
    NameOrder "name-order" For "The same words, the family name first in one and last in the other."
    CallName "call-name" Doubt "One is called by a later given name of the other."
    SurnameAlone "surname-alone" Doubt "One record has a family name alone."
    OneNameAlone "one-name-alone" Doubt "One record has a given name alone."
    NamesLeftOut "names-left-out" Doubt "Names of one record are left out in the other."
    Slip "slip" Doubt "One letter within a long word differs."
    LooseSpelling "loose-spelling" Doubt "The words can be one name, by more rules of spelling than one name mostly needs."
    CommonName "common-name" Doubt "Many people have this name."
    KnownNamesakes "known-namesakes" Doubt "Several known people have this name, and nothing tells which is meant."
    SameCountry "same-country" For "Of the same country."
    SuccessorState "successor-state" For "One country was once part of the other, or came out of it."
    InternationalOffice "international-office" For "The office is of a body of many states, and its holder can be of any."
    SameOffice "same-office" For "The offices are of one kind."
    SingleOffice "single-office" For "The office has one holder at a time, and the years are near."
    NearYears "near-years" For "The years are near."
    SameNumber "same-number" For "The same number of that name, or the same suffix."
    OtherOffice "other-office" Doubt "Other offices, such as one career can hold."
    RareOffices "rare-offices" Doubt "Few people have held offices of both kinds."
    FarYears "far-years" Doubt "Many years lie between."
    NumberOnOneSide "number-on-one-side" Doubt "One has a number or a suffix, the other has none."
    GenderedFamilyName "gendered-family-name" Against "The family name is that of a man in one and of a woman in the other."
    ConflictFamilyName "conflict-family-name" Against "The family names differ."
    ConflictGivenName "conflict-given-name" Against "The given names differ."
    ConflictInitial "conflict-initial" Against "The initials differ."
    ConflictMiddleName "conflict-middle-name" Against "Further names differ."
    ConflictPatronymic "conflict-patronymic" Against "The fathers' names differ."
    ConflictSecondSurname "conflict-second-surname" Against "The second family names differ."
    ConflictOrder "conflict-order" Against "The same words in an order that makes another name."
    FatherAndSon "father-and-son" Against "One's own name is the other's father's name."
    GenerationalSuffix "generational-suffix" Against "Other numbers or suffixes: senior and junior, the first and the second."
    ConflictBearer "conflict-bearer" Against "Two known people have this name, and each record is one of them, by its year."
    ConflictGender "conflict-gender" Against "One is a man, the other a woman."
    ConflictCountry "conflict-country" Against "Of other countries."
    ConflictOffice "conflict-office" Against "Hardly anyone has held both offices."
    YearTooFar "year-too-far" Against "More years lie between than one career lasts."
    NoName "no-name" Against "A record has no name."
}
