//! Decimal numbers without rounding: the value of a figure is what the text says, never a float.

use std::fmt;

/// `mantissa / 10^places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    mantissa: u128,
    places: u32,
}

impl Decimal {
    pub(crate) const ONE: Self = Self { mantissa: 1, places: 0 };
    pub(crate) const HALF: Self = Self { mantissa: 5, places: 1 };

    pub(crate) fn whole(value: u64) -> Self {
        Self { mantissa: value.into(), places: 0 }
    }

    /// Reads `1234.50` (digits and at most one dot); none for more digits than fit.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        if whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let part = part.trim_end_matches('0');
        let mantissa = format!("{whole}{part}").parse().ok()?;
        Some(Self { mantissa, places: u32::try_from(part.len()).ok()? })
    }

    pub(crate) fn times(self, other: Self) -> Option<Self> {
        let mantissa = self.mantissa.checked_mul(other.mantissa)?;
        Some(Self { mantissa, places: self.places.checked_add(other.places)? }.short())
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let lift = |d: Self| d.mantissa.checked_mul(10u128.checked_pow(places - d.places)?);
        Some(Self { mantissa: lift(self)?.checked_add(lift(other)?)?, places }.short())
    }

    /// A hundredth of it: cents as dollars.
    pub(crate) fn hundredth(self) -> Option<Self> {
        Some(Self { mantissa: self.mantissa, places: self.places.checked_add(2)? }.short())
    }

    /// The whole number that it is; none where it has a fraction or does not fit.
    pub(crate) fn integer(self) -> Option<u64> {
        (self.places == 0).then(|| u64::try_from(self.mantissa).ok()).flatten()
    }

    /// Its whole part and the half beyond it; none for any other fraction.
    pub(crate) fn and_a_half(self) -> Option<u64> {
        let twice = self.times(Self::whole(2))?.integer()?;
        (twice % 2 == 1).then_some(twice / 2)
    }

    /// Whether it is less than another.
    pub(crate) fn below(self, other: Self) -> bool {
        let places = self.places.max(other.places);
        let lift = |d: Self| 10u128.checked_pow(places - d.places).and_then(|p| d.mantissa.checked_mul(p)).unwrap_or(u128::MAX);
        lift(self) < lift(other)
    }

    fn short(mut self) -> Self {
        while self.places > 0 && self.mantissa.is_multiple_of(10) {
            self.mantissa /= 10;
            self.places -= 1;
        }
        self
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0>width$}", self.mantissa, width = self.places as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - self.places as usize);
        if part.is_empty() { f.write_str(whole) } else { write!(f, "{whole}.{part}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact() {
        let d = |s| Decimal::parse(s).unwrap();
        assert_eq!(d("2.50").times(d("1000000")).unwrap().to_string(), "2500000");
        assert_eq!(d("2").plus(Decimal::HALF).unwrap().to_string(), "2.5");
        assert_eq!(d("30").hundredth().unwrap().to_string(), "0.3");
        assert_eq!(d("0.05").to_string(), "0.05");
        assert_eq!(d("2.5").and_a_half(), Some(2));
        assert!(d("900").below(d("1000.5")) && !d("2").below(d("2")));
        assert_eq!(Decimal::parse(&"9".repeat(60)), None);
        assert_eq!(d(&"9".repeat(38)).times(d("1000")), None);
        assert_eq!(Decimal::parse("1.2.3"), None);
    }
}
