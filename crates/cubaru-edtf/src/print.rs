//! Values as EDTF: one text for each value.

use crate::{
    Edtf,
    date::{Date, Digits, Mark, Rest, Year},
    value::{Clock, Element, End, Value},
};
use std::fmt;

fn digits<const N: usize>(digits: &Digits<N>) -> String {
    digits.iter().map(|d| d.map_or('X', |d| char::from(b'0' + d))).collect()
}

fn year(year: Year) -> String {
    let known = |year: i64| {
        let (sign, size) = (if year < 0 { "-" } else { "" }, year.unsigned_abs());
        if size > 9999 { format!("Y{sign}{size}") } else { format!("{sign}{size:04}") }
    };
    match year {
        Year::Known(year) => known(year),
        Year::Significant(year, count) => format!("{}S{count}", known(year)),
        Year::Masked(negative, own) => format!("{}{}", if negative { "-" } else { "" }, digits(&own)),
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.uncertain, self.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        })
    }
}

/// A mark that holds from the year on stands once, behind the last part that it holds for; any other stands before its part.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = vec![year(self.year)];
        match self.rest {
            Rest::Nothing => {}
            Rest::Grouping(number) => parts.push(number.to_string()),
            Rest::Month(month) => parts.push(digits(&month)),
            Rest::Day(month, day) => parts.extend([digits(&month), digits(&day)]),
        }
        let marks = &self.marks[..parts.len()];
        let alike = marks.iter().take_while(|m| **m == marks[0]).count();
        for (i, (part, mark)) in parts.iter().zip(marks).enumerate() {
            let before = if i < alike { Mark::default() } else { *mark };
            let behind = if i + 1 == alike { *mark } else { Mark::default() };
            write!(f, "{}{before}{part}{behind}", if i > 0 { "-" } else { "" })?;
        }
        Ok(())
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        match self.zone {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(zone) => write!(f, "{}{:02}:{:02}", if zone < 0 { '-' } else { '+' }, zone.abs() / 60, zone.abs() % 60),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Earlier(date) => write!(f, "..{date}"),
            Self::Date(date) => date.fmt(f),
            Self::Range(a, b) => write!(f, "{a}..{b}"),
            Self::Later(date) => write!(f, "{date}.."),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Value::Date(date) => date.fmt(f),
            Value::Time(date, clock) => write!(f, "{date}T{clock}"),
            Value::Interval(a, b) => write!(f, "{a}/{b}"),
            Value::Set(all, elements) => {
                let (open, close) = if *all { ('{', '}') } else { ('[', ']') };
                write!(f, "{open}")?;
                for (i, element) in elements.iter().enumerate() {
                    write!(f, "{}{element}", if i > 0 { "," } else { "" })?;
                }
                write!(f, "{close}")
            }
        }
    }
}
