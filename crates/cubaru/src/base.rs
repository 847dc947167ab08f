//! Many documents, one knowledge base.

use crate::{Document, Metadata, Offsets, Result, Unit};
use cubaru_model::{
    Base, BaseError, DocumentId, DocumentRow, Rows,
    base::Table,
    query::{self, About, ClaimFact, EventFact, MonthCount, Network, Query, TenureFact},
    resolve::{Decision, Merge, Merged, Story},
};
use cubaru_parse::span::Spans;
use serde::Serialize;
use std::{
    collections::{BTreeMap, btree_map::Entry},
    marker::PhantomData,
};

/// Many documents that answer as one. In memory ([`KnowledgeBase::new`]) or, with the feature `sqlite`, in one SQLite file. All methods take
/// `&self`; a base can be shared between threads.
///
/// ```
/// use cubaru::{KnowledgeBase, Reader, Source};
/// let (base, reader) = (KnowledgeBase::new(), Reader::english());
/// for (text, day) in [
///     ("Kenyan Foreign Minister Alfred Mutua visited Ghana on Monday.", "2023-02-14"),
///     ("Ghana and Togo signed an agreement on Friday.", "2023-05-06"),
/// ] {
///     assert!(base.add(&reader.read(&Source::new(text).published(day))?)?);
/// }
/// let visits = base.events().of("CONSULT").mode("visit").actor("KEN").between("2022", "2023-06").rows()?;
/// assert_eq!(visits.len(), 1);
/// assert_eq!((visits[0].date.as_deref(), &*visits[0].evidence[0].quote.exact), (Some("2023-02-13"), "Kenyan Foreign Minister Alfred Mutua visited Ghana on Monday."));
/// # Ok::<(), cubaru::Error>(())
/// ```
pub struct KnowledgeBase(pub(crate) Base);

impl Default for KnowledgeBase {
    fn default() -> Self {
        Self::new()
    }
}

impl KnowledgeBase {
    /// A base in memory.
    pub fn new() -> Self {
        Self(Base::memory())
    }

    /// Opens a base in a file, or makes a new one where there is none. Any number of processes can read it while one writes.
    ///
    /// # Errors
    /// `not-a-base` for another file, `newer-base` for one that a later version made, `store` where it cannot be opened.
    #[cfg(feature = "sqlite")]
    pub fn open(path: impl AsRef<std::path::Path>) -> Result<Self> {
        Ok(Self(Base::on(cubaru_model::store::Sqlite::open(path.as_ref())?)))
    }

    /// Opens a base that is there, to read it alone.
    ///
    /// # Errors
    /// As [`KnowledgeBase::open`]; `store` where there is no file.
    #[cfg(feature = "sqlite")]
    pub fn read_only(path: impl AsRef<std::path::Path>) -> Result<Self> {
        Ok(Self(Base::on(cubaru_model::store::Sqlite::read_only(path.as_ref())?)))
    }

    /// Adds a document, wholly or not at all. False where its text is there already: that changes nothing.
    pub fn add(&self, document: &Document) -> Result<bool> {
        Ok(self.0.add(&[document.rows()])?.contains(&true))
    }

    /// Adds documents, each wholly or not at all, faster than one by one; says which were new.
    pub fn add_all<'d>(&self, documents: impl IntoIterator<Item = &'d Document>) -> Result<Vec<bool>> {
        Ok(self.0.add(&documents.into_iter().map(Document::rows).collect::<Vec<_>>())?)
    }

    /// Adds rows that [`Document::rows`] made, perhaps in another thread; says which were new.
    pub fn add_rows(&self, documents: &[Rows]) -> Result<Vec<bool>> {
        Ok(self.0.add(documents)?)
    }

    /// Whether a text is there already: who knows that need not read it.
    ///
    /// ```
    /// use cubaru::{KnowledgeBase, Reader, Source};
    /// let (base, text) = (KnowledgeBase::new(), "Ghana met Togo on Monday.");
    /// assert!(!base.has(text)?);
    /// base.add(&Reader::english().read(&Source::new(text))?)?;
    /// assert!(base.has(text)?);
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    ///
    /// # Errors
    /// `store` where the file cannot be read.
    pub fn has(&self, text: &str) -> Result<bool> {
        Ok(self.0.has(DocumentId::of(text))?)
    }

    /// Writes the base as lines: a base in memory is kept so, and a part of one sent to others. The first line tells the version, then comes a
    /// line for each document with its text and all that was read of it, and one for each decision about who is who. The same base gives the
    /// same bytes, in whichever order its documents came. Places count code points. `docs/base.md` tells the lines.
    ///
    /// ```
    /// use cubaru::{KnowledgeBase, Reader, Source};
    /// let base = KnowledgeBase::new();
    /// base.add(&Reader::english().read(&Source::new("Ghana and Togo signed a treaty on 2 May 2023."))?)?;
    /// let mut saved = Vec::new();
    /// base.save(&mut saved)?;
    /// let other = KnowledgeBase::new();
    /// assert_eq!(other.load(saved.as_slice())?, 1);
    /// assert_eq!(other.events().rows()?, base.events().rows()?);
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    ///
    /// # Errors
    /// `store` where the lines cannot be written.
    pub fn save(&self, mut out: impl std::io::Write) -> Result<()> {
        Ok(self.0.save(&mut out)?)
    }

    /// Adds what [`KnowledgeBase::save`] wrote, nothing read again; says how many documents were new. What is there already does not change.
    ///
    /// # Errors
    /// `bad-line` for a line that is damaged, or whose quotes do not stand in its text: what stands before it is in, each document wholly.
    /// `newer-base` for lines that a later version wrote.
    pub fn load(&self, mut saved: impl std::io::BufRead) -> Result<usize> {
        Ok(self.0.load(&mut saved)?)
    }

    /// Brings the tables that people read with SQL up to date with who is who. What this base itself answers always is.
    pub fn publish(&self) -> Result<()> {
        Ok(self.0.publish()?)
    }

    /// The documents by date and hash, without their texts.
    pub fn documents(&self) -> Result<Vec<DocumentRow>> {
        Ok(self.0.documents()?)
    }

    /// What is known of a document, by its hash.
    pub fn source(&self, sha256: &str) -> Result<Metadata> {
        let unknown = || BaseError::Unknown { what: "document", given: sha256.into() };
        Ok(self.0.document(self.id(sha256)?)?.ok_or_else(unknown)?.source)
    }

    /// The text of a document, by its hash.
    pub fn text(&self, sha256: &str) -> Result<String> {
        let unknown = || BaseError::Unknown { what: "document", given: sha256.into() };
        Ok(self.0.text(self.id(sha256)?)?.ok_or_else(unknown)?)
    }

    /// All rows of a document, by its hash, with places in bytes.
    pub fn rows(&self, sha256: &str) -> Result<Rows> {
        let unknown = || BaseError::Unknown { what: "document", given: sha256.into() };
        Ok(self.0.rows(self.id(sha256)?)?.ok_or_else(unknown)?)
    }

    /// The id in the base of each entity of a document, by its hash, in the order of its entities; none for descriptions ("the officials") and for
    /// a family name of nobody knows where.
    pub fn ids(&self, sha256: &str) -> Result<Vec<Option<String>>> {
        Ok(self.0.ids(self.id(sha256)?)?)
    }

    fn id(&self, sha256: &str) -> Result<DocumentId> {
        Ok(sha256.parse().map_err(|_| BaseError::Unknown { what: "document", given: sha256.into() })?)
    }

    /// Asks for events.
    pub fn events(&self) -> Ask<'_, EventFact> {
        Ask::new(self)
    }

    /// Asks for claims.
    pub fn claims(&self) -> Ask<'_, ClaimFact> {
        Ask::new(self)
    }

    /// Asks for holdings of posts.
    pub fn tenures(&self) -> Ask<'_, TenureFact> {
        Ask::new(self)
    }

    /// Asks what a [`Query`] put together before asks: for those who keep questions, which an [`Ask`] that borrows the base cannot.
    ///
    /// ```
    /// use cubaru::{ClaimFact, EventFact, KnowledgeBase, Query};
    /// let (base, visits) = (KnowledgeBase::new(), Query::events().with("mode", &["visit"])?);
    /// assert_eq!(base.ask::<EventFact>(visits.clone()).rows()?, []);
    /// assert_eq!(base.ask::<ClaimFact>(visits).rows().unwrap_err().code(), "bad-value");
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    pub fn ask<T: Asked>(&self, query: Query) -> Ask<'_, T> {
        let given = query.asks_for();
        let other = BaseError::BadValue { given: format!("question for {}", given.name()), expected: "question for rows of this type" };
        Ask { base: self, query: if given == T::ABOUT { Ok(query) } else { Err(other) }, rows: PhantomData }
    }

    /// The claims that stand in somebody's mouth: a name, an id or an actor code.
    pub fn claims_by(&self, source: &str) -> Result<Vec<ClaimFact>> {
        self.claims().speaker(source).rows()
    }

    /// Who and what the base knows, sorted by id.
    pub fn entities(&self) -> Result<Vec<Merged>> {
        Ok(self.0.entities()?)
    }

    /// The entity that an id means, or a name that only one has.
    ///
    /// # Errors
    /// `unknown` where nobody has it, `ambiguous` where several have.
    pub fn entity(&self, given: &str) -> Result<Merged> {
        Ok(self.0.entity(given)?)
    }

    /// The entities that a name, an id or an actor code means, sorted by id.
    ///
    /// # Errors
    /// `unknown` where nobody has it.
    pub fn who(&self, given: &str) -> Result<Vec<Merged>> {
        Ok(self.0.who(given)?)
    }

    /// Which names are one, with score and reasons.
    pub fn merges(&self) -> Result<Vec<Merge>> {
        Ok(self.0.merges()?)
    }

    /// The decisions of the user, in the order in which they were made.
    pub fn decisions(&self) -> Result<Vec<Decision>> {
        Ok(self.0.decisions()?)
    }

    /// Decides that two names or ids are one; holds for documents that come later.
    ///
    /// # Errors
    /// `unknown` where nobody has the name, `ambiguous` where several have.
    pub fn join(&self, a: &str, b: &str) -> Result<Decision> {
        Ok(self.0.join(a, b)?)
    }

    /// Decides that one name of an entity is somebody else's; or, where `part` is a document's hash or your own id of it, that somebody else
    /// is meant there.
    ///
    /// # Errors
    /// `unknown` where the entity has no such name beside others and stands in no such document.
    pub fn split(&self, entity: &str, part: &str) -> Result<Vec<Decision>> {
        Ok(self.0.split(entity, part)?)
    }

    /// Events that several reports tell, each with the reports and why they are one. Reports of nothing else stand alone.
    pub fn stories(&self) -> Result<Vec<Story>> {
        Ok(self.0.stories()?)
    }

    /// All reports of one event, by the id of any of them, itself included.
    ///
    /// # Errors
    /// `unknown` where no event has the id.
    pub fn sources_of(&self, event: &str) -> Result<Vec<EventFact>> {
        Ok(self.0.sources_of(event)?)
    }

    /// What plain SQL answers of a base in a file; `docs/sql.md` tells the views. Nothing can be changed so.
    pub fn sql(&self, sql: &str) -> Result<Table> {
        Ok(self.0.sql(sql)?)
    }

    /// What is wrong with the stored rows: one line for each thing.
    pub fn problems(&self) -> Result<Vec<String>> {
        Ok(self.0.problems()?)
    }

    /// The same rows of this base with their places, which count bytes, counted in `unit`.
    pub fn in_unit<T: Asked>(&self, mut rows: Vec<T>, unit: Unit) -> Result<Vec<T>> {
        if unit == Unit::Byte {
            return Ok(rows);
        }
        let mut texts: BTreeMap<DocumentId, (String, Offsets)> = BTreeMap::new();
        for row in &mut rows {
            let id = row.document();
            let (text, offsets) = match texts.entry(id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let text = self.0.text(id)?.unwrap_or_default();
                    let offsets = Offsets::new(&text);
                    new.insert((text, offsets))
                }
            };
            row.spans(&mut |start, end| {
                for offset in [start, end] {
                    *offset = offsets.convert(text, *offset, unit);
                }
            });
        }
        Ok(rows)
    }
}

/// What a base can be asked for: [`EventFact`], [`ClaimFact`], [`TenureFact`].
pub trait Asked: Spans + Serialize + Clone {
    /// What it is.
    const ABOUT: About;

    /// Asks the base.
    #[doc(hidden)]
    fn ask(base: &Base, query: &Query) -> std::result::Result<Vec<Self>, BaseError>;

    /// The document that it stands in.
    fn document(&self) -> DocumentId;
}

macro_rules! asked {
    ($($type:ty: $about:ident $method:ident;)*) => { $(
        impl Asked for $type {
            const ABOUT: About = About::$about;

            fn ask(base: &Base, query: &Query) -> std::result::Result<Vec<Self>, BaseError> {
                base.$method(query)
            }

            fn document(&self) -> DocumentId {
                self.document
            }
        }
    )* };
}

asked! {
    EventFact: Events events;
    ClaimFact: Claims claims;
    TenureFact: Tenures tenures;
}

/// A question under way. Calls of one condition are alternatives; conditions of different names must all hold. What is wrong with a
/// condition is told when the rows are asked for.
#[derive(Clone)]
#[must_use = "ask for `rows`"]
pub struct Ask<'b, T> {
    pub(crate) base: &'b KnowledgeBase,
    pub(crate) query: std::result::Result<Query, BaseError>,
    rows: PhantomData<T>,
}

macro_rules! conditions {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        pub fn $name(self, value: &str) -> Self {
            self.with(stringify!($name), &[value])
        }
    )* };
}

impl<'b, T: Asked> Ask<'b, T> {
    fn new(base: &'b KnowledgeBase) -> Self {
        Self { base, query: Ok(Query::about(T::ABOUT)), rows: PhantomData }
    }

    /// A condition by its name: one value, alternatives, or (`between`, `published`) a range.
    pub fn with(mut self, name: &str, values: &[&str]) -> Self {
        self.query = self.query.and_then(|q| q.with(name, values));
        self
    }

    conditions! {
        /// FactBank's certainty, seen from the document's author: `CT+`, `PS-` …
        certainty
        /// What became of it: `actual`, `reported`, `future`, `possible`, `hypothetical`, `negated`.
        status
        /// How it is stated: `asserted`, `hedged` …
        modality
        /// In whose words it stands: a name, an id, an actor code.
        speaker
        /// Who published the document, or your own id of it.
        source
        /// The document's hash, the beginning of it, or your own id.
        document
        /// Words of the sentence that states it: all of these; those between quotation marks side by side.
        words
        /// The id of one row.
        id
        /// A person who takes part or holds the post: a name or an id.
        person
    }

    /// The dates between which the document was published, the last included; both as `2023`, `2023-06` or `2023-06-04`.
    pub fn published(self, from: &str, to: &str) -> Self {
        self.with("published", &[from, to])
    }

    /// The dates between which it can lie, the last included. What has no date lies nowhere.
    pub fn between(self, from: &str, to: &str) -> Self {
        self.with("between", &[from, to])
    }

    /// The rows, with places in bytes: by date, or (claims) by document and place.
    pub fn rows(self) -> Result<Vec<T>> {
        Ok(T::ask(&self.base.0, &self.query?)?)
    }

    /// The same rows with their places counted in `unit`.
    pub fn rows_in(self, unit: Unit) -> Result<Vec<T>> {
        let base = self.base;
        base.in_unit(self.rows()?, unit)
    }

    /// The rows as a JSON list, with places in code points: the same bytes in every language.
    pub fn to_json(self) -> Result<String> {
        Ok(crate::document::to_json(&self.rows_in(Unit::CodePoint)?))
    }
}

impl Ask<'_, EventFact> {
    conditions! {
        /// The class: `CONSULT`, `SANCTION`, `SAY` …
        of
        /// PLOVER's mode: `visit`, `meet` …
        mode
        /// The quad class: `VERBAL COOPERATION` …
        quad
        /// How the CAMEO code begins.
        cameo
        /// Who acts: a code or how it begins (`RUS`, `RUSGOV`), a name, an id.
        actor
        /// To whom.
        recipient
        /// Who acts or to whom.
        party
        /// A sector of any side: `GOV`, `MIL`, `LEG` …
        sector
        /// Where: a country's code, a name, an id.
        place
    }

    /// What PLOVER would code: a promised visit is AGREE.
    pub fn plover(self, class: &str) -> Self {
        self.with("type", &[class])
    }

    /// Those who held a post at the time take part: `office("foreign minister", "RUS")`; with `""` of any country.
    pub fn office(self, post: &str, country: &str) -> Self {
        self.with("office", &[post, country])
    }

    /// How many events in each month between each pair, by class.
    pub fn counts_by_month_and_pair(self) -> Result<Vec<MonthCount>> {
        Ok(query::counts_by_month_and_pair(&self.rows()?))
    }

    /// Who deals with whom: weighted, and over time.
    pub fn network(self) -> Result<Network> {
        Ok(query::network(&self.rows()?))
    }
}

impl Ask<'_, ClaimFact> {
    conditions! {
        /// What is stated: `event`, `office`, `statement`.
        kind
    }
}

impl Ask<'_, TenureFact> {
    conditions! {
        /// The post, or words of it: `minister`.
        post
        /// The country (alpha-3).
        country
    }
}
