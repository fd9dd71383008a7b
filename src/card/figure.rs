//! How is a figure drawn, and read by those who cannot see it? A small chart, and the same data as a table.

use yew::prelude::*;

use super::inline::cites;
use super::{Action, CardProps, own};
use crate::chart::{self, Chart};
use crate::deck::{Figure, FigureKind};
use crate::number;
use crate::words::Word;

/// Where the labels of the horizontal axis stand, below the plot.
const LABELS: f64 = chart::HEIGHT + 16.0;

pub fn figure(props: &CardProps) -> Html {
    let Some(figure) = &props.card.figure else { return Html::default() };
    let (content, other) = if props.face.table {
        (table(props, figure), Word::ShowChart)
    } else {
        (drawing(props, figure), Word::ShowTable)
    };
    html! {
        <div class="figure">
            <p class="figure-title">{ figure.title.clone() }</p>
            <p class="unit">{ figure.unit.clone() }{ cites(props, &figure.sources) }</p>
            { content }
            <button type="button" class="swap" onclick={props.on.reform(|_| Action::Table)}>{ own::say(props, other) }</button>
        </div>
    }
}

fn table(props: &CardProps, figure: &Figure) -> Html {
    let rows = figure.points.iter().map(|point| {
        html! { <tr><th scope="row">{ point.x.clone() }</th><td>{ props.locale.formats.number(point.y) }</td></tr> }
    });
    html! { <table aria-label={[figure.title.as_str(), ", ", figure.unit.as_str()].concat()}><tbody>{ for rows }</tbody></table> }
}

fn drawing(props: &CardProps, figure: &Figure) -> Html {
    let chart = chart::lay_out(figure);
    let marks = match figure.kind {
        FigureKind::Line => line(&chart),
        FigureKind::Bar => bars(&chart),
    };
    let middle = f64::midpoint(chart.base, chart::HEIGHT - chart.base + 14.0);
    let grid = [18.0, middle, chart.base]
        .map(|y| html! { <path class="grid" d={["M0 ", &px(y), "H", &px(chart::WIDTH)].concat()} /> });
    let value =
        |index: usize| label(chart.points[index], -7.0, "value", props.locale.formats.number(figure.points[index].y));
    let last = figure.points.len().saturating_sub(1);
    let axis = |index: usize| label((chart.points[index].0, LABELS), 0.0, "axis", figure.points[index].x.clone());
    let (high, low) = chart.extremes;
    html! {
        <svg viewBox={["0 0 ", &px(chart::WIDTH), " ", &px(LABELS + 6.0)].concat()} role="img" aria-label={spoken(props, figure, &chart)}>
            { for grid }{ marks }
            { value(high) }{ if high == low { Html::default() } else { value(low) } }
            { axis(0) }{ axis(last) }
        </svg>
    }
}

/// What the drawing shows, in a sentence: the ends of the series; the table has the rest.
fn spoken(props: &CardProps, figure: &Figure, chart: &Chart) -> String {
    let say = |index: usize| {
        [figure.points[index].x.as_str(), ": ", &props.locale.formats.number(figure.points[index].y)].concat()
    };
    let mut ends = vec![0, chart.extremes.0, chart.extremes.1, figure.points.len().saturating_sub(1)];
    ends.sort_unstable();
    ends.dedup();
    let said: Vec<String> = ends.into_iter().map(say).collect();
    [figure.title.as_str(), ", ", &figure.unit, ". ", &said.join(", ")].concat()
}

fn line(chart: &Chart) -> Html {
    let path: Vec<String> = chart.points.iter().map(|(x, y)| [px(*x), px(*y)].join(",")).collect();
    let dot = |(x, y): (f64, f64)| html! { <circle class="dot" cx={px(x)} cy={px(y)} r="3" /> };
    html! {
        <>
            <polyline class="line" points={path.join(" ")} />
            { for chart.points.first().copied().map(dot) }{ for chart.points.last().copied().map(dot) }
        </>
    }
}

fn bars(chart: &Chart) -> Html {
    let bar = |(x, y): &(f64, f64)| {
        let (top, height) = (y.min(chart.base), (y - chart.base).abs());
        html! { <rect class="bar" x={px(x - chart.bar / 2.0)} y={px(top)} width={px(chart.bar)} height={px(height)} /> }
    };
    html! { <>{ for chart.points.iter().map(bar) }</> }
}

/// A label that stays inside the drawing: anchored at the edge it is near.
fn label((x, y): (f64, f64), lift: f64, class: &'static str, text: String) -> Html {
    let (anchor, x) = match x {
        x if x < 40.0 => ("start", 0.0),
        x if x > chart::WIDTH - 40.0 => ("end", chart::WIDTH),
        x => ("middle", x),
    };
    html! { <text {class} x={px(x)} y={px(y + lift)} text-anchor={anchor}>{ text }</text> }
}

/// A coordinate to a tenth: finer is invisible and longer to write.
fn px(value: f64) -> String {
    number::plain((value * 10.0).round() / 10.0)
}
