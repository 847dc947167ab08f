//! Articles that nobody wrote: any number of them, the same for the same seed, for measuring what many documents cost.
//!
//! They are filled in from the templates of `benches/generator` over the lists that reading uses (countries, places,
//! posts, first names, the sentences of the event rules), so that there is something to read in every sentence. Behind them lies one
//! world: a post is held by one person for a term, an event happens on one day, and several articles tell it in other words.
//!
//! ```
//! let articles: Vec<_> = cubaru_benches::articles(3, 600, 1).collect();
//! assert_eq!(articles, cubaru_benches::articles(3, 600, 1).collect::<Vec<_>>());
//! assert!(articles.iter().all(|a| a.text.split_whitespace().count() >= 600));
//! ```

mod chance;
mod day;
mod story;
mod world;

use serde::Serialize;

/// One article, with the fields that `cubaru base add` and `cubaru annotate` read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Article {
    /// The seed and the number of the article.
    pub id: String,
    /// The headline.
    pub title: String,
    /// An invented outlet.
    pub publisher: String,
    /// The day of publication, as in 2019-06-05.
    pub published: String,
    /// Paragraphs with an empty line between them.
    pub text: String,
}

/// The first `count` articles of the world that `seed` makes, each of at least `words` words and at most one sentence more.
pub fn articles(count: usize, words: usize, seed: u64) -> impl Iterator<Item = Article> {
    let world = world::World::new(seed);
    (0..count).map(move |number| story::tell(&world, number, count, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn one_seed_gives_the_same_articles_and_another_gives_others() {
        let made = |seed| articles(20, 100, seed).collect::<Vec<_>>();
        assert_eq!(made(7), made(7));
        assert_ne!(made(7), made(8));
    }

    #[test]
    fn articles_are_filled_in_and_as_long_as_asked() {
        for article in articles(300, 200, 3) {
            assert!(!article.text.contains(['{', '}']), "{}", article.text);
            assert!(!article.title.contains(['{', '}']) && !article.title.is_empty());
            let words = article.text.split_whitespace().count();
            assert!((200..260).contains(&words), "{words} words: {}", article.text);
        }
    }

    #[test]
    fn ids_are_unique_and_dates_are_days() {
        let made: Vec<_> = articles(500, 20, 5).collect();
        assert_eq!(made.iter().map(|a| &a.id).collect::<BTreeSet<_>>().len(), made.len());
        assert!(made.iter().all(|a| ("1990-01-01".."2026-01-01").contains(&a.published.as_str())));
    }

    #[test]
    fn several_outlets_tell_one_event() {
        let mut titles = BTreeMap::new();
        for article in articles(500, 20, 5) {
            titles.entry(article.title).or_insert_with(BTreeSet::new).insert(article.publisher);
        }
        assert!(titles.values().filter(|p| p.len() > 1).count() > 10);
    }
}
