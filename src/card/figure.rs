//! The places of what few cards have, a figure and a locator map: what is said around them, and the room they take. They are drawn by a
//! file of their own (`www/drawing/`), fetched with the first of them. Where that does not come, the place of a map hears an `error`, as
//! that of a picture does, and leaves no trace.

use std::rc::Rc;

use yew::html::onerror;
use yew::{Callback, Html};

use super::inline::cites;
use super::{Action, CardProps};
use crate::card::element::{Element, element};
use crate::deck::{Figure, FigureKind, Map};

/// Height of a line chart without its events, and of one of those, where it is 324 wide: by `www/drawing/chart.js`.
const CHART: usize = 156;
const EVENT: usize = 14;
/// Height of a bar with its name, in em.
const BAR: usize = 2;

pub fn figure(props: &CardProps, figure: &Figure) -> Html {
    let room = match figure.kind {
        FigureKind::Line => ["aspect-ratio:324/", &(CHART + EVENT * figure.events.len()).to_string()].concat(),
        FigureKind::Bar => ["min-height:", &(BAR * figure.points.len()).to_string(), "em"].concat(),
    };
    let unit = element("p class=unit").text(&figure.unit).child(cites(props, &figure.sources));
    let title = element("p class=figure-title").text(&figure.title);
    let holder = element("div class=figure").with(title).with(unit);
    holder.with(drawing("figure").style(&room)).html()
}

pub fn map(props: &CardProps, map: &Map) -> Html {
    let publishers = map.sources.iter().filter_map(|source| Some(props.card.sources.get(*source)?.publisher.as_str()));
    let from = element("small").text(&publishers.collect::<Vec<_>>().join(", ")).child(cites(props, &map.sources));
    let on = props.on.clone();
    let gone = onerror::Wrapper::new(Callback::from(move |_| on.emit(Action::NoMap)));
    element("div class=map").with(drawing("map").on(Rc::new(gone))).with(from).html()
}

fn drawing(what: &'static str) -> Element {
    element("div class=drawing").static_attr("data-draw", what)
}
