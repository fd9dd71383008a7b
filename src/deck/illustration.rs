//! The types of what a card shows beside its words: figure, map, picture.

/// Numbers to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// How they are drawn.
    pub kind: FigureKind,
    /// What the numbers are.
    pub title: String,
    /// What they are counted in.
    pub unit: String,
    /// Two or more.
    pub points: Vec<PointXy>,
    /// What happened meanwhile.
    pub events: Vec<FigureEvent>,
    /// Places in [`Card::sources`](crate::deck::Card::sources).
    pub sources: Vec<usize>,
}

/// How numbers are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum FigureKind {
    /// Points joined by a line.
    Line,
    /// A bar for each.
    Bar,
}

/// One number of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct PointXy {
    /// What it belongs to, such as a year; a number in the deck is kept as it would be written.
    pub x: String,
    /// The number, always finite.
    pub y: f64,
}

/// Something that happened on the axis of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureEvent {
    /// A date, where every point's `x` is a year or a date; else the `x` of a point. A number in the deck is kept as it would
    /// be written.
    pub x: String,
    /// What happened.
    pub label: String,
}

/// The place of the subject on the earth.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Rings of positions around the country or region, each as longitude, latitude, longitude, latitude…, in degrees
    /// (WGS 84): one ring or more, of three positions or more.
    pub outline: Vec<Vec<f64>>,
    /// What is shown there: one to ten.
    pub points: Vec<MapPoint>,
    /// Places in [`Card::sources`](crate::deck::Card::sources).
    pub sources: Vec<usize>,
}

/// A named position.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// Degrees east (WGS 84), -180 to 180.
    pub lon: f64,
    /// Degrees north (WGS 84), -90 to 90.
    pub lat: f64,
    /// Its name.
    pub label: String,
}

/// A picture and what must be said with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// An https address, or one relative to the page.
    pub src: String,
    /// What it shows, in words; never empty.
    pub alt: String,
    /// Who made it.
    pub credit: String,
    /// On what terms it is used.
    pub license: String,
    /// The point that must not be cut off, as shares of the picture's width from the left and of its height from the top, 0 to
    /// 1; the middle where the deck names none.
    pub focus: (f64, f64),
}
