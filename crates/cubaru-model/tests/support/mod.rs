//! Documents made of chance, small enough that they often meet.
#![allow(dead_code)]

use cubaru_model::{
    ClaimKind, ClaimRow, DocumentId, DocumentRow, EntityRow, EventRow, Evidence, MentionRow, Metadata, QuantityRow, Quote, Rows, Speaker,
    TenureRow, TimeRow,
};
use cubaru_parse::{Approximation, Certainty, MentionKind, Modality, Participant, QuantityKind, Span, Status, TimexType, Words};
use std::collections::BTreeSet;

/// Numbers that follow from a seed (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    pub fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    pub fn text(&mut self, all: &[&str]) -> String {
        self.of(all).to_string()
    }

    pub fn maybe(&mut self, all: &[&str]) -> Option<String> {
        (self.below(3) > 0).then(|| self.text(all))
    }
}

pub const NAMES: [&str; 9] =
    ["Amina Diallo", "Diallo", "José Prieto", "Jose Prieto", "Prieto", "Kofi Annan", "Lena Berg", "officials", "Amina B. Diallo"];
pub const CODES: [&str; 7] = ["MLI", "MLIGOV", "ESP", "ESPGOV", "GOV", "IGOUNO", "GHAMIL"];
pub const CLASSES: [&str; 4] = ["CONSULT", "AGREE", "SANCTION", "SAY"];
pub const MODES: [&str; 2] = ["visit", "meet"];
pub const POSTS: [&str; 3] = ["foreign minister", "minister", "head of state"];
pub const WORDS: [&str; 8] = ["talks", "on", "café", "oil", "Oil", "the", "embargo,", "port"];
pub const DAYS: [&str; 5] = ["1999-12-31", "2001-02-03", "2001-02-28", "2001-03-01", "2022-07-15"];
pub const PUBLISHERS: [&str; 3] = ["The Daily Lamp", "daily lamp", "Port Wire"];
pub const CERTAIN: [Certainty; 3] = [Certainty::CtPlus, Certainty::PsPlus, Certainty::CtMinus];
pub const STATUS: [Status; 3] = [Status::Actual, Status::Reported, Status::Negated];

fn sentence(dice: &mut Dice) -> String {
    (0..1 + dice.below(4)).map(|_| dice.text(&WORDS)).collect::<Vec<_>>().join(" ")
}

fn words(dice: &mut Dice) -> Words {
    let start = dice.below(50) as u32;
    Words { start, end: start + 4, text: dice.text(&NAMES) }
}

fn some(dice: &mut Dice) -> Vec<Words> {
    (0..dice.below(3)).map(|_| words(dice)).collect()
}

fn days(dice: &mut Dice) -> (Option<String>, Option<String>) {
    let (a, b) = (dice.text(&DAYS), dice.text(&DAYS));
    match dice.below(4) {
        0 => (None, None),
        1 => (Some(a.clone()), Some(a)),
        _ => (Some(a.clone().min(b.clone())), Some(a.max(b))),
    }
}

fn participant(dice: &mut Dice, entities: u32) -> Participant {
    let Words { start, end, text } = words(dice);
    let entity = (entities > 0 && dice.below(3) > 0).then(|| dice.below(entities as usize) as u32);
    Participant { start, end, text, entity, code: dice.maybe(&CODES) }
}

fn speaker(dice: &mut Dice, entities: u32) -> Speaker {
    let entity = (entities > 0 && dice.below(2) > 0).then(|| dice.below(entities as usize) as u32);
    Speaker { attribution: dice.below(9) as u32, entity, source: some(dice), cue: some(dice), certainty: dice.of(&CERTAIN) }
}

fn claim(dice: &mut Dice, of: &DocumentRow, kind: ClaimKind, item: u32, entities: u32) -> ClaimRow {
    let (document, exact) = (of.sha256, sentence(dice));
    // One place has one quotation.
    let start = of.text.find(&format!("|{exact}|")).map_or(0, |at| at as u32 + 1);
    let position = Span { start, end: start + exact.len() as u32 };
    let quote = Quote { exact, prefix: format!("{start}"), suffix: String::new() };
    ClaimRow {
        document,
        id: format!("{:016x}", dice.below(usize::MAX)),
        kind,
        item,
        speakers: (0..dice.below(3)).map(|_| speaker(dice, entities)).collect(),
        statement: (kind == ClaimKind::Statement).then(|| speaker(dice, entities)),
        content: if kind == ClaimKind::Statement { some(dice) } else { Vec::new() },
        certainty: dice.of(&CERTAIN),
        status: dice.of(&STATUS),
        modality: dice.of(&[Modality::Asserted, Modality::Hedged]),
        evidence: if dice.below(9) == 0 { Vec::new() } else { vec![Evidence { position, quote }] },
    }
}

/// A document that follows from a seed; its quotes stand in its text.
pub fn rows(seed: u64) -> Rows {
    let draft = with_quotes(seed, &[]);
    let quotes: BTreeSet<&str> = draft.claims.iter().flat_map(|c| &c.evidence).map(|e| e.quote.exact.as_str()).collect();
    with_quotes(seed, &quotes.into_iter().collect::<Vec<_>>())
}

fn with_quotes(seed: u64, quotes: &[&str]) -> Rows {
    let mut dice = Dice(seed);
    let dice = &mut dice;
    // Long enough for the places of all words.
    let text = format!("Text {seed:060}: {} |{}|", sentence(dice), quotes.join("|"));
    let id = DocumentId::of(&text);
    let (earliest, latest) = days(dice);
    let source = Metadata {
        id: dice.maybe(&["a", "b", "c"]),
        title: dice.maybe(&["Talks", "Ports"]),
        publisher: dice.maybe(&PUBLISHERS),
        authors: (0..dice.below(3)).map(|_| dice.text(&NAMES)).collect(),
        ..Metadata::default()
    };
    let document = DocumentRow { sha256: id, source, text, date: earliest.clone(), earliest, latest };
    let kinds = [MentionKind::Per, MentionKind::Per, MentionKind::Org, MentionKind::Loc, MentionKind::Nom];
    let count = dice.below(5) as u32;
    let entity = |item, dice: &mut Dice| EntityRow {
        document: id,
        item,
        kind: dice.of(&kinds),
        name: dice.text(&NAMES),
        code: dice.maybe(&CODES),
        gender: dice.maybe(&["f", "m"]),
        members: (0..dice.below(2) as u32).collect(),
        lists: dice.maybe(&["countries", "leaders"]).into_iter().collect(),
    };
    let entities: Vec<EntityRow> = (0..count).map(|i| entity(i, dice)).collect();
    let event = |item, dice: &mut Dice| {
        let (earliest, latest) = days(dice);
        EventRow {
            document: id,
            item,
            id: id.item('e', item),
            class: dice.text(&CLASSES),
            plover: dice.maybe(&CLASSES),
            mode: dice.maybe(&MODES),
            contexts: dice.maybe(&["election", "military"]).into_iter().collect(),
            quad: dice.maybe(&["VERBAL COOPERATION", "MATERIAL CONFLICT"]),
            cameo: dice.maybe(&["042", "040", "163"]),
            trigger: some(dice),
            actor: (0..dice.below(3)).map(|_| participant(dice, count)).collect(),
            recipient: (0..dice.below(3)).map(|_| participant(dice, count)).collect(),
            place: (dice.below(2) > 0).then(|| participant(dice, count)),
            time: None,
            date: earliest.clone(),
            earliest,
            latest,
            certainty: dice.of(&CERTAIN),
            status: dice.of(&STATUS),
            modality: dice.of(&[Modality::Asserted, Modality::Hedged]),
            cues: some(dice),
        }
    };
    let events: Vec<EventRow> = (0..dice.below(4) as u32).map(|i| event(i, dice)).collect();
    let tenure = |item, dice: &mut Dice| {
        let (earliest, latest) = days(dice);
        let person = words(dice);
        TenureRow {
            document: id,
            item,
            id: id.item('t', item),
            entity: (count > 0 && dice.below(3) > 0).then(|| dice.below(count as usize) as u32),
            person,
            post: words(dice),
            post_name: dice.text(&POSTS),
            body: (dice.below(2) > 0).then(|| words(dice)),
            country: dice.maybe(&["MLI", "ESP"]),
            former: dice.below(4) == 0,
            acting: dice.below(4) == 0,
            attested_at: earliest.clone(),
            earliest,
            latest,
        }
    };
    let tenures: Vec<TenureRow> = (0..dice.below(3) as u32).map(|i| tenure(i, dice)).collect();
    let mut claims = Vec::new();
    events.iter().for_each(|e| claims.extend((dice.below(5) > 0).then(|| claim(dice, &document, ClaimKind::Event, e.item, count))));
    tenures.iter().for_each(|t| claims.extend((dice.below(5) > 0).then(|| claim(dice, &document, ClaimKind::Office, t.item, count))));
    (0..dice.below(3) as u32).for_each(|i| claims.push(claim(dice, &document, ClaimKind::Statement, i, count)));
    let mentions = (0..dice.below(4) as u32).map(|item| {
        let Words { start, end, text } = words(dice);
        MentionRow { document: id, item, start, end, text, kind: dice.of(&kinds), entity: None, code: dice.maybe(&CODES) }
    });
    let mentions = mentions.collect();
    let (earliest, latest) = days(dice);
    let time = TimeRow {
        document: id,
        item: 0,
        start: 3,
        end: 8,
        text: "March".into(),
        kind: dice.of(&[TimexType::Date, TimexType::Set]),
        value: "2001-03".into(),
        modifier: dice.maybe(&["START"]),
        edtf: earliest.clone(),
        earliest,
        latest,
    };
    let quantity = QuantityRow {
        document: id,
        item: 0,
        start: 1,
        end: 4,
        text: "six".into(),
        kind: dice.of(&[QuantityKind::Number, QuantityKind::Money]),
        value: "6".into(),
        unit: dice.maybe(&["EUR"]),
        approximation: dice.of(&[Approximation::Exact, Approximation::Above]),
    };
    Rows { document, entities, mentions, events, tenures, claims, times: vec![time], quantities: vec![quantity] }
}
