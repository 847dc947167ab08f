//! What is asked for: conditions by name, the same names in every language.

use crate::base::BaseError;
use cubaru_parse::{Certainty, Modality, PartialDate, Status};
use std::collections::BTreeMap;

/// What a query asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Events as documents tell them.
    Events,
    /// Claims.
    Claims,
    /// Holdings of posts.
    Tenures,
}

impl About {
    /// The name, as errors show it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Claims => "claims",
            Self::Tenures => "tenures",
        }
    }

    /// The names of the conditions that it takes.
    pub fn conditions(self) -> &'static [&'static str] {
        match self {
            Self::Events => &[
                "of",
                "type",
                "mode",
                "quad",
                "cameo",
                "actor",
                "recipient",
                "party",
                "person",
                "office",
                "sector",
                "place",
                "between",
                "certainty",
                "status",
                "modality",
                "speaker",
                "source",
                "document",
                "published",
                "words",
                "id",
            ],
            Self::Claims => &["kind", "certainty", "status", "modality", "speaker", "source", "document", "published", "words", "id"],
            Self::Tenures => &["person", "post", "country", "between", "speaker", "source", "document", "published", "words", "id"],
        }
    }
}

/// A question to a knowledge base. Calls of one condition are alternatives; conditions of different names must all hold.
///
/// ```
/// use cubaru_model::query::Query;
/// let query = Query::events().with("of", &["CONSULT", "AGREE"]).and_then(|q| q.with("between", &["2022-02", "2023-06"]));
/// assert!(query.is_ok());
/// assert_eq!(Query::events().with("colour", &["red"]).unwrap_err().code(), "unknown-condition");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(crate) about: About,
    pub(crate) conditions: BTreeMap<&'static str, Vec<Vec<String>>>,
}

impl Query {
    /// A question for events.
    pub fn events() -> Self {
        Self::about(About::Events)
    }

    /// A question for claims.
    pub fn claims() -> Self {
        Self::about(About::Claims)
    }

    /// A question for holdings of posts.
    pub fn tenures() -> Self {
        Self::about(About::Tenures)
    }

    /// A question with no condition yet.
    pub fn about(about: About) -> Self {
        Self { about, conditions: BTreeMap::new() }
    }

    /// What it asks for.
    pub fn asks_for(&self) -> About {
        self.about
    }

    /// The same with a condition more. `between` and `published` take a first and a last date, `office` a post and, if wanted, a country; every
    /// other takes one value or several alternatives.
    ///
    /// # Errors
    /// `unknown-condition` for a name that there is not, `bad-value` for a value that it cannot have.
    pub fn with(mut self, name: &str, values: &[&str]) -> Result<Self, BaseError> {
        let known = self.about.conditions();
        let Some(name) = known.iter().find(|k| **k == name) else {
            return Err(BaseError::UnknownCondition { given: name.into(), about: self.about.name(), known: known.join(", ") });
        };
        let calls: Vec<Vec<String>> = match *name {
            "between" | "published" => vec![range(values)?],
            "office" => vec![post(values)?],
            _ => values.iter().map(|v| value(name, v).map(|v| vec![v])).collect::<Result<_, _>>()?,
        };
        self.conditions.entry(name).or_default().extend(calls);
        Ok(self)
    }
}

fn bad(given: &str, expected: &'static str) -> BaseError {
    BaseError::BadValue { given: given.into(), expected }
}

/// The first day of the first date and the last day of the last; one date alone is its own range.
fn range(values: &[&str]) -> Result<Vec<String>, BaseError> {
    let date = |v: &str| PartialDate::parse(v).ok_or_else(|| bad(v, "date (2023, 2023-06 or 2023-06-04)"));
    let (from, to) = match values {
        [one] => (date(one)?, date(one)?),
        [from, to] => (date(from)?, date(to)?),
        _ => return Err(bad(&values.join(" "), "range of a first and a last date")),
    };
    let (from, to) = (from.first().to_string(), to.last().to_string());
    if from > to { Err(bad(&values.join(" to "), "range: it ends before it begins")) } else { Ok(vec![from, to]) }
}

fn post(values: &[&str]) -> Result<Vec<String>, BaseError> {
    match values {
        [post] | [post, ""] if !crate::base::fold::run(post).is_empty() => Ok(vec![(*post).into()]),
        [post, country] if !crate::base::fold::run(post).is_empty() => Ok(vec![(*post).into(), country.to_uppercase()]),
        _ => Err(bad(&values.join(" "), "post, or post and country (alpha-3)")),
    }
}

fn value(name: &str, value: &str) -> Result<String, BaseError> {
    let known = |fine: bool, expected| if fine { Ok(value.to_string()) } else { Err(bad(value, expected)) };
    match name {
        "sector" => known(value.len() == 3, "sector of three letters").map(|v| v.to_uppercase()),
        "of" | "type" | "quad" | "country" => known(!value.is_empty(), "code").map(|v| v.to_uppercase()),
        "status" => known(Status::from_name(value).is_some(), "status (actual, reported, future, possible, hypothetical, negated)"),
        "certainty" => known(Certainty::from_code(value).is_some(), "certainty (CT+, PR+, PS+, U, CT-, PR-, PS-)"),
        "modality" => known(Modality::from_name(value).is_some(), "modality"),
        "kind" => known(["event", "office", "statement"].contains(&value), "kind of claim (event, office, statement)"),
        "words" => known(!crate::base::fold::run(value).is_empty(), "text with a word in it"),
        _ => known(!value.trim().is_empty(), "text"),
    }
}
