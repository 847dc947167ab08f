//! Frames: who holds which post, who says what, who does what to whom, and how certainly.

mod argument;
mod attribution;
mod certainty;
mod clause;
mod context;
mod dating;
mod event;
mod local;
mod matching;
mod nominal;
mod office;
mod roles;
mod same;
mod say;
mod sector;
mod state;
mod topic;
mod verbal;
mod voice;
mod within;

use within::Contents;

use crate::{
    input::Sheet,
    parsed::{Attribution, Entity, Event, Mention, Office, Time},
    phrase::{Noun, Phrases, PostPhrase, verb, verb::VerbGroup},
};

/// What the frames look at: the sheet, the phrases, and what the discourse made of them.
pub(crate) struct Scene<'a> {
    pub sheet: &'a Sheet<'a>,
    pub phrases: &'a Phrases,
    pub mentions: &'a [Mention],
    pub entities: &'a [Entity],
    pub times: &'a [Time],
    /// The verb groups, by their heads.
    pub verbs: Vec<VerbGroup>,
}

/// What this floor gives.
pub(crate) struct Frames {
    pub offices: Vec<Office>,
    pub attributions: Vec<Attribution>,
    pub events: Vec<Event>,
}

impl<'a> Scene<'a> {
    fn new(sheet: &'a Sheet<'a>, phrases: &'a Phrases, mentions: &'a [Mention], entities: &'a [Entity], times: &'a [Time]) -> Self {
        let verbs = (0..sheet.tokens.len()).filter_map(|i| verb::group(sheet, i).cloned()).collect();
        Self { sheet, phrases, mentions, entities, times, verbs }
    }

    /// The nouns that lie within a run of tokens, with their indices.
    pub(crate) fn nouns(&self, first: usize, last: usize) -> impl DoubleEndedIterator<Item = (usize, &'a Noun)> + use<'a> {
        let nouns = &self.phrases.nouns;
        let from = nouns.partition_point(|n| n.first < first);
        let to = nouns.partition_point(|n| n.first < last);
        nouns[from..to.max(from)].iter().enumerate().map(move |(i, n)| (from + i, n)).filter(move |(_, n)| n.last <= last)
    }

    /// The posts whose own words begin within a run of tokens.
    pub(crate) fn posts(&self, first: usize, last: usize) -> &'a [PostPhrase] {
        let posts = &self.phrases.posts;
        let from = posts.partition_point(|p| p.first < first);
        &posts[from..posts.partition_point(|p| p.first < last).max(from)]
    }

    /// The verb groups whose heads lie within a run of tokens.
    pub(crate) fn verbs(&self, first: usize, last: usize) -> &[VerbGroup] {
        let from = self.verbs.partition_point(|g| g.head < first);
        let to = self.verbs.partition_point(|g| g.head < last);
        &self.verbs[from..to.max(from)]
    }

    /// The tokens of the sentence that holds a token.
    pub(crate) fn sentence(&self, token: usize) -> (usize, usize) {
        self.sheet.sentence_of(token).map_or((token, token + 1), |s| (s.first_token as usize, s.last_token as usize))
    }
}

/// All frames of a document. Mentions of the first person get their speakers.
pub(crate) fn frames(sheet: &Sheet<'_>, phrases: &Phrases, times: &[Time], mentions: &mut [Mention], entities: &mut [Entity]) -> Frames {
    let scene = Scene::new(sheet, phrases, mentions, entities, times);
    let mut offices = office::offices(&scene);
    let mut attributions = attribution::attributions(&scene);
    certainty::statements(&scene, &mut attributions);
    if attribution::unsaid(sheet, &mut attributions) {
        certainty::statements(&scene, &mut attributions);
    }
    let contents = Contents::unvouched(sheet.sentences, &attributions);
    offices.iter_mut().for_each(|o| o.attribution = contents.innermost(&attributions, o.person.span(), None));
    let voices = voice::voices(&scene, &attributions, &contents);
    let verbs = scene.verbs;
    voice::apply(&voices, mentions, entities);
    let scene = Scene { sheet, phrases, mentions, entities, times, verbs };
    let events = event::events(&scene, &attributions, &contents);
    Frames { offices, attributions, events }
}
