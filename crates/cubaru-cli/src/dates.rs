//! EDTF as a person reads it: `2023-05~` becomes `about 2023-05`.

use cubaru::{
    Edtf,
    edtf::{Kind, Precision},
};

/// A date for the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct When {
    /// How it is shown.
    pub text: String,
    /// Whether the text leaves it open, beyond the year, month or day it names.
    pub doubtful: bool,
}

impl When {
    fn sure(text: impl Into<String>) -> Self {
        Self { text: text.into(), doubtful: false }
    }

    fn doubtful(text: impl Into<String>) -> Self {
        Self { text: text.into(), doubtful: true }
    }
}

/// An EDTF date with its bounds (days), any of which may be missing; none where nothing is known.
pub(crate) fn when(edtf: Option<&str>, earliest: Option<&str>, latest: Option<&str>) -> Option<When> {
    // Digits all unknown say nothing beyond the bounds.
    let Some(text) = edtf.filter(|e| e.contains(|c: char| c.is_ascii_digit())) else {
        return match (earliest, latest) {
            (Some(a), Some(b)) => Some(When::doubtful(between(a, b))),
            (Some(a), None) => Some(When::doubtful(format!("{a} or later"))),
            (None, Some(b)) => Some(When::doubtful(format!("by {b}"))),
            (None, None) => None,
        };
    };
    if let (Ok(edtf), Some(a), Some(b)) = (Edtf::parse(text), earliest, latest) {
        let whole = edtf.kind() == Kind::Date
            && matches!(edtf.precision(), Some(Precision::Day | Precision::Month | Precision::Year))
            && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        // A month of which the text says more: bounds narrower, or wider, than the month itself.
        if whole && (edtf.earliest().to_string() != a || edtf.latest().to_string() != b) {
            return Some(When::doubtful(between(a, b)));
        }
    }
    Some(read(text))
}

fn read(text: &str) -> When {
    let Ok(edtf) = Edtf::parse(text) else { return time(text) };
    let elements = |joint: &str| {
        let inside = text.trim_matches(['[', ']', '{', '}']);
        inside.split(',').map(|e| element(e.trim())).collect::<Vec<_>>().join(joint)
    };
    match edtf.kind() {
        Kind::Time => time(text),
        Kind::Interval => interval(text),
        Kind::OneOf => When::doubtful(elements(" or ")),
        Kind::AllOf => When::sure(elements(", ")),
        Kind::Date if edtf.is_uncertain() || edtf.is_approximate() => {
            let word = match (edtf.is_uncertain(), edtf.is_approximate()) {
                (true, true) => "perhaps about",
                (true, false) => "perhaps",
                _ => "about",
            };
            When::doubtful(format!("{word} {}", read(&text.replace(['?', '~', '%'], "")).text))
        }
        Kind::Date => date(text, &edtf),
    }
}

fn time(text: &str) -> When {
    When::sure(text.replacen('T', " ", 1))
}

fn interval(text: &str) -> When {
    let (a, b) = text.split_once('/').unwrap_or((text, ""));
    let doubtful = read_end(a).doubtful || read_end(b).doubtful;
    let text = match (open(a), open(b)) {
        (true, true) => "no bounds".into(),
        (true, false) => format!("until {}", read_end(b).text),
        (false, true) => format!("since {}", read_end(a).text),
        (false, false) if doubtful => format!("{} to {}", read_end(a).text, read_end(b).text),
        (false, false) => span(a, b, "–"),
    };
    When { text, doubtful }
}

/// One of a set: a date, or a range of dates.
fn element(text: &str) -> String {
    match text.split_once("..") {
        Some(("", b)) => format!("by {}", read(b).text),
        Some((a, "")) => format!("{} or later", read(a).text),
        Some((a, b)) => between(a, b),
        None => read(text).text,
    }
}

/// A date without marks.
fn date(text: &str, edtf: &Edtf) -> When {
    use Precision::{Century, Decade, Half, Month, Quarter, Season, Year};
    let code = text.rsplit_once('-');
    match (edtf.precision(), edtf.earliest().day()) {
        (Some(Decade | Century), Some(first)) if code.is_none() && text.ends_with('X') => {
            When::doubtful(format!("the {:04}s", first.year()))
        }
        (Some(Year | Month), _) if text.ends_with("-XX") => When::doubtful(format!("in {}", text.replace("-XX", ""))),
        (Some(Season | Quarter | Half), _) => match code.and_then(|(year, code)| Some((year, sub_year(code)?))) {
            Some((year, name)) => When::sure(format!("{name} {year}")),
            None => When::sure(text),
        },
        _ if text.contains('X') => When::doubtful(text),
        _ => When::sure(text),
    }
}

/// ISO 8601-2's codes of seasons, quarters and halves.
fn sub_year(code: &str) -> Option<&'static str> {
    Some(match code {
        "21" | "25" | "29" => "spring",
        "22" | "26" | "30" => "summer",
        "23" | "27" | "31" => "autumn",
        "24" | "28" | "32" => "winter",
        "33" => "first quarter of",
        "34" => "second quarter of",
        "35" => "third quarter of",
        "36" => "fourth quarter of",
        "40" => "first half of",
        "41" => "second half of",
        _ => return None,
    })
}

fn open(end: &str) -> bool {
    end.is_empty() || end == ".."
}

fn read_end(end: &str) -> When {
    if open(end) { When::sure("") } else { read(end) }
}

/// Some day from `a` to `b`.
fn between(a: &str, b: &str) -> String {
    if a == b { a.into() } else { span(a, b, "…") }
}

/// Both ends, what they share written once: `2023-05-02…14`.
fn span(a: &str, b: &str, dash: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (a.split('-').collect(), b.split('-').collect());
    let same = from.iter().zip(&to).take_while(|(x, y)| x == y).count();
    // `2023-05–2023-07` cannot be shortened: `2023-05–07` would be days of May.
    let short = from.len() == to.len() && to.len() == 3 && same > 0;
    format!("{a}{dash}{}", if short { to[same.min(2)..].join("-") } else { b.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edtf_in_words() {
        for (edtf, text, doubtful) in [
            ("2023-05-04", "2023-05-04", false),
            ("2023", "2023", false),
            ("2023-05~", "about 2023-05", true),
            ("2023-05-04?", "perhaps 2023-05-04", true),
            ("2019/..", "since 2019", false),
            ("../2022-03", "until 2022-03", false),
            ("2022-02-24/2022-03-02", "2022-02-24–03-02", false),
            ("2022-02/2022-03", "2022-02–2022-03", false),
            ("2019~/2022", "about 2019 to 2022", true),
            ("[2023-05-01..2023-05-14]", "2023-05-01…14", true),
            ("[..2023-05-14]", "by 2023-05-14", true),
            ("202X", "the 2020s", true),
            ("19XX", "the 1900s", true),
            ("XXXX-03", "XXXX-03", true),
            ("2023-05-XX", "in 2023-05", true),
            ("2023-21", "spring 2023", false),
            ("2023-34", "second quarter of 2023", false),
            ("2023-05-04T16:30", "2023-05-04 16:30", false),
            ("2023-05-04T16:30:00", "2023-05-04 16:30:00", false),
            ("[2021,2023-05..2023-06]", "2021 or 2023-05…2023-06", true),
            ("2023-XX-XX", "in 2023", true),
            ("000X", "the 0000s", true),
        ] {
            assert_eq!(when(Some(edtf), None, None), Some(When { text: text.into(), doubtful }), "{edtf}");
        }
    }

    #[test]
    fn bounds_are_shown_where_they_say_more() {
        assert_eq!(when(Some("2023-05"), Some("2023-05-01"), Some("2023-05-31")), Some(When::sure("2023-05")));
        assert_eq!(when(Some("2023-05"), Some("2023-05-10"), Some("2023-05-31")), Some(When::doubtful("2023-05-10…31")));
        assert_eq!(when(None, None, Some("2023-05-31")), Some(When::doubtful("by 2023-05-31")));
        assert_eq!(when(Some("XXXX-XX-XX"), None, None), None);
        assert_eq!(when(None, None, None), None);
    }
}
