//! CAMEO dyads with the columns of GDELT and of ICEWS, for tools that read those. What the text does not tell stays empty.

use super::{Excerpt, code::Code, markup::line, when};
use crate::{
    base::DocumentRow,
    content_id,
    query::{EventFact, Party},
};
use cubaru_parse::Status;

/// One actor, one recipient: what those data sets call an event.
struct Dyad<'a> {
    event: &'a EventFact,
    cameo: &'a str,
    actor: Option<&'a Party>,
    recipient: Option<&'a Party>,
    document: Option<&'a DocumentRow>,
    /// Its number among the event's dyads.
    number: usize,
}

/// The dyads of all events that have a CAMEO code and, by the text or by somebody in it, took place.
fn dyads(excerpt: &Excerpt) -> Vec<Dyad<'_>> {
    let sources = excerpt.sources();
    let mut dyads = Vec::new();
    for event in &excerpt.events {
        let (Some(cameo), Status::Actual | Status::Reported) = (event.cameo.as_deref(), event.status) else { continue };
        let document = sources.get(&event.document).copied();
        for (number, (actor, recipient)) in pairs(event).into_iter().enumerate() {
            dyads.push(Dyad { event, cameo, actor, recipient, document, number });
        }
    }
    dyads
}

/// Each actor with each recipient; of an event that several do together, each with each other, in both directions as those data sets have it.
fn pairs(event: &EventFact) -> Vec<(Option<&Party>, Option<&Party>)> {
    let one = |parties: &'_ [Party]| parties.is_empty();
    match (one(&event.actor), one(&event.recipient)) {
        (true, true) => Vec::new(),
        (true, false) => event.recipient.iter().map(|r| (None, Some(r))).collect(),
        (false, true) if event.actor.len() > 1 => {
            let others = |i: usize| event.actor.iter().enumerate().filter(move |(j, _)| *j != i).map(|(_, b)| b);
            event.actor.iter().enumerate().flat_map(|(i, a)| others(i).map(move |b| (Some(a), Some(b)))).collect()
        }
        (false, true) => event.actor.iter().map(|a| (Some(a), None)).collect(),
        (false, false) => event.actor.iter().flat_map(|a| event.recipient.iter().map(move |r| (Some(a), Some(r)))).collect(),
    }
}

fn name(party: Option<&Party>) -> String {
    party.map(|p| p.name.clone().unwrap_or_else(|| p.text.clone())).unwrap_or_default()
}

/// Cells as lines of tab-separated values; tabs and line ends within a cell become blanks.
fn rows(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut out = String::new();
    for row in rows {
        out += &row.iter().map(|cell| line(cell)).collect::<Vec<_>>().join("\t");
        out.push('\n');
    }
    out.into_bytes()
}

/// The 61 columns of GDELT 2.0's event files, which have no headings.
pub(super) fn gdelt(excerpt: &Excerpt) -> Vec<u8> {
    rows(dyads(excerpt).iter().map(gdelt_row))
}

fn gdelt_row(dyad: &Dyad<'_>) -> Vec<String> {
    let Dyad { event, cameo, document, .. } = dyad;
    let within = when::within(&event.earliest, &event.latest).unwrap_or_default();
    let first = |n: usize| within.get(..n).unwrap_or_default().replace('-', "");
    let mut row = vec![number(dyad), first(10), first(7), first(4), fraction(within)];
    row.extend(gdelt_actor(dyad.actor));
    row.extend(gdelt_actor(dyad.recipient));
    let part = |n: usize| cameo.get(..n).unwrap_or(cameo).to_string();
    let (base, root) = (part(3), part(2));
    let quad = quad(&root).map(|q| q.to_string()).unwrap_or_default();
    let one = || "1".to_string();
    // IsRootEvent, the codes, the class, Goldstein's scale, how many mentions, sources and articles, tone.
    row.extend([String::new(), cameo.to_string(), base, root, quad, String::new(), one(), one(), one(), String::new()]);
    let nowhere = || vec![String::new(); 8];
    row.extend(nowhere());
    row.extend(nowhere());
    let mut place = nowhere();
    if let Some(p) = &event.place {
        place[1] = name(Some(p));
        place[2] = Code::of(Some(p)).country.unwrap_or_default().into();
    }
    row.extend(place);
    let source = document.map(|d| (&d.source.url, &d.sha256));
    row.push(String::new());
    row.push(source.map(|(url, sha)| url.clone().unwrap_or_else(|| format!("urn:cubaru:document:{sha}"))).unwrap_or_default());
    row
}

/// A number for tools that know no other ids: the first 63 bits of a hash of the event's id and the dyad's number.
fn number(dyad: &Dyad<'_>) -> String {
    let id = content_id([dyad.event.id.as_str(), &dyad.number.to_string()]);
    u64::from_str_radix(&id, 16).map(|n| (n >> 1).to_string()).unwrap_or_default()
}

/// GDELT's share of the year, to four digits: of 365 days, where every month before has 30.
fn fraction(day: &str) -> String {
    let Some((year, month, day)) = when::parts(day) else { return String::new() };
    let share = (((month - 1) * 30 + day) * 10_000 + 182) / 365;
    format!("{year}.{share:04}")
}

fn gdelt_actor(party: Option<&Party>) -> [String; 10] {
    let code = Code::of(party);
    let text = |t: Option<&str>| t.unwrap_or_default().to_string();
    let kind = |i: usize| text(code.sectors.get(i).copied());
    let whole = party.and_then(|p| p.code.clone()).unwrap_or_default();
    let none = String::new;
    [whole, name(party), text(code.country), text(code.group), none(), none(), none(), kind(0), kind(1), kind(2)]
}

/// CAMEO's quad class, by the root code.
fn quad(root: &str) -> Option<u8> {
    match root.parse::<u8>().ok()? {
        1..=5 => Some(1),
        6..=8 => Some(2),
        9..=13 => Some(3),
        14..=20 => Some(4),
        _ => None,
    }
}

const ICEWS: [&str; 20] = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
];

/// The 20 columns of ICEWS, with their headings.
pub(super) fn icews(excerpt: &Excerpt) -> Vec<u8> {
    let head = ICEWS.map(String::from).to_vec();
    rows(std::iter::once(head).chain(dyads(excerpt).iter().map(icews_row)))
}

fn icews_row(dyad: &Dyad<'_>) -> Vec<String> {
    let Dyad { event, cameo, document, number, .. } = dyad;
    let side = |party: Option<&Party>| {
        let code = Code::of(party);
        (name(party), code.sectors.join(","), code.country.unwrap_or_default().to_string())
    };
    let (source, source_sectors, source_country) = side(dyad.actor);
    let (target, target_sectors, target_country) = side(dyad.recipient);
    let text = event.mode.as_ref().map_or_else(|| event.class.clone(), |mode| format!("{} {mode}", event.class));
    let place = event.place.as_ref();
    let country = Code::of(place).country.unwrap_or_default().to_string();
    // A place that is its own country is no town.
    let city = if place.is_some_and(|p| p.code.as_ref().is_some_and(|c| c.len() == 3)) { String::new() } else { name(place) };
    let none = String::new;
    vec![
        format!("{}.{number}", event.id),
        when::day(&event.earliest, &event.latest).unwrap_or_default().into(),
        source,
        source_sectors,
        source_country,
        text,
        cameo.to_string(),
        none(),
        target,
        target_sectors,
        target_country,
        event.document.to_string(),
        none(),
        document.and_then(|d| d.source.publisher.clone()).unwrap_or_default(),
        city,
        none(),
        none(),
        country,
        none(),
        none(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gdelt_s_numbers() {
        assert_eq!(fraction("2014-02-18"), "2014.1315");
        assert_eq!(fraction("2014-12-31"), "2014.9890");
        assert_eq!(fraction("2014-02"), "");
        assert_eq!(
            [quad("04"), quad("08"), quad("13"), quad("19"), quad("99"), quad("x")],
            [Some(1), Some(2), Some(3), Some(4), None, None]
        );
    }
}
