//! What is known of a text before it is read.

use serde::{Deserialize, Serialize};

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

/// What is known of a text. The keys are those of the `NAME.json` beside a `NAME.txt`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Metadata {
    /// Your own id for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its title, where the text does not begin with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// When it was published: `2023`, `2023-06` or `2023-06-04`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
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
