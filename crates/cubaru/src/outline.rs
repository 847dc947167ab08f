//! A document in lines that a person can read and compare: what cases expect, the same from Rust, Python and JavaScript.

use crate::{Document, Error, Result};
use cubaru_model::{Claim, ClaimKind};
use cubaru_parse::{
    Attribution, Certainty, Entity, Event, Mention, Modality, Office, Participant, Quotation, Sentence, Span, Status, Time, Token,
    TokenKind, Words, syntax::Relation,
};
use serde::Serialize;

/// The layers that [`Document::outline`] knows, in the order of reading.
pub const LAYERS: [&str; 18] = [
    "date",
    "parts",
    "paragraphs",
    "sentences",
    "tokens",
    "trees",
    "quotations",
    "repairs",
    "quantities",
    "times",
    "entities",
    "mentions",
    "offices",
    "attributions",
    "events",
    "claims",
    "unread",
    "diagnostics",
];

impl Document {
    /// The items of some layers, one a line, in the order of the text: what was read, its words in quotation marks, its codes.
    ///
    /// It says what the JSON says, but for people and for tests: no offsets, nothing about rules, `–` where something is missing.
    /// `cases/README.md` lists the form of every layer's lines. The lines are the same whatever unit the document counts in.
    ///
    /// ```
    /// use cubaru::{Reader, Source};
    /// let document = Reader::english().read(&Source::new("Moscow said it hadn’t. “No base,” he added."))?;
    /// assert_eq!(
    ///     document.outline(&["sentences", "quotations"])?,
    ///     "sentence \"Moscow said it hadn’t.\"\nsentence \"“No base,” he added.\"\nquotation \"No base,\""
    /// );
    /// assert_eq!(document.outline(&["colours"]).unwrap_err().code(), "unknown-layer");
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownLayer`] for a name outside [`LAYERS`].
    pub fn outline(&self, layers: &[&str]) -> Result<String> {
        let mut lines = Vec::new();
        for layer in layers {
            self.layer(layer, &mut lines)?;
        }
        Ok(lines.join("\n"))
    }

    fn layer(&self, layer: &str, lines: &mut Vec<String>) -> Result<()> {
        let mut add = |line: Line| lines.push(line.0);
        let at = |start, end| quoted(self.words(Span { start, end }));
        match layer {
            "date" => self.date().into_iter().for_each(|d| {
                add(Line::new("date").with(&d.edtf).with(format!("{}..{}", d.earliest, d.latest)).with(&d.from).words(&d.evidence));
            }),
            "parts" => self.parts().iter().for_each(|p| add(Line::new("part").with(name(&p.kind)).with(at(p.start, p.end)))),
            "paragraphs" => self.paragraphs().iter().for_each(|p| add(Line::new("paragraph").with(at(p.start, p.end)))),
            "sentences" => self.sentences().iter().for_each(|s| add(Line::new("sentence").with(at(s.start, s.end)))),
            "tokens" => self.sentences().iter().for_each(|s| {
                let tokens = &self.tokens()[s.first_token as usize..s.last_token as usize];
                add(tokens.iter().fold(Line::new("tokens"), |line, t| line.with(token(t))));
            }),
            "trees" => self.sentences().iter().flat_map(|s| self.tree(s)).for_each(add),
            "quotations" => self.quotations().iter().for_each(|q| add(self.quotation(q))),
            "repairs" => self.repairs().iter().for_each(|r| {
                add(Line::new("repair").with(quoted(&r.text)).with("→").with(quoted(&r.reading)).with(&r.why.rule));
            }),
            "quantities" => self.quantities().iter().for_each(|q| {
                let line = Line::new("quantity").with(quoted(&q.text)).with(name(&q.kind)).with(&q.value);
                add(line.maybe(q.unit.as_deref()).with(name(&q.approximation)));
            }),
            "times" => self.times().iter().for_each(|t| add(time(t))),
            "entities" => self.entities().iter().for_each(|e| add(self.entity(e))),
            "mentions" => self.mentions().iter().for_each(|m| add(self.mention(m))),
            "offices" => self.offices().iter().for_each(|o| add(office(o))),
            "attributions" => self.attributions().iter().for_each(|a| add(self.attribution(a))),
            "events" => self.events().iter().for_each(|e| add(self.event(e))),
            "claims" => self.claims().iter().for_each(|c| add(self.claim(c))),
            "unread" => self.unread().iter().for_each(|u| add(Line::new("unread").with(quoted(&u.text)))),
            "diagnostics" => self.diagnostics().iter().for_each(|d| {
                add(Line::new("diagnostic").with(&d.code).maybe(d.span.map(|s| at(s.start, s.end))));
            }),
            other => return Err(Error::UnknownLayer { given: other.into() }),
        }
        Ok(())
    }

    /// A line for the root, then one for each other word that words hang on; punctuation is left out.
    fn tree(&self, sentence: &Sentence) -> Vec<Line> {
        let first = sentence.first_token;
        let tokens = &self.tokens()[first as usize..sentence.last_token as usize];
        // A word that stands twice in the sentence is counted.
        let word = |i: usize| {
            let same = |among: &[Token]| among.iter().filter(|t| t.text == tokens[i].text).count();
            match same(tokens) {
                1 => quoted(&tokens[i].text),
                _ => format!("{}#{}", quoted(&tokens[i].text), same(&tokens[..=i])),
            }
        };
        let edges = |head: usize| {
            let hang = tokens.iter().enumerate().filter(|(_, t)| t.head == Some(first + head as u32) && t.relation != Relation::Punct);
            hang.map(|(i, t)| format!("{} {}", t.relation, word(i))).collect::<Vec<_>>().join(", ")
        };
        let line = |i: usize, edges: &str| Line::new("tree").maybe(tokens[i].head.is_none().then_some("root")).with(word(i) + edges);
        let mut order: Vec<usize> = (0..tokens.len()).collect();
        order.sort_by_key(|i| tokens[*i].head.is_some());
        let lines = order.into_iter().filter_map(|i| match edges(i) {
            edges if edges.is_empty() => tokens[i].head.is_none().then(|| line(i, "")),
            edges => Some(line(i, &format!(": {edges}"))),
        });
        lines.collect()
    }

    fn quotation(&self, quotation: &Quotation) -> Line {
        let mut line = Line::new("quotation").with(quoted(self.words(quotation.content)));
        if quotation.depth > 0 {
            line = line.with(format!("depth {}", quotation.depth));
        }
        if quotation.continues.is_some() {
            line = line.with("continued");
        }
        match name(&quotation.closing).as_str() {
            "mark" => line,
            "missing" => line.with("unclosed"),
            other => line.with(other),
        }
    }

    fn entity(&self, entity: &Entity) -> Line {
        let mentions = entity.mentions.iter().filter_map(|i| self.mentions().get(*i as usize));
        let words: Vec<String> = mentions.map(|m| quoted(&m.text)).collect();
        let line = Line::new("entity").with(name(&entity.kind)).with(quoted(&entity.name)).maybe(entity.code.as_deref());
        let members: Vec<String> =
            entity.members.iter().filter_map(|i| self.entities().get(*i as usize)).map(|e| quoted(&e.name)).collect();
        let line = line.maybe(entity.gender.as_deref()).with(format!("[{}]", words.join(", ")));
        if members.is_empty() { line } else { line.with(format!("of {}", members.join(", "))) }
    }

    fn mention(&self, mention: &Mention) -> Line {
        let of = mention.entity.and_then(|i| self.entities().get(i as usize));
        let line = Line::new("mention").with(name(&mention.kind)).with(quoted(&mention.text)).maybe(mention.code.as_deref());
        line.maybe(of.map(|e| format!("= {}", quoted(&e.name))))
    }

    fn attribution(&self, attribution: &Attribution) -> Line {
        let parent = attribution.parent.and_then(|i| self.attributions().get(i as usize));
        let line = Line::new("attribution").with(name(&attribution.kind)).words(&attribution.source).words(&attribution.cue);
        line.with(":").words(&attribution.content).maybe(parent.map(|p| format!("within {}", pieces(&p.source))))
    }

    fn event(&self, event: &Event) -> Line {
        let mode = event.mode.as_deref().map_or(String::new(), |m| format!("/{m}"));
        let mut line = Line::new("event").with(format!("{}{mode}", event.class.name()));
        match &event.plover {
            Some(plover) if *plover == event.class => {}
            Some(plover) => line = line.with(format!("as {}", plover.name())),
            None => line = line.with("as –"),
        }
        line = line.words(&event.trigger).with(participants(&event.actor)).with("→").with(participants(&event.recipient));
        line = line.maybe(event.place.as_ref().map(|p| format!("at {}", participant(p)))).with(event.date.as_deref().unwrap_or("–"));
        line = line.with(event.status.name()).with(event.certainty.code());
        // A modality that the status does not tell.
        let told = event.status != Status::Hypothetical && event.modality == Modality::of(event.status);
        line = line.maybe((!told).then(|| event.modality.name()));
        line = line.maybe((!event.cues.is_empty()).then(|| format!("cues {}", list(&event.cues, ", "))));
        let speaker = event.attribution.and_then(|i| self.attributions().get(i as usize));
        // What the speaker does not hold certain.
        let held = event.by_speaker.last().filter(|c| **c != Certainty::CtPlus).map(|c| c.code());
        let earlier = event.same_as.and_then(|i| self.events().get(i as usize));
        line.maybe(speaker.map(|a| format!("according to {}", pieces(&a.source))))
            .maybe(held)
            .maybe(earlier.map(|e| format!("same as {}", pieces(&e.trigger))))
    }

    fn claim(&self, claim: &Claim) -> Line {
        let item = claim.item as usize;
        let stated = match claim.kind {
            ClaimKind::Event => self.events().get(item).map(|e| pieces(&e.trigger)),
            ClaimKind::Office => self.offices().get(item).map(|o| format!("{}: {}", quoted(&o.person.text), quoted(&o.post.text))),
            ClaimKind::Statement => self.attributions().get(item).map(|a| format!("{} {}", pieces(&a.source), pieces(&a.cue))),
        };
        let mut line = Line::new("claim").with(name(&claim.kind)).with(stated.unwrap_or_default());
        line = line.with(claim.status.name()).with(claim.certainty.code());
        let chain: Vec<String> = claim.speakers.iter().map(|s| format!("{} {}", pieces(&s.source), s.certainty.code())).collect();
        line = line.maybe((!chain.is_empty()).then(|| format!("according to {}", chain.join(" > "))));
        claim.evidence.iter().fold(line, |line, e| line.with("in").with(quoted(&e.quote.exact)))
    }
}

fn token(token: &Token) -> String {
    let clitic = if token.clitic { "+" } else { "" };
    let kind = match token.kind {
        TokenKind::Word | TokenKind::Punctuation => String::new(),
        other => format!(":{}", name(&other)),
    };
    let norm = token.norm.as_deref().map_or(String::new(), |n| format!("={}", quoted(n)));
    format!("{clitic}{}{kind}{norm}", quoted(&token.text))
}

fn time(time: &Time) -> Line {
    let line = Line::new("time").with(quoted(&time.text)).with(name(&time.kind)).with(&time.value);
    let line = line.maybe(time.modifier.as_deref()).maybe(time.edtf.as_deref().filter(|e| *e != time.value));
    let bounds = time.earliest.as_deref().zip(time.latest.as_deref());
    let line = line.maybe(bounds.map(|(earliest, latest)| format!("{earliest}..{latest}")));
    line.maybe(time.anchoring.as_ref().map(|a| format!("{} {} {}", a.duration, name(&a.side), quoted(&a.words.text))))
}

fn office(office: &Office) -> Line {
    let mut line = Line::new("office").with(quoted(&office.person.text)).with(":").with(quoted(&office.post.text));
    line = line.maybe(office.body.as_ref().map(|b| format!("of {}", quoted(&b.text)))).maybe(office.country.as_deref());
    line = line.maybe(office.former.then_some("former")).maybe(office.acting.then_some("acting"));
    line.maybe(office.attested_at.as_deref().map(|d| format!("at {d}")))
}

fn participants(all: &[Participant]) -> String {
    if all.is_empty() {
        return "–".into();
    }
    all.iter().map(participant).collect::<Vec<_>>().join(", ")
}

/// An actor by its code; by its words where it has none.
fn participant(participant: &Participant) -> String {
    participant.code.clone().unwrap_or_else(|| quoted(&participant.text))
}

/// One thing whose words stand apart.
fn pieces(words: &[Words]) -> String {
    if words.is_empty() { "–".into() } else { list(words, " … ") }
}

fn list(words: &[Words], between: &str) -> String {
    words.iter().map(|w| quoted(&w.text)).collect::<Vec<_>>().join(between)
}

/// The name that a value bears in JSON.
fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        other => format!("{other:?}"),
    }
}

/// Words between straight marks. What cannot be seen is spelled out; the standard library's own escapes follow the compiler's
/// version of Unicode and would differ between builds.
pub(crate) fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' => escape(c, &mut out),
            '\u{2060}'..='\u{206f}' | '\u{feff}' => escape(c, &mut out),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn escape(c: char, out: &mut String) {
    out.push_str(&format!("\\u{{{:x}}}", c as u32));
}

/// A line that grows by words.
struct Line(String);

impl Line {
    fn new(layer: &str) -> Self {
        Self(layer.into())
    }
    fn with(mut self, part: impl AsRef<str>) -> Self {
        self.0.push(' ');
        self.0.push_str(part.as_ref());
        self
    }
    fn maybe(self, part: Option<impl AsRef<str>>) -> Self {
        match part {
            Some(part) => self.with(part),
            None => self,
        }
    }
    fn words(self, words: &[Words]) -> Self {
        self.with(pieces(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Reader, Source};

    #[test]
    fn every_layer_has_lines_of_its_own() {
        let document = Reader::english().read(&Source::new("A title\n\nCuba's envoy (He said: “yes").published("2023")).unwrap();
        for layer in LAYERS {
            let outline = document.outline(&[layer]).unwrap();
            let first = layer.strip_suffix("ies").map_or_else(|| layer.strip_suffix('s').unwrap_or(layer).to_string(), |l| format!("{l}y"));
            let own = |line: &str| line.starts_with(if layer == "tokens" { layer } else { &first });
            assert!(outline.lines().all(own), "{layer}: {outline}");
        }
        assert!(document.outline(&["tokens"]).unwrap().contains("\"Cuba\" +\"'s\""));
        assert!(document.outline(&["quotations"]).unwrap().ends_with("unclosed"));
        let trees = document.outline(&["trees"]).unwrap();
        assert_eq!(trees.lines().filter(|l| l.starts_with("tree root \"")).count(), document.sentences().len());
    }

    #[test]
    fn what_cannot_be_seen_is_spelled_out() {
        assert_eq!(quoted("a\u{200b}\"\\\n\u{feff}\u{a0}é"), "\"a\\u{200b}\\\"\\\\\\n\\u{feff}\\u{a0}é\"");
    }
}
