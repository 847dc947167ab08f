//! What is wrong with a line of a dictionary. The rest of the file is used all the same.

use serde::Serialize;

/// A line, or a part of one, that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DictionaryProblem {
    /// The file's name, as it was given.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column in the line where the trouble begins, counted in characters from 1.
    pub column: u32,
    /// A stable code for programs: `no-code`, `bad-date`, `unknown-synset` …
    pub code: &'static str,
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub hint: &'static str,
}

impl std::fmt::Display for DictionaryProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}: {} ({}): {}", self.file, self.line, self.column, self.message, self.code, self.hint)
    }
}

/// The kinds of trouble: code and hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    Kind,
    Empty,
    Bracket,
    Brace,
    NoCode,
    BadCode,
    BadDate,
    NoVerb,
    Order,
    Synset,
    Choice,
    Role,
    Macro,
    NoBlock,
    Compound,
    Transform,
    Entry,
}

impl Trouble {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Kind => "unknown-kind",
            Self::Empty => "no-words",
            Self::Bracket => "unclosed-bracket",
            Self::Brace => "unclosed-brace",
            Self::NoCode => "no-code",
            Self::BadCode => "bad-code",
            Self::BadDate => "bad-date",
            Self::NoVerb => "no-verb",
            Self::Order => "misplaced-line",
            Self::Synset => "unknown-synset",
            Self::Choice => "choice-in-pattern",
            Self::Role => "role-in-pattern",
            Self::Macro => "unknown-marker",
            Self::NoBlock => "no-block",
            Self::Compound => "bad-compound",
            Self::Transform => "bad-transformation",
            Self::Entry => "bad-entry",
        }
    }

    pub(crate) fn hint(self) -> &'static str {
        match self {
            Self::Kind => {
                "a file holds verbs (`--- … ---`, `- * … [010]`), actors (`NAME [CODE]`), agents (`NAME [~CODE]`), issues or discards"
            }
            Self::Empty => "write the words before the code: NORTH_HARBOUR [NHB]",
            Self::Bracket => "close the bracket: [CODE] or [CODE 19950101-19991231]",
            Self::Brace => "close the brace: {FORMS OF THE VERB} or {}",
            Self::NoCode => "give the entry a code in brackets: [CODE]",
            Self::BadCode => "a code has no blanks; of an agent it begins or ends with `~`",
            Self::BadDate => "write days as YYYYMMDD or YYMMDD: [CODE <19950101], [CODE >19950101] or [CODE 19950101-19991231]",
            Self::NoVerb => "mark the verb's place by one `*`: - * AGREEMENT [057]",
            Self::Order => "a line with `+` or of dated codes belongs below a name",
            Self::Synset => "define the set above the pattern: &SET, then lines +WORD",
            Self::Choice => "patterns over words have no choices: make a set, &SET, of what can stand there",
            Self::Role => "patterns over phrases find who is who by themselves: leave out `$`, `+`, `^` and `%`",
            Self::Macro => "define the marker above: !PERSON! = MAN, WOMAN",
            Self::NoBlock => "begin a block first: --- SAY [010] ---",
            Self::Compound => "mark the word that is the verb by `+`: +CALL_OFF",
            Self::Transform => "write it as ~ a (a b ATTACK) SAY = a b 015",
            Self::Entry => "docs/dictionaries.md describes each kind of line",
        }
    }
}
