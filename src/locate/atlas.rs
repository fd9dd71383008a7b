//! Reads countries from `TopoJSON`: polygons made of arcs, which neighbours share.
//!
//! The format: <https://github.com/topojson/topojson-specification>. Positions are cells of a grid, and an arc's are written as
//! differences, so that equal positions are equal to the bit.

use std::slice;

use geo::{Coord, LineString};
use serde::Deserialize;

use crate::locate::{Country, antimeridian};

/// A position on the grid.
pub(crate) type Cell = (i32, i32);

/// Arcs end to end; `!arc` is the arc backwards.
pub(crate) type ArcRing = Vec<i32>;

/// The outer ring and the holes.
type ArcPolygon = Vec<ArcRing>;

/// The countries of the earth.
#[derive(Debug)]
pub struct Atlas {
    arcs: Vec<Vec<Cell>>,
    geometries: Vec<Geometry>,
    transform: Transform,
}

#[derive(Deserialize)]
struct Topology {
    objects: Objects,
    arcs: Vec<Vec<Cell>>,
    transform: Transform,
}

#[derive(Deserialize)]
struct Objects {
    countries: Countries,
}

#[derive(Deserialize)]
struct Countries {
    geometries: Vec<Geometry>,
}

#[derive(Debug, Deserialize)]
struct Geometry {
    /// Three digits of ISO 3166-1.
    id: Option<String>,
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Debug, Deserialize)]
struct Properties {
    name: String,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(ArcPolygon),
    MultiPolygon(Vec<ArcPolygon>),
}

#[derive(Debug, Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

impl Atlas {
    /// Reads a file such as `countries-50m.json` of the npm package `world-atlas`.
    ///
    /// # Errors
    ///
    /// What is wrong with the file, as the end of a sentence that begins with its name.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let Topology { objects, mut arcs, transform } = serde_json::from_slice(bytes)
            .map_err(|error| format!("is not an atlas of countries in quantized TopoJSON: {error}"))?;
        for arc in &mut arcs {
            let mut at = (0_i32, 0_i32);
            for cell in arc {
                at = (at.0.saturating_add(cell.0), at.1.saturating_add(cell.1));
                *cell = at;
            }
        }
        let geometries = objects.countries.geometries;
        let is_there = |arc: &i32| arcs.get(index(*arc)).is_some_and(|cells| cells.len() > 1);
        if !geometries.iter().flat_map(Geometry::polygons).flatten().flatten().all(is_there) {
            return Err("is not a whole atlas: a polygon names arcs that are not there".to_owned());
        }
        Ok(Self { arcs, geometries, transform })
    }

    /// Every ring of a country, holes too; empty where the atlas does not have it.
    pub(crate) fn rings(&self, country: &Country) -> Vec<&ArcRing> {
        // Where a country has no number in the atlas (Kosovo), its name has to do.
        let is_of = |geometry: &&Geometry| match &geometry.id {
            Some(id) => id == country.numeric,
            None => geometry.properties.name == country.name,
        };
        self.geometries.iter().filter(is_of).flat_map(Geometry::polygons).flatten().collect()
    }

    /// Where an arc begins and where it ends.
    pub(crate) fn ends(&self, arc: i32) -> (Option<Cell>, Option<Cell>) {
        let cells = &self.arcs[index(arc)];
        let (first, last) = (cells.first().copied(), cells.last().copied());
        if arc < 0 { (last, first) } else { (first, last) }
    }

    /// The positions of a ring in degrees, on one side of the 180th meridian; the last one is the first again.
    pub(crate) fn line(&self, ring: &[i32]) -> LineString<f64> {
        let mut cells: Vec<Cell> = Vec::new();
        for arc in ring {
            let arc_cells = &self.arcs[index(*arc)];
            // Where an arc begins, the one before it has ended.
            if *arc < 0 {
                cells.extend(arc_cells.iter().rev().skip(1));
            } else {
                cells.extend(arc_cells.iter().skip(1));
            }
        }
        let (scale, translate) = (self.transform.scale, self.transform.translate);
        let degrees = |cell: &Cell| Coord {
            x: f64::from(cell.0) * scale.0 + translate.0,
            y: f64::from(cell.1) * scale.1 + translate.1,
        };
        let mut line = LineString(cells.iter().map(degrees).collect());
        line.close();
        antimeridian::cut(line)
    }
}

impl Geometry {
    fn polygons(&self) -> &[ArcPolygon] {
        match &self.shape {
            Shape::Polygon(polygon) => slice::from_ref(polygon),
            Shape::MultiPolygon(polygons) => polygons,
        }
    }
}

/// The place of an arc in the list, whatever its direction.
fn index(arc: i32) -> usize {
    let forwards = if arc < 0 { !arc } else { arc };
    usize::try_from(forwards).unwrap_or(usize::MAX)
}
