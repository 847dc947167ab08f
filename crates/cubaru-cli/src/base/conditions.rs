//! What is asked for: the conditions, as options of the names that they have in Rust.

use clap::Args;
use cubaru::{Ask, Asked};

/// The conditions on the document and on who says so.
#[derive(Args, Default, PartialEq)]
#[command(next_help_heading = "Which (one option given twice: either; different options: all)")]
pub(super) struct Stated {
    /// In whose words: a name, an id or an actor code
    #[arg(long, value_name = "WHO")]
    speaker: Vec<String>,
    /// The certainty: CT+, PR+, PS+, U, CT-, PR-, PS-
    #[arg(long, value_name = "CODE")]
    certainty: Vec<String>,
    /// What became of it: actual, reported, future, possible, hypothetical, negated
    #[arg(long)]
    status: Vec<String>,
    /// The publisher, or your own id of the document
    #[arg(long)]
    source: Vec<String>,
    /// The document: its hash, the beginning of it, or your own id
    #[arg(long)]
    document: Vec<String>,
    /// When the document was published: DATE, or FROM..TO
    #[arg(long, value_name = "DATES", value_parser = range)]
    published: Option<Range>,
    /// Words of the sentence: all of these; "in marks" side by side
    #[arg(long)]
    words: Vec<String>,
}

/// The conditions on events.
#[derive(Args, Default, PartialEq)]
pub(super) struct Events {
    /// The class: CONSULT, SANCTION …
    #[arg(long, value_name = "CLASS")]
    of: Vec<String>,
    /// What PLOVER would code
    #[arg(long = "type", value_name = "CLASS")]
    plover: Vec<String>,
    /// PLOVER's mode: visit, meet …
    #[arg(long)]
    mode: Vec<String>,
    /// The quad class: 'VERBAL COOPERATION' …
    #[arg(long)]
    quad: Vec<String>,
    /// How the CAMEO code begins
    #[arg(long, value_name = "CODE")]
    cameo: Vec<String>,
    /// Who acts: a code or how it begins (RUS, RUSGOV), a name, an id
    #[arg(long, value_name = "WHO")]
    actor: Vec<String>,
    /// To whom
    #[arg(long, value_name = "WHO")]
    recipient: Vec<String>,
    /// Who acts or to whom
    #[arg(long, value_name = "WHO")]
    party: Vec<String>,
    /// A person who takes part
    #[arg(long, value_name = "NAME")]
    person: Vec<String>,
    /// Those in a post at the time: POST, or POST@COUNTRY ('foreign minister@RUS')
    #[arg(long, value_name = "POST")]
    office: Vec<String>,
    /// A sector: GOV, MIL, LEG …
    #[arg(long)]
    sector: Vec<String>,
    /// Where: a country's code, a name, an id
    #[arg(long)]
    place: Vec<String>,
    /// When it can have been: DATE, or FROM..TO
    #[arg(long, value_name = "DATES", value_parser = range)]
    between: Option<Range>,
    #[command(flatten)]
    stated: Stated,
}

/// Two dates, the last included.
type Range = (String, String);

fn range(given: &str) -> Result<Range, String> {
    let (from, to) = given.split_once("..").unwrap_or((given, given));
    match cubaru::Query::events().with("between", &[from, to]) {
        Ok(_) => Ok((from.into(), to.into())),
        Err(error) => Err(error.to_string()),
    }
}

fn each<'b, T: Asked>(ask: Ask<'b, T>, name: &str, values: &[String]) -> Ask<'b, T> {
    if values.is_empty() { ask } else { ask.with(name, &values.iter().map(String::as_str).collect::<Vec<_>>()) }
}

impl Stated {
    pub(super) fn on<'b, T: Asked>(&self, mut ask: Ask<'b, T>) -> Ask<'b, T> {
        for (name, values) in [
            ("speaker", &self.speaker),
            ("certainty", &self.certainty),
            ("status", &self.status),
            ("source", &self.source),
            ("document", &self.document),
            ("words", &self.words),
        ] {
            ask = each(ask, name, values);
        }
        if let Some((from, to)) = &self.published { ask.published(from, to) } else { ask }
    }
}

impl Events {
    /// Whether there is no condition.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn on<'b, T: Asked>(&self, mut ask: Ask<'b, T>) -> Ask<'b, T> {
        for (name, values) in [
            ("of", &self.of),
            ("type", &self.plover),
            ("mode", &self.mode),
            ("quad", &self.quad),
            ("cameo", &self.cameo),
            ("actor", &self.actor),
            ("recipient", &self.recipient),
            ("party", &self.party),
            ("person", &self.person),
            ("sector", &self.sector),
            ("place", &self.place),
        ] {
            ask = each(ask, name, values);
        }
        for office in &self.office {
            let (post, country) = office.split_once('@').unwrap_or((office, ""));
            ask = ask.with("office", &[post, country]);
        }
        if let Some((from, to)) = &self.between {
            ask = ask.between(from, to);
        }
        self.stated.on(ask)
    }
}
