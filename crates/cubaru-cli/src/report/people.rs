//! People and their posts.

use super::{View, fact};
use crate::{
    page::{Ink, Page, Row, piece},
    quote::columns,
};
use cubaru::{MentionKind, Office, Span};
use std::{
    collections::{HashMap, HashSet},
    io,
};

/// The widest column of names.
const NAMES: usize = 26;

pub(crate) fn write(page: &mut Page, view: &View) -> io::Result<()> {
    let people = holders(view);
    let others = others(view);
    if people.is_empty() && others.is_empty() {
        return Ok(());
    }
    page.heading("People and posts", "")?;
    let most = page.width().map_or(0, |w| (w / 3).min(NAMES));
    let width = people.iter().map(|(name, _)| columns(name)).filter(|w| *w <= most).max().unwrap_or(0);
    for (name, offices) in &people {
        let mut name = *name;
        for office in offices {
            page.row(Row {
                indent: 2,
                lead: Some((piece(name, Ink::Bold), width)),
                fact: fact::post(view, office),
                place: view.places.show(office.person.start.min(office.post.start)),
                quote: Some(view.quote(span(office))),
            })?;
            // In a pipe each line tells all it is about.
            if page.width().is_some() {
                name = "";
            }
        }
    }
    if !others.is_empty() {
        let mut line = vec![piece(if people.is_empty() { "Without a post:" } else { "Also named:" }, Ink::Faint)];
        for (i, (name, start)) in others.iter().enumerate() {
            let end = if i + 1 < others.len() { "," } else { "" };
            line.push(piece(name, Ink::Plain));
            line.push(piece(format!("{}{end}", view.places.show(*start)), Ink::Faint));
        }
        page.paragraph(2, line)?;
    }
    Ok(())
}

/// Everyone with a post, in the order of the text; a post said twice counts once, where it is first said.
fn holders<'a>(view: &View<'a>) -> Vec<(&'a str, Vec<&'a Office>)> {
    let mut people: Vec<(&str, Vec<&Office>)> = Vec::new();
    let mut known = HashMap::new();
    for office in view.document.offices() {
        let name = view.name(office.entity, &office.person.text);
        let index = *known.entry((office.entity, name)).or_insert(people.len());
        if index == people.len() {
            people.push((name, Vec::new()));
        }
        let said = |o: &Office| {
            let body = o.body.as_ref().map(|b| b.text.to_lowercase());
            (o.post.text.to_lowercase(), body, o.country.clone(), o.former, o.acting)
        };
        let offices = &mut people[index].1;
        if !offices.iter().any(|o| said(o) == said(office)) {
            offices.push(office);
        }
    }
    people
}

/// Persons of whom the text tells no post, each with its first mention.
fn others<'a>(view: &View<'a>) -> Vec<(&'a str, u32)> {
    let document = view.document;
    let holders: HashSet<u32> = document.offices().iter().filter_map(|o| o.entity).collect();
    let people = document.entities().iter().zip(0..).filter(|(e, i)| e.kind == MentionKind::Per && !holders.contains(i));
    let first = |mentions: &[u32]| mentions.iter().filter_map(|m| document.mentions().get(*m as usize)).map(|m| m.start).min();
    people.filter_map(|(e, _)| Some((e.name.as_str(), first(&e.mentions)?))).collect()
}

/// Person, post and body, with what stands between.
fn span(office: &Office) -> Span {
    let both = office.person.span().cover(office.post.span());
    office.body.as_ref().map_or(both, |b| both.cover(b.span()))
}
