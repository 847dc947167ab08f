//! Days of the calendar, counted from 1 January 1970, and how newspapers name them.

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS: [&str; 7] = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/// A day, counted from 1 January 1970.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Day(pub usize);

impl Day {
    /// Year, month (from 1) and day of the month.
    fn parts(self) -> (usize, usize, usize) {
        // Years that begin on 1 March put the leap day last (Howard Hinnant's "days from civil").
        let days = self.0 + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let month_of_year = if month < 10 { month + 3 } else { month - 9 };
        (year + era * 400 + usize::from(month_of_year <= 2), month_of_year, of_year - (153 * month + 2) / 5 + 1)
    }

    /// The year.
    pub fn year(self) -> usize {
        self.parts().0
    }

    /// As in 2019-06-05.
    pub fn iso(self) -> String {
        let (year, month, day) = self.parts();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// How an article of another day names this one: "on Tuesday", "on 5 June", "in June 2019".
    pub fn told_on(self, published: Self, style: usize) -> String {
        let (year, month, day) = self.parts();
        let (now, name) = (published.year(), MONTHS[month - 1]);
        match published.0 - self.0 {
            1 if style == 0 => "yesterday".into(),
            0..=5 => format!("on {}", WEEKDAYS[self.0 % 7]),
            _ if year == now && style == 0 => format!("on {day} {name}"),
            _ if year == now => format!("on {name} {day}"),
            _ if style == 0 => format!("on {day} {name} {year}"),
            _ => format!("in {name} {year}"),
        }
    }

    /// The name of a month some time after it.
    pub fn month_after(self, months: usize) -> &'static str {
        MONTHS[(self.parts().1 - 1 + months) % 12]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_dates() {
        for (count, iso) in [(0, "1970-01-01"), (11_016, "2000-02-29"), (11_017, "2000-03-01"), (20_453, "2025-12-31")] {
            assert_eq!(Day(count).iso(), iso);
        }
    }

    #[test]
    fn a_day_is_named_from_another() {
        let day = Day(18_052); // Wednesday, 5 June 2019
        let told = |later: usize, style| day.told_on(Day(18_052 + later), style);
        assert_eq!(told(0, 0), "on Wednesday");
        assert_eq!(told(1, 0), "yesterday");
        assert_eq!(told(20, 0), "on 5 June");
        assert_eq!(told(20, 1), "on June 5");
        assert_eq!(told(400, 1), "in June 2019");
    }
}
