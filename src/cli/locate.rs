//! `locate`: writes the outline of countries as the value of a card's `map`.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::output::{self, OutputArgs};
use super::{FINE, Stdio};
use crate::deck::MapPoint;
use crate::deck::limits::{MOST_MAP_POINTS, Range};
use crate::deck::quote::quote;
use crate::locate::{Atlas, Country, SOURCE, map_json, outline, outline_json};

/// Where npm puts the atlas.
const ATLAS: &str = "node_modules/world-atlas/countries-50m.json";

/// How the atlas is installed: that of Natural Earth 4.1, in the public domain.
const INSTALL: &str = "npm install world-atlas@2.0.2";

/// Make the outline of a country for a card's map
///
/// Prints the value of "map": an outline of at most 2,048 bytes, simplified from Natural Earth (public domain). Of a country it
/// has the largest part and those near it; several countries make one outline. Borders are drawn by who holds a land,
/// not by who claims it. The atlas comes from npm: npm install world-atlas@2.0.2
#[derive(clap::Args)]
#[command(after_help = ["\
Examples:
  context-cards locate SV --point \"13.6,-88.8,CECOT\"   El Salvador, with a prison in it
  context-cards locate BEL NLD LUX --out map.json      three countries as one outline

A map has 1 to 10 points, and its source stands in the deck's \"sources\":
  ", SOURCE].concat())]
pub(crate) struct LocateArgs {
    /// A country's ISO 3166 code of two or three letters, such as SV or SLV
    #[arg(required = true, value_name = "COUNTRY", value_parser = Country::parse)]
    countries: Vec<Country>,
    /// A place to name on the map, as maps on the web copy it: latitude, longitude, then its name. Can be given up to 10 times
    #[arg(long = "point", value_name = "LAT,LON,LABEL", value_parser = parse_point, allow_hyphen_values = true)]
    points: Vec<MapPoint>,
    /// The atlas, of the npm package world-atlas; countries-10m.json beside it has more of the smallest countries
    #[arg(long, value_name = "FILE", default_value = ATLAS)]
    atlas: PathBuf,
    #[command(flatten)]
    output: OutputArgs,
}

/// Makes the outline. It is the result; what to do with it is a message.
pub(crate) fn run(arguments: &LocateArgs, stdio: &mut Stdio<'_>) -> Result<u8, String> {
    let points = &arguments.points;
    if points.len() > MOST_MAP_POINTS {
        return Err(format!("{} points; a map has room for {MOST_MAP_POINTS}", points.len()));
    }
    let mut countries: Vec<Country> = Vec::new();
    for country in &arguments.countries {
        if !countries.contains(country) {
            countries.push(*country);
        }
    }
    let outline = outline(&read_atlas(&arguments.atlas)?, &countries)?;
    output::write(arguments.output.out.as_deref(), &map_json(&outline, points), stdio)?;
    for point in points.iter().filter(|point| !is_in_frame(&outline, point.lon, point.lat)) {
        let swapped = if is_in_frame(&outline, point.lat, point.lon) { "; latitude comes first" } else { "" };
        let _ = writeln!(stdio.messages, "point {} lies outside of the outline{swapped}", quote(&point.label));
    }
    let _ = writeln!(stdio.messages, "{}", next_step(&outline, &countries, points));
    Ok(FINE)
}

fn read_atlas(file: &Path) -> Result<Atlas, String> {
    let bytes = fs::read(file).map_err(|error| {
        let remedy = match error.kind() {
            ErrorKind::NotFound => format!("; type: {INSTALL} (or name the file with --atlas)"),
            _ => String::new(),
        };
        format!("{}: {}{remedy}", file.display(), output::reason(&error))
    })?;
    Atlas::parse(&bytes).map_err(|why| format!("{} {why}; type: {INSTALL}", file.display()))
}

/// What the editor has, and what is to be done with it.
fn next_step(outline: &[Vec<f64>], countries: &[Country], points: &[MapPoint]) -> String {
    let names: Vec<&str> = countries.iter().map(|country| country.name).collect();
    let with_points = if points.is_empty() {
        ", add 1 to 10 points to it, such as { \"lon\": -88.8, \"lat\": 13.6, \"label\": \"CECOT\" } (--point does it)"
    } else {
        ""
    };
    format!(
        "{}: {} bytes of outline. Paste it as \"map\" of a card{with_points}, and add to the deck's \"sources\": {SOURCE}",
        names.join(", "),
        outline_json(outline).len(),
    )
}

/// Whether a position lies in the rectangle around an outline.
fn is_in_frame(outline: &[Vec<f64>], lon: f64, lat: f64) -> bool {
    let is_between = |axis: usize, degrees: f64| {
        let numbers = || outline.iter().flat_map(|ring| ring.iter().skip(axis).step_by(2));
        numbers().any(|number| *number <= degrees) && numbers().any(|number| *number >= degrees)
    };
    is_between(0, lon) && is_between(1, lat)
}

/// Reads `13.6,-88.8,CECOT`. The name may have commas.
fn parse_point(text: &str) -> Result<MapPoint, String> {
    let mut parts = text.splitn(3, ',').map(str::trim);
    let mut next = || parts.next().filter(|part| !part.is_empty());
    let (Some(lat), Some(lon), Some(label)) = (next(), next(), next()) else {
        return Err("write latitude, longitude and a name, with commas between, as in 13.6,-88.8,CECOT".to_owned());
    };
    Ok(MapPoint {
        lon: parse_degrees(lon, Range::LONGITUDE)?,
        lat: parse_degrees(lat, Range::LATITUDE)?,
        label: label.to_owned(),
    })
}

fn parse_degrees(text: &str, range: Range) -> Result<f64, String> {
    match text.parse() {
        Ok(degrees) if range.contains(degrees) => Ok(degrees),
        _ => Err(format!("{} {}", quote(text), range.fault)),
    }
}
