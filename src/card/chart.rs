//! Lays out a figure: values in, coordinates of a drawing of fixed size out.

use crate::deck::Figure;

/// Width of the drawing in its own units; the card scales it.
pub const WIDTH: f64 = 324.0;
/// Height of the plot, without the labels below.
pub const HEIGHT: f64 = 108.0;
/// Room above for the label of the highest value, and at the sides so that end dots are whole.
const TOP: f64 = 18.0;
const INSET: f64 = 4.0;

/// A figure's points as coordinates.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// `(x, y)` of each point, in the figure's order; of a bar, the middle of its end.
    pub points: Vec<(f64, f64)>,
    /// `y` of the value zero, which is always on the scale: where bars begin.
    pub base: f64,
    /// Width of one bar.
    pub bar: f64,
    /// Indexes of the highest and the lowest value: what a reader looks for first.
    pub extremes: (usize, usize),
}

/// Lays out a figure. The scale starts at zero: a cut axis makes small changes look large.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "a figure has fewer points than 2^52")]
pub fn lay_out(figure: &Figure) -> Chart {
    let values: Vec<f64> = figure.points.iter().map(|point| point.y).collect();
    let high = values.iter().copied().fold(0.0, f64::max);
    let low = values.iter().copied().fold(0.0, f64::min);
    let span = if high > low { high - low } else { 1.0 };
    let y = |value: f64| TOP + (high - value) / span * (HEIGHT - TOP - INSET);
    let count = values.len().max(1) as f64;
    let bars = matches!(figure.kind, crate::deck::FigureKind::Bar);
    let slot = WIDTH / count;
    let step = (WIDTH - 2.0 * INSET) / (count - 1.0).max(1.0);
    let x = |index: usize| if bars { slot * (index as f64 + 0.5) } else { INSET + step * index as f64 };
    let points = values.iter().enumerate().map(|(index, value)| (x(index), y(*value))).collect();
    let by = |better: fn(f64, f64) -> bool| {
        (0..values.len()).fold(0, |best, index| if better(values[index], values[best]) { index } else { best })
    };
    Chart { points, base: y(0.0), bar: slot * 0.64, extremes: (by(|a, b| a > b), by(|a, b| a < b)) }
}
