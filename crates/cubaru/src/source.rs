//! What is known of a text before it is read.

use cubaru_model::Metadata;
use serde::Deserialize;

/// A text and what is known of it. Everything but the text is optional.
///
/// ```
/// use cubaru::Source;
/// let source = Source::new("Cuba and Russia signed an agreement.").title("A deal").published("2023-05").author("A. Writer");
/// assert_eq!(source.metadata.published.as_deref(), Some("2023-05"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct Source {
    /// The text.
    pub text: String,
    /// What is known of it.
    #[serde(flatten)]
    pub metadata: Metadata,
}

macro_rules! setters {
    ($($(#[$doc:meta])* $name:ident;)*) => { $(
        $(#[$doc])*
        pub fn $name(mut self, $name: impl Into<String>) -> Self {
            self.metadata.$name = Some($name.into());
            self
        }
    )* };
}

impl Source {
    /// A text of which nothing is known.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), metadata: Metadata::default() }
    }

    setters! {
        /// Sets your own id.
        id;
        /// Sets the title.
        title;
        /// Sets the address.
        url;
        /// Sets the publisher.
        publisher;
        /// Sets the date of publication: `2023`, `2023-06` or `2023-06-04` (checked when the source is read).
        published;
    }

    /// Adds an author.
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.metadata.authors.push(author.into());
        self
    }
}
