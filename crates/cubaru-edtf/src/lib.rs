//! Dates as far as they are known: the Extended Date/Time Format (EDTF) of ISO 8601-2:2019, levels 0 to 2, as the Library of
//! Congress [specifies it](https://www.loc.gov/standards/datetime/).
//!
//! ```
//! use cubaru_edtf::{Allen, Edtf};
//! let month: Edtf = "2023-06?".parse()?;
//! assert_eq!(month.earliest().to_string(), "2023-06-01");
//! assert_eq!(month.latest().to_string(), "2023-06-30");
//! assert!(month.is_uncertain());
//! assert_eq!("2023-06-04".parse::<Edtf>()?.relation(&month), Some(Allen::During));
//! # Ok::<(), cubaru_edtf::EdtfError>(())
//! ```
//!
//! | written | means |
//! |---|---|
//! | `2023`, `2023-06`, `2023-06-04`, `2023-06-04T09:30:00Z` | a year, a month, a day, a time of a day (with `Z`, `+04:30`, `-04` or nothing) |
//! | `-0043`, `Y170000002`, `Y-17E7` | years before 0000 and of more than four digits |
//! | `2023-21` | 21–24 spring to winter; 25–28 of the north, 29–32 of the south; 33–36 quarters; 37–39 thirds; 40–41 halves |
//! | `2023?`, `2023-06~`, `2023%` | uncertain, approximate, both; `2023-06?-04` holds for what stands left of the mark, `2023-?06` for that part alone |
//! | `199X`, `2023-XX`, `156X-12-25` | digits that are not told |
//! | `1950S2`, `Y3388E2S3` | only so many digits count |
//! | `2004/2005-06`, `../2005`, `2004/` | from, to; open, unknown |
//! | `[1667,1670..1672]`, `{..1984}` | one of these; all of these |
//!
//! # How long a value is
//!
//! A value is a stretch of whole days, and what is not known of it is where it begins and ends:
//!
//! - a date that is written in full begins on its first day and ends on its last;
//! - an interval begins on a day of its first date and ends on a day of its second; an open end is endless, an unknown one may
//!   be any day;
//! - all of a set begin with the earliest of them and end with the last;
//! - a date with missing digits or few that count, a season, and one of a set lie somewhere between their bounds.
//!
//! [`Edtf::earliest`] and [`Edtf::latest`] are the outermost of these days, [`Edtf::relation`] compares them, and
//! [`Edtf::relations`] says what else could be. A time of day counts as its day on its own clock. Marks (`?`, `~`, `%`) move no bound: by how
//! much, nobody says. Seasons without a place (21–24) are the north's. Seasons have generous bounds that hold both the
//! meteorologist's and the astronomer's, and either winter of a year.
//!
//! The calendar is the Gregorian one, drawn out in both directions, with a year 0000. Years have 18 digits at most.
mod allen;
mod date;
mod day;
mod error;
mod grammar;
mod print;
mod value;

pub use allen::Allen;
pub use day::{Bound, Day};
pub use error::EdtfError;
pub use value::{Edtf, Kind, Precision};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
