//! The outline of countries for a card's map, from an atlas: chosen parts, borders between them merged, simplified to fit.

mod antimeridian;
mod atlas;
mod country;
mod main_part;
mod merge;
mod outline;

use std::fmt::Write;

pub use self::atlas::Atlas;
pub use self::country::Country;
pub use self::outline::MOST_BYTES;
use crate::deck::MapPoint;

/// The source to name for an outline, as it stands in a deck's `sources`.
pub const SOURCE: &str = r#"{ "id": "natural-earth", "title": "Admin 0 – Countries", "publisher": "Natural Earth", "url": "https://www.naturalearthdata.com/" }"#;

/// The outline of all these countries: rings of longitudes and latitudes in turn, as a card's map has them, the largest first.
/// Of each country the far and the smallest parts are left out; borders between the countries are not drawn.
///
/// # Errors
///
/// A sentence for the editor: the atlas has no such country, or there are too many of them for [`MOST_BYTES`].
pub fn outline(atlas: &Atlas, countries: &[Country]) -> Result<Vec<Vec<f64>>, String> {
    let mut parts = Vec::new();
    for country in countries {
        let rings = atlas.rings(country);
        if rings.is_empty() {
            let Country { name, alpha2, .. } = country;
            return Err(format!(
                "the atlas has no outline of {name} ({alpha2}); it may be part of another country's, or in a larger atlas \
                 (--atlas with countries-10m.json)"
            ));
        }
        parts.extend(main_part::main_part(atlas, &rings));
    }
    outline::fit(&merge::merge(atlas, &parts)).ok_or_else(|| {
        format!("{} countries do not fit into the {MOST_BYTES} bytes of an outline; name fewer", countries.len())
    })
}

/// An outline as JSON, as compact as it can be: what counts against [`MOST_BYTES`].
#[must_use]
pub fn outline_json(outline: &[Vec<f64>]) -> String {
    let rings: Vec<String> = outline
        .iter()
        .map(|ring| ring.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
        .map(|numbers| format!("[{numbers}]"))
        .collect();
    format!("[{}]", rings.join(","))
}

/// The value of a card's `map` as JSON, laid out to be pasted.
#[must_use]
pub fn map_json(outline: &[Vec<f64>], points: &[MapPoint]) -> String {
    let mut json = format!("{{\n  \"outline\": {},\n  \"points\": [", outline_json(outline));
    for (index, MapPoint { lon, lat, label }) in points.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let label = serde_json::Value::from(label.as_str());
        // Writing to a text cannot fail.
        let _ = write!(json, "{comma}\n    {{ \"lon\": {lon}, \"lat\": {lat}, \"label\": {label} }}");
    }
    json += if points.is_empty() { "]" } else { "\n  ]" };
    json + ",\n  \"sources\": [\"natural-earth\"]\n}\n"
}
