//! Draws a figure as a small chart, and shows the same data as a table.

use yew::Html;

use super::inline::cites;
use super::{Action, CardProps, own_language};
use crate::card::chart::{self, Chart};
use crate::card::element::{all, button, element};
use crate::deck::number;
use crate::deck::{Figure, FigureKind};
use crate::locale::messages::Word;

/// Where the labels of the horizontal axis stand, below the plot.
const LABELS: f64 = chart::HEIGHT + 16.0;

pub fn figure(props: &CardProps) -> Html {
    let Some(figure) = &props.card.figure else { return Html::default() };
    let (content, other) = if props.view_state.table {
        (table(props, figure), Word::ShowChart)
    } else {
        (drawing(props, figure), Word::ShowTable)
    };
    let unit = element("p").static_attr("class", "unit").text(&figure.unit).child(cites(props, &figure.sources));
    let swap = button("swap").on_click(props.on_click(Action::Table)).child(own_language::say(props, other));
    let title = element("p").static_attr("class", "figure-title").text(&figure.title);
    element("div")
        .static_attr("class", "figure")
        .child(title.html())
        .child(unit.html())
        .child(content)
        .child(swap.html())
        .html()
}

fn table(props: &CardProps, figure: &Figure) -> Html {
    let rows = element("tbody").children(&mut figure.points.iter().map(|point| {
        let value = element("td").text(&props.locale.formats.number(point.y));
        element("tr").child(element("th").static_attr("scope", "row").text(&point.x).html()).child(value.html()).html()
    }));
    let name = [figure.title.as_str(), ", ", figure.unit.as_str()].concat();
    element("table").attr("aria-label", &name).child(rows.html()).html()
}

fn drawing(props: &CardProps, figure: &Figure) -> Html {
    let chart = chart::lay_out(figure);
    let marks = match figure.kind {
        FigureKind::Line => line(&chart),
        FigureKind::Bar => bars(&chart),
    };
    let middle = f64::midpoint(chart.base, chart::HEIGHT - chart.base + 14.0);
    let grid = |y| {
        element("path").static_attr("class", "grid").attr("d", &["M0 ", &px(y), "H", &px(chart::WIDTH)].concat()).html()
    };
    let value =
        |index: usize| label(chart.points[index], -7.0, "value", &props.locale.formats.number(figure.points[index].y));
    let last = figure.points.len().saturating_sub(1);
    let axis = |index: usize| label((chart.points[index].0, LABELS), 0.0, "axis", &figure.points[index].x);
    let (high, low) = chart.extremes;
    let view = ["0 0 ", &px(chart::WIDTH), " ", &px(LABELS + 6.0)].concat();
    let svg = element("svg")
        .attr("viewBox", &view)
        .static_attr("role", "img")
        .attr("aria-label", &spoken(props, figure, &chart));
    let svg = svg.children(&mut [18.0, middle, chart.base].into_iter().map(grid)).child(marks);
    let svg = svg.child(value(high)).child_opt((high != low).then(|| value(low)));
    svg.child(axis(0)).child(axis(last)).html()
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
    let dot = |(x, y): &(f64, f64)| {
        element("circle")
            .static_attr("class", "dot")
            .attr("cx", &px(*x))
            .attr("cy", &px(*y))
            .static_attr("r", "3")
            .html()
    };
    let ends = all(&mut chart.points.first().into_iter().chain(chart.points.last()).map(dot));
    all(&mut [element("polyline").static_attr("class", "line").attr("points", &path.join(" ")).html(), ends]
        .into_iter())
}

fn bars(chart: &Chart) -> Html {
    all(&mut chart.points.iter().map(|(x, y)| {
        let (top, height) = (y.min(chart.base), (y - chart.base).abs());
        let bar = element("rect").static_attr("class", "bar").attr("x", &px(x - chart.bar / 2.0)).attr("y", &px(top));
        bar.attr("width", &px(chart.bar)).attr("height", &px(height)).html()
    }))
}

/// A label that stays inside the drawing: anchored at the edge it is near.
fn label((x, y): (f64, f64), lift: f64, class: &'static str, words: &str) -> Html {
    let (anchor, x) = match x {
        x if x < 40.0 => ("start", 0.0),
        x if x > chart::WIDTH - 40.0 => ("end", chart::WIDTH),
        x => ("middle", x),
    };
    let label = element("text").static_attr("class", class).attr("x", &px(x)).attr("y", &px(y + lift));
    label.static_attr("text-anchor", anchor).text(words).html()
}

/// A coordinate to a tenth: finer is invisible and longer to write.
fn px(value: f64) -> String {
    number::decimal((value * 10.0).round() / 10.0)
}
