//! What a card of a deck's file shows beside its words: figure, map, picture.
#![allow(dead_code, reason = "described, never held")]

use schemars::JsonSchema;

use super::text::{AxisValue, Picture, Sourced, Text};
use crate::deck::FigureKind;
use crate::deck::limits::{MOST_MAP_POINTS, Range};

/// Numbers as a chart.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Figure {
    /// How they are drawn.
    kind: FigureKind,
    /// What the numbers are. Plain text.
    title: Text,
    /// What they are counted in. Plain text.
    unit: Text,
    /// The numbers: two or more.
    #[schemars(length(min = 2))]
    points: Vec<Point>,
    /// What happened meanwhile.
    events: Option<Vec<Event>>,
    /// Ids of the sources that say so.
    sources: Option<Vec<Text>>,
    /// It needs no source.
    sourced: Option<Sourced>,
}

/// One number of a figure.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Point {
    /// What it belongs to, such as a year.
    x: AxisValue,
    /// The number.
    y: f64,
}

/// Something that happened on the axis of a figure.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Event {
    /// A date, where every point's x is a year or a date; else the x of a point.
    x: AxisValue,
    /// What happened. Plain text.
    label: Text,
}

/// The place of the subject on the earth.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Map {
    /// Rings around the country or region, each a flat list of degrees: longitude, latitude, longitude, latitude… Three or more
    /// positions each. `context-cards locate` makes them.
    #[schemars(length(min = 1))]
    outline: Vec<Ring>,
    /// What is shown there: one to ten.
    #[schemars(length(min = 1, max = MOST_MAP_POINTS))]
    points: Vec<MapPoint>,
    /// Ids of the sources that say so.
    sources: Option<Vec<Text>>,
    /// It needs no source.
    sourced: Option<Sourced>,
}

/// Longitudes and latitudes in turn, in degrees.
#[derive(JsonSchema)]
#[schemars(inline)]
struct Ring(
    #[schemars(length(min = 6), inner(range(min = Range::LONGITUDE.least, max = Range::LONGITUDE.most)))] Vec<f64>,
);

/// A named position.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct MapPoint {
    /// Degrees east, -180 to 180.
    #[schemars(range(min = Range::LONGITUDE.least, max = Range::LONGITUDE.most))]
    lon: f64,
    /// Degrees north, -90 to 90.
    #[schemars(range(min = Range::LATITUDE.least, max = Range::LATITUDE.most))]
    lat: f64,
    /// Its name. Plain text.
    label: Text,
}

/// A picture and what must be said with it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Image {
    /// An https address, or one relative to the page.
    src: Picture,
    /// What it shows. Plain text.
    alt: Text,
    /// Who made it. Plain text.
    credit: Text,
    /// On what terms it is used. Plain text.
    license: Text,
    /// The point that must not be cut off; the middle where it is missing.
    focus: Option<Focus>,
}

/// A point of a picture, in shares of its width and height, from the top left corner.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Focus {
    /// From 0, left, to 1, right.
    #[schemars(range(min = Range::SHARE.least, max = Range::SHARE.most))]
    x: f64,
    /// From 0, top, to 1, bottom.
    #[schemars(range(min = Range::SHARE.least, max = Range::SHARE.most))]
    y: f64,
}
