//! What a language brings: its lists, and how its words are inflected.

mod beginning;
mod cue;
mod hedge;
mod inflection;
mod leader;
mod lemma;
mod predicate;
mod rule;
mod rule_file;
mod sign;
mod spelling;
pub mod tables;

pub(crate) use cue::{Cue, Cues, Frame};
pub(crate) use hedge::{Hedge, Hedges};
pub(crate) use inflection::{Inflection, Tense};
pub(crate) use leader::{Holding, Leaders};
pub(crate) use lemma::Lemmas;
pub(crate) use predicate::{Predicate, Predicates};
pub(crate) use rule::{ANY, Kind, Need, Place, Rules};
pub use rule::{Rule, RuleError};
pub(crate) use sign::Signs;
pub(crate) use spelling::{Spelling, Whole};

use beginning::Beginnings;
use cubaru_lexicon::{Lexicon, LexiconError, List, fold_case};
use tables::Tables;

/// A language, ready to parse with.
#[derive(Clone)]
pub struct Language {
    lexicon: Lexicon,
    classes: Vec<Option<Class>>,
    inflection: Inflection,
    lemmas: Lemmas,
    rules: Rules,
    cues: Cues,
    hedges: Hedges,
    predicates: Predicates,
    beginnings: Beginnings,
    spelling: Spelling,
    leaders: Leaders,
    signs: Signs,
    syntax: Option<Tables>,
}

/// The lists that the grammars look words up in, by the names of their files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// `abbreviations`
    Abbreviation,
    /// `agents`
    Agent,
    /// `bodies`
    Body,
    /// `body-heads`
    BodyHead,
    /// `common-words`
    Common,
    /// `contexts`
    Context,
    /// `countries`
    Country,
    /// `descriptions`
    Description,
    /// `given-names`
    GivenName,
    /// `hedges`
    Hedge,
    /// `name-heads`
    NameHead,
    /// `name-particles`
    Particle,
    /// `peoples`
    People,
    /// `periods`
    Period,
    /// `places`
    Place,
    /// `posts`
    Post,
    /// `seats`
    Seat,
    /// `time-words`
    TimeWord,
    /// `topics`
    Topic,
    /// `number-words`
    NumberWord,
    /// `currencies`
    Currency,
    /// `post-words`
    PostWord,
}

impl Class {
    fn of_list(name: &str) -> Option<Self> {
        Some(match name {
            "abbreviations" => Self::Abbreviation,
            "agents" => Self::Agent,
            "bodies" => Self::Body,
            "body-heads" => Self::BodyHead,
            "common-words" => Self::Common,
            "contexts" => Self::Context,
            "countries" => Self::Country,
            "descriptions" => Self::Description,
            "given-names" => Self::GivenName,
            "hedges" => Self::Hedge,
            "name-heads" => Self::NameHead,
            "name-particles" => Self::Particle,
            "peoples" => Self::People,
            "periods" => Self::Period,
            "places" => Self::Place,
            "posts" => Self::Post,
            "seats" => Self::Seat,
            "time-words" => Self::TimeWord,
            "topics" => Self::Topic,
            "number-words" => Self::NumberWord,
            "currencies" => Self::Currency,
            "post-words" => Self::PostWord,
            _ => return None,
        })
    }
}

impl Language {
    /// A language whose lists were packed at build time.
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, LexiconError> {
        Lexicon::from_static(bytes).map(Self::new)
    }

    /// A language made of lists at run time.
    pub fn from_lists(lists: &[List]) -> Result<Self, LexiconError> {
        Lexicon::from_lists(lists).map(Self::new)
    }

    fn new(lexicon: Lexicon) -> Self {
        let classes = lexicon.list_names().map(Class::of_list).collect();
        let (inflection, lemmas) = (Inflection::new(&lexicon), Lemmas::new(&lexicon));
        let (rules, cues, hedges) = (Rules::default(), Cues::new(&lexicon), Hedges::new(&lexicon));
        let (predicates, beginnings) = (Predicates::new(&lexicon), Beginnings::new(&lexicon));
        let (spelling, signs, leaders) = (Spelling::new(&lexicon), Signs::new(&lexicon), Leaders::new(&lexicon));
        Self { lexicon, classes, inflection, lemmas, rules, cues, hedges, predicates, beginnings, spelling, leaders, signs, syntax: None }
    }

    /// The same with tables that tell word classes and trees.
    pub fn with_syntax(mut self, tables: Tables) -> Self {
        self.syntax = Some(tables);
        self
    }

    /// The tables that tell its word classes and trees.
    pub(crate) fn syntax(&self) -> Option<&Tables> {
        self.syntax.as_ref()
    }

    /// Its lists.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The class of the list that an entry stands in; none for lists that are not matched in running text.
    pub(crate) fn class(&self, list_index: u32) -> Option<Class> {
        self.classes.get(list_index as usize).copied().flatten()
    }

    /// Whether an entry of one of some classes may begin where a text begins; where not, there is no need to look it up.
    pub(crate) fn may_begin(&self, classes: &[Class], text: &str) -> bool {
        self.beginnings.may_begin(classes, text)
    }

    /// How its verbs are inflected.
    pub(crate) fn inflection(&self) -> &Inflection {
        &self.inflection
    }

    /// The lemmas that its lists give.
    pub(crate) fn lemmas(&self) -> &Lemmas {
        &self.lemmas
    }

    /// The same with the rules of events of a file, which go before those that it has where both fit alike. `file` names them in errors and in what
    /// [`Why`](crate::Why) says.
    pub fn with_rules(mut self, file: &str, text: &str) -> Result<Self, RuleError> {
        self.rules.add(file, text)?;
        self.inflection.know(self.rules.verbs());
        Ok(self)
    }

    /// The rules of its events.
    pub fn event_rules(&self) -> &[Rule] {
        self.rules.all()
    }

    /// The same, by their triggers.
    pub(crate) fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Its cues of attribution.
    pub(crate) fn cues(&self) -> &Cues {
        &self.cues
    }

    /// Its words that change certainty.
    pub(crate) fn hedges(&self) -> &Hedges {
        &self.hedges
    }

    /// Its predicates with their signatures.
    pub(crate) fn predicates(&self) -> &Predicates {
        &self.predicates
    }

    /// Who led what, and when.
    pub(crate) fn leaders(&self) -> &Leaders {
        &self.leaders
    }

    /// How its words are written together and apart.
    pub(crate) fn spelling(&self) -> &Spelling {
        &self.spelling
    }

    /// Words that tell what a name beside them names.
    pub(crate) fn signs(&self) -> &Signs {
        &self.signs
    }

    /// Whether a form is an abbreviation, and of which kind.
    pub(crate) fn abbreviation(&self, form: &str) -> Option<&str> {
        let mut walk = self.lexicon.walk();
        if !walk.feed(form) {
            return None;
        }
        walk.hits().find(|e| self.class(e.list_index()) == Some(Class::Abbreviation)).map(|e| e.cell(1))
    }

    /// The length of the longest abbreviation at the beginning of a text.
    pub(crate) fn abbreviation_at(&self, text: &str) -> Option<usize> {
        let mut walk = self.lexicon.walk();
        let mut longest = None;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if c.is_whitespace() || !walk.feed(&text[at..end]) {
                break;
            }
            if c == '.' && walk.hits().any(|e| self.class(e.list_index()) == Some(Class::Abbreviation)) {
                longest = Some(end);
            }
        }
        longest
    }

    /// Whether a word is a small word of grammar, such as "the" or "he".
    pub(crate) fn is_function(&self, word: &str) -> bool {
        let mut walk = self.lexicon.walk();
        walk.feed(&fold_case(word)) && walk.hits().any(|e| self.class(e.list_index()) == Some(Class::Common) && e.cell(1) == "function")
    }

    /// Whether a word is a modal verb: "may", "will". With a capital it can be a surname.
    pub(crate) fn is_modal(&self, word: &str) -> bool {
        self.hedges.get(&fold_case(word)).iter().any(|h| h.kind == "modal")
    }
}

/// The first word of a form, and the others.
fn words(form: &str) -> (String, Vec<String>) {
    let mut words = form.split(' ').map(String::from);
    (words.next().unwrap_or_default(), words.collect())
}
