//! What is known of a person.

/// A name with what a text says of its bearer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Person {
    /// The name as written, in any of the scripts that are read, with or without titles.
    pub name: String,
    /// The country that the person acts for: an ISO 3166-1 alpha-3 code (3166-3 for what no longer exists).
    pub country: Option<String>,
    /// The office or occupation, in English.
    pub office: Option<String>,
    /// A year in which a text says so.
    pub year: Option<i32>,
}

impl Person {
    /// A name of which nothing else is known.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// With a country.
    pub fn country(mut self, code: impl Into<String>) -> Self {
        self.country = Some(code.into());
        self
    }

    /// With an office.
    pub fn office(mut self, office: impl Into<String>) -> Self {
        self.office = Some(office.into());
        self
    }

    /// With a year.
    pub fn year(mut self, year: i32) -> Self {
        self.year = Some(year);
        self
    }

    /// The country's code, where one is given.
    pub(crate) fn code(&self) -> Option<String> {
        self.country.as_deref().map(str::trim).filter(|code| !code.is_empty()).map(str::to_uppercase)
    }
}
