//! Days as rows have them: `YYYY-MM-DD`.

use chrono::NaiveDate;

/// How many days lie between 1970-01-01 and a day.
pub(crate) fn since_1970(day: &str) -> Option<i32> {
    let day: NaiveDate = day.parse().ok()?;
    i32::try_from(day.signed_duration_since(NaiveDate::default()).num_days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_since_1970() {
        for (day, days) in [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2023-04-20", 19467), ("0001-01-01", -719_162)] {
            assert_eq!(since_1970(day), Some(days), "{day}");
        }
        assert_eq!(since_1970("2023-13-01"), None);
    }
}
