//! Allen's thirteen relations between stretches of days.

use std::fmt;

/// How one stretch of days lies to another (J. F. Allen 1983). Neighbouring days meet; nothing lies between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Allen {
    /// Ends, and a day or more later the other begins.
    Before,
    /// Ends the day before the other begins.
    Meets,
    /// Begins first, and ends inside the other.
    Overlaps,
    /// Begins inside the other and ends with it.
    Finishes,
    /// Lies inside the other.
    During,
    /// Begins with the other and ends first.
    Starts,
    /// The same days.
    Equals,
    /// The other starts it.
    StartedBy,
    /// The other lies inside.
    Contains,
    /// The other finishes it.
    FinishedBy,
    /// The other overlaps it.
    OverlappedBy,
    /// Begins the day after the other ends.
    MetBy,
    /// Begins a day or more after the day behind the other's end.
    After,
}

impl Allen {
    /// All thirteen; each stands opposite its inverse.
    pub const ALL: [Self; 13] = [
        Self::Before,
        Self::Meets,
        Self::Overlaps,
        Self::Finishes,
        Self::During,
        Self::Starts,
        Self::Equals,
        Self::StartedBy,
        Self::Contains,
        Self::FinishedBy,
        Self::OverlappedBy,
        Self::MetBy,
        Self::After,
    ];

    /// Its name: `before`, `meets`, `overlaps`, `finishes`, `during`, `starts`, `equals`, `started-by`, `contains`, `finished-by`,
    /// `overlapped-by`, `met-by`, `after`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Meets => "meets",
            Self::Overlaps => "overlaps",
            Self::Finishes => "finishes",
            Self::During => "during",
            Self::Starts => "starts",
            Self::Equals => "equals",
            Self::StartedBy => "started-by",
            Self::Contains => "contains",
            Self::FinishedBy => "finished-by",
            Self::OverlappedBy => "overlapped-by",
            Self::MetBy => "met-by",
            Self::After => "after",
        }
    }

    /// What the other is to this one.
    pub fn inverse(self) -> Self {
        Self::ALL[12 - self as usize]
    }

    /// The constraints on beginnings and ends (an end is the day after the last): `x + n <= y`.
    fn constraints(self) -> Vec<(usize, i128, usize)> {
        if self > Self::Equals {
            // The same with the two stretches traded.
            return self.inverse().constraints().into_iter().map(|(x, n, y)| ((x + 2) % 4, n, (y + 2) % 4)).collect();
        }
        let less = |x, y| vec![(x, 1, y)];
        let same = |x, y| vec![(x, 0, y), (y, 0, x)];
        match self {
            Self::Before => less(END, OTHER),
            Self::Meets => same(END, OTHER),
            Self::Overlaps => [less(START, OTHER), less(OTHER, END), less(END, OTHER_END)].concat(),
            Self::Finishes => [less(OTHER, START), same(END, OTHER_END)].concat(),
            Self::During => [less(OTHER, START), less(END, OTHER_END)].concat(),
            Self::Starts => [same(START, OTHER), less(END, OTHER_END)].concat(),
            _ => [same(START, OTHER), same(END, OTHER_END)].concat(),
        }
    }
}

impl fmt::Display for Allen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

const START: usize = 0;
const END: usize = 1;
const OTHER: usize = 2;
const OTHER_END: usize = 3;
/// What all are measured from.
const ZERO: usize = 4;

/// Where a stretch may begin, and where it may end: the day after its last. Both by number, from first to last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ends {
    pub start: (i128, i128),
    pub end: (i128, i128),
}

impl Ends {
    /// From a first day to a last one.
    pub(crate) fn fixed(first: i128, last: i128) -> Self {
        Self { start: (first, first), end: (last + 1, last + 1) }
    }

    /// Somewhere between two days.
    pub(crate) fn within(first: i128, last: i128) -> Self {
        Self { start: (first, last), end: (first + 1, last + 1) }
    }
}

/// Further than any day.
pub(crate) const ENDLESS: i128 = i128::MAX / 64;

/// The relations that some choice of ends makes true.
pub(crate) fn possible(one: Ends, other: Ends) -> Vec<Allen> {
    let ranges = [one.start, one.end, other.start, other.end];
    Allen::ALL.into_iter().filter(|allen| feasible(ranges, &allen.constraints())).collect()
}

/// Whether four days within their ranges can meet the constraints: no way around them may come back below where it began (Floyd and Warshall).
fn feasible(ranges: [(i128, i128); 4], constraints: &[(usize, i128, usize)]) -> bool {
    // `most[x][y]`: how far x lies above y at most.
    let mut most = [[ENDLESS * 8; 5]; 5];
    for (x, (low, high)) in ranges.into_iter().enumerate() {
        most[x][ZERO] = high;
        most[ZERO][x] = -low;
    }
    // Each stretch has a day at least.
    for (x, n, y) in constraints.iter().copied().chain([(START, 1, END), (OTHER, 1, OTHER_END)]) {
        most[x][y] = most[x][y].min(-n);
    }
    for via in 0..5 {
        for x in 0..5 {
            for y in 0..5 {
                most[x][y] = most[x][y].min((most[x][via] + most[via][y]).max(-ENDLESS * 8));
            }
        }
    }
    (0..5).all(|x| most[x][x] >= 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relation of two stretches whose ends are known, from Allen's table; an end is the day after the last.
    fn known((a, b): (i128, i128), (c, d): (i128, i128)) -> Allen {
        use std::cmp::Ordering::{Equal, Greater, Less};
        match (a.cmp(&c), b.cmp(&d)) {
            (Equal, Equal) => Allen::Equals,
            (Equal, Less) => Allen::Starts,
            (Equal, Greater) => Allen::StartedBy,
            (Less, Equal) => Allen::FinishedBy,
            (Greater, Equal) => Allen::Finishes,
            (Less, Greater) => Allen::Contains,
            (Greater, Less) => Allen::During,
            (Less, Less) => [Allen::Overlaps, Allen::Meets, Allen::Before][(b <= c) as usize + (b < c) as usize],
            (Greater, Greater) => [Allen::OverlappedBy, Allen::MetBy, Allen::After][(d <= a) as usize + (d < a) as usize],
        }
    }

    fn choices(ends: Ends) -> Vec<(i128, i128)> {
        let starts = ends.start.0..=ends.start.1;
        starts.flat_map(|s| (ends.end.0..=ends.end.1).map(move |e| (s, e))).filter(|(s, e)| s < e).collect()
    }

    /// Every choice of ends in small ranges, tried one by one.
    #[test]
    fn what_is_possible_is_what_some_choice_gives() {
        let ranges: Vec<(i128, i128)> = (0..4).flat_map(|a| (a..4).map(move |b| (a, b))).collect();
        let all = || ranges.iter().flat_map(|s| ranges.iter().map(|e| Ends { start: *s, end: *e }));
        for one in all().filter(|e| !choices(*e).is_empty()) {
            for other in all().filter(|e| !choices(*e).is_empty()).map(|e| Ends { start: e.start, end: (e.end.0 + 1, e.end.1 + 1) }) {
                let mut expected: Vec<Allen> = choices(one).iter().flat_map(|a| choices(other).into_iter().map(|b| known(*a, b))).collect();
                expected.sort();
                expected.dedup();
                assert_eq!(possible(one, other), expected, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn an_inverse_is_the_other_way_round() {
        for allen in Allen::ALL {
            assert_eq!(allen.inverse().inverse(), allen);
        }
        assert_eq!((Allen::Meets.inverse(), Allen::During.inverse()), (Allen::MetBy, Allen::Contains));
    }
}
