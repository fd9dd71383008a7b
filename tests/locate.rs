//! Tests the outlines that `locate` makes: on an atlas of a few squares what it does, on Natural Earth what comes of it. The latter
//! is one of the npm packages for tests, which `make native` installs. `UPDATE_MAPS=1 cargo test` writes the kept map anew.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use context_cards::check::{DeckFile, check};
use context_cards::cli::{COULD_NOT_RUN, FINE, Stdio, Terminal, run};
use context_cards::deck::MapPoint;
use context_cards::deck::date::Date;
use context_cards::locate::{Atlas, Country, MOST_BYTES, SOURCE, map_json, outline, outline_json};

const TODAY: Date = Date { year: 2026, month: Some(3), day: Some(1) };

/// Longitudes and latitudes in hundredths of a degree.
type Arc<'a> = &'a [(i32, i32)];

/// An atlas of these arcs, which rings name by their index; each country is a code, and a list of rings.
fn atlas(arcs: &[Arc<'_>], countries: &[(&str, &[&[i32]])]) -> Atlas {
    let differences = |arc: &Arc<'_>| -> Vec<[i32; 2]> {
        let before = [(0, 0)].into_iter().chain(arc.iter().copied());
        arc.iter().zip(before).map(|(to, from)| [to.0 - from.0, to.1 - from.1]).collect()
    };
    let geometry = |(code, rings): &(&str, &[&[i32]])| {
        let Country { numeric, name, .. } = Country::parse(code).unwrap();
        let polygons: Vec<[&[i32]; 1]> = rings.iter().map(|ring| [*ring]).collect();
        serde_json::json!({ "type": "MultiPolygon", "arcs": polygons, "id": numeric, "properties": { "name": name } })
    };
    let json = serde_json::json!({
        "type": "Topology",
        "objects": { "countries": { "geometries": countries.iter().map(geometry).collect::<Vec<_>>() } },
        "arcs": arcs.iter().map(differences).collect::<Vec<_>>(),
        "transform": { "scale": [0.01, 0.01], "translate": [0, 0] },
    });
    Atlas::parse(json.to_string().as_bytes()).unwrap()
}

fn countries(codes: &str) -> Vec<Country> {
    codes.split(' ').map(|code| Country::parse(code).unwrap()).collect()
}

#[test]
fn an_outline_has_the_parts_that_a_reader_looks_for() {
    let arcs: [Arc<'_>; 10] = [
        // Two squares of a degree, with a border between.
        &[(100, 100), (0, 100), (0, 0), (100, 0)],
        &[(100, 0), (100, 100)],
        &[(100, 0), (200, 0), (200, 100), (100, 100)],
        // A hole in the first one.
        &[(40, 40), (40, 60), (60, 60), (40, 40)],
        // Parts of the second one: near, far, tiny.
        &[(200, 200), (250, 200), (250, 250), (200, 200)],
        &[(4000, 200), (4050, 200), (4050, 250), (4000, 200)],
        &[(120, 200), (120, 201), (121, 201), (120, 200)],
        // A country across the 180th meridian, and parts of it at the other edge of the world.
        &[(17_000, 0), (-17_900, 0), (-17_900, 500), (17_000, 500), (17_000, 0)],
        &[(-17_700, 0), (-17_600, 0), (-17_600, 100), (-17_700, 0)],
        &[(17_990, 900), (-17_700, 900), (-17_700, 990), (17_990, 900)],
    ];
    let rings: [(&str, &[&[i32]]); 4] = [
        ("NL", &[&[0, 1], &[3]]),
        ("BE", &[&[5], &[6], &[2, !1], &[4]]),
        ("LU", &[&[!3]]),
        ("FJ", &[&[8], &[7], &[9]]),
    ];
    let atlas = atlas(&arcs, &rings);
    let cases = [
        ("a hole", "NL", "[[0,1,0,0,1,0,1,1],[0.4,0.6,0.6,0.6,0.4,0.4]]"),
        ("far and tiny parts", "BE", "[[2,0,2,1,1,1,1,0],[2.5,2,2.5,2.5,2,2]]"),
        ("a border", "BE NL", "[[0,1,0,0,1,0,2,0,2,1,1,1],[2.5,2,2.5,2.5,2,2],[0.4,0.6,0.6,0.6,0.4,0.4]]"),
        ("what fills a hole", "NL LU", "[[0,1,0,0,1,0,1,1]]"),
        ("a country of less than a degree", "LU", "[[0.6,0.6,0.4,0.6,0.4,0.4]]"),
        ("the 180th meridian", "FJ", "[[180,5,170,5,170,0,180,0]]"),
    ];
    for (name, codes, expected) in cases {
        let outline = outline(&atlas, &countries(codes)).map(|outline| outline_json(&outline));
        assert_eq!(outline, Ok(expected.to_owned()), "{name}");
    }
    let missing = "the atlas has no outline of Germany (DE); it may be part of another country's, or in a larger atlas \
        (--atlas with countries-10m.json)";
    assert_eq!(outline(&atlas, &countries("NL DE")), Err(missing.to_owned()));
}

#[test]
fn an_outline_is_as_detailed_as_its_bytes_allow() {
    // A coast of bays, the deeper the further north, and islands before it, each smaller than the one before.
    let bays = (0..400).flat_map(|bay| [(0, bay * 10), (10 + bay, bay * 10 + 5)]);
    let coast: Vec<(i32, i32)> = bays.chain([(-4000, 4000), (-4000, 0), (0, 0)]).collect();
    let island = |index: i32| {
        let (lon, size) = (1000 + index * 10, 100 - index);
        vec![(lon, 0), (lon + size, 0), (lon, size), (lon, 0)]
    };
    let lines: Vec<Vec<(i32, i32)>> = [coast].into_iter().chain((0..90).map(island)).collect();
    let arcs: Vec<Arc<'_>> = lines.iter().map(Vec::as_slice).collect();
    let rings: Vec<[i32; 1]> = (0..91).map(|arc| [arc]).collect();
    let rings: Vec<&[i32]> = rings.iter().map(<[i32; 1]>::as_slice).collect();
    let outline = outline(&atlas(&arcs, &[("SV", &rings)]), &countries("SV")).unwrap();
    let bytes = outline_json(&outline).len();
    assert!((MOST_BYTES - 40..=MOST_BYTES).contains(&bytes), "{bytes} bytes");
    let depths = || outline[0].chunks(2).filter(|at| at[0] > 0.2).map(|at| at[1]);
    assert!(depths().count() > 50 && depths().all(|lat| lat > 20.0), "the deepest bays stay: {:?}", outline[0]);
}

#[test]
fn more_countries_than_fit_are_told() {
    let codes: Vec<&str> = celes::Country::get_countries().iter().map(|country| country.alpha2).take(100).collect();
    let triangle = |index: i32| vec![(index * 100, 0), (index * 100 + 50, 0), (index * 100, 50), (index * 100, 0)];
    let lines: Vec<Vec<(i32, i32)>> = (0..100).map(triangle).collect();
    let arcs: Vec<Arc<'_>> = lines.iter().map(Vec::as_slice).collect();
    let rings: Vec<[i32; 1]> = (0..100).map(|arc| [arc]).collect();
    let rings: Vec<[&[i32]; 1]> = rings.iter().map(|ring| [ring.as_slice()]).collect();
    let each: Vec<(&str, &[&[i32]])> =
        codes.iter().zip(&rings).map(|(code, rings)| (*code, rings.as_slice())).collect();
    let atlas = atlas(&arcs, &each);
    assert!(outline(&atlas, &countries(&codes[..20].join(" "))).is_ok());
    let expected = "100 countries do not fit into the 2048 bytes of an outline; name fewer";
    assert_eq!(outline(&atlas, &countries(&codes.join(" "))), Err(expected.to_owned()));
}

#[test]
fn a_file_that_is_no_atlas_is_told() {
    const NONE: &str = "is not an atlas of countries in quantized TopoJSON: ";
    let with = |arcs: &str| {
        format!(
            r#"{{"objects":{{"countries":{{"geometries":[{{"type":"Polygon","arcs":[[0]],"id":"222","properties":{{"name":""}}}}]}}}},
                "arcs":{arcs},"transform":{{"scale":[1,1],"translate":[0,0]}}}}"#
        )
    };
    let cases = [
        ("", NONE),
        ("{}", NONE),
        (r#"{"type":"FeatureCollection","features":[]}"#, NONE),
        (&with("[]"), "is not a whole atlas: a polygon names arcs that are not there"),
        (&with("[[[0,0]]]"), "is not a whole atlas: a polygon names arcs that are not there"),
    ];
    for (json, start) in cases {
        let message = Atlas::parse(json.as_bytes()).err().unwrap_or_default();
        assert!(message.starts_with(start), "{json}: {message}");
    }
}

fn natural_earth() -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/world-atlas/countries-50m.json");
    assert!(file.exists(), "the npm packages for tests are missing; type: make node_modules/.tests");
    file
}

#[test]
fn outlines_of_natural_earth_are_maps_that_check_accepts() {
    let atlas = Atlas::parse(&fs::read(natural_earth()).unwrap()).unwrap();
    let cases = [
        // (countries, most western longitude, southern latitude, eastern, northern, in degrees rounded down)
        ("SV", [-91, 13, -88, 14]),
        // In these three nothing lies beyond the 180th meridian.
        ("FJ", [174, -22, 180, -13]),
        ("RU", [19, 41, 180, 81]),
        ("US", [-169, 18, -68, 71]),
        // Not Bonaire, not French Guiana.
        ("NL", [3, 50, 7, 53]),
        ("FR", [-5, 41, 9, 51]),
        ("ES", [-19, 27, 4, 43]),
        ("ZA", [16, -35, 32, -23]),
        ("MV", [73, 3, 73, 4]),
        ("VA", [12, 41, 12, 41]),
        ("XK", [20, 41, 21, 43]),
        ("AQ", [-179, -90, 180, -64]),
        ("BE NL LU", [2, 49, 7, 53]),
        ("RU MC", [7, 41, 180, 81]),
    ];
    for (codes, expected) in cases {
        let outline = outline(&atlas, &countries(codes)).unwrap();
        assert!(outline_json(&outline).len() <= MOST_BYTES, "{codes}");
        let axis = |axis: usize| outline.iter().flat_map(move |ring| ring.iter().skip(axis).step_by(2).copied());
        let (least, most) = (|of| axis(of).fold(f64::MAX, f64::min), |of| axis(of).fold(f64::MIN, f64::max));
        let frame = [least(0), least(1), most(0), most(1)].map(|degrees| format!("{}", degrees.floor()));
        assert_eq!(frame, expected.map(|degrees| degrees.to_string()), "{codes}");
        let point = MapPoint { lon: outline[0][0], lat: outline[0][1], label: "Here, or \"there\"".to_owned() };
        assert_eq!(faults(&map_json(&outline, &[point])), "", "{codes}");
    }
}

/// What `check` says of a card with this map, in a deck with the source that `locate` names.
fn faults(map: &str) -> String {
    let deck = format!(
        r#"{{"version":1,"lang":"en","title":"T","cards":[{{"id":"a","kind":"place","title":"T","terms":["term"],"summary":"Words.",
            "sourced":"common knowledge","updated":"2026-02-01","map":{map}}}],"sources":[{SOURCE}]}}"#
    );
    let reports = check(&[DeckFile { name: "deck.json", bytes: deck.as_bytes() }], TODAY);
    reports[0].findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Runs `locate` on Natural Earth. Returns the exit code, the results and the messages.
fn locate(arguments: &[&str]) -> (u8, String, String) {
    let (mut map, mut messages) = (Vec::new(), Vec::new());
    let mut stdio =
        Stdio { input: &mut io::empty(), output: &mut map, messages: &mut messages, terminal: Terminal::default() };
    let atlas = ["locate".into(), "--atlas".into(), natural_earth().into()];
    let code = run(atlas.into_iter().chain(arguments.iter().map(Into::into)), TODAY, &mut stdio);
    let [map, messages] = [map, messages].map(|bytes| String::from_utf8(bytes).unwrap());
    (code, map, messages)
}

#[test]
fn el_salvador_is_drawn_as_it_is_kept() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/maps/el-salvador.json");
    let points = ["--point", "13.6, -88.8, CECOT", "--point", "13.7,-89.2,San Salvador, the capital"];
    let (code, map, messages) = locate(&[["SLV", "sv"].as_slice(), &points].concat());
    if env::var_os("UPDATE_MAPS").is_some() {
        fs::write(&kept, &map).unwrap();
    }
    assert_eq!(map, fs::read_to_string(&kept).unwrap_or_default());
    assert_eq!(faults(&map), "");
    let expected = format!(
        "El Salvador: 930 bytes of outline. Paste it as \"map\" of a card, and add to the deck's \"sources\": {SOURCE}\n"
    );
    assert_eq!((code, messages), (FINE, expected));
}

#[test]
fn an_editor_is_told_what_is_missing_from_a_map() {
    let eleven = ["--point", "13.6,-88.8,CECOT"].repeat(11);
    let cases = [
        // (points, exit code, the messages' start)
        (
            vec![],
            FINE,
            "El Salvador: 930 bytes of outline. Paste it as \"map\" of a card, add 1 to 10 points to it, such as {",
        ),
        (
            vec!["--point=-88.8,13.6,CECOT"],
            FINE,
            "point \"CECOT\" lies outside of the outline; latitude comes first\nEl Sal",
        ),
        (
            vec!["--point=14.6,-90.5,Guatemala"],
            FINE,
            "point \"Guatemala\" lies outside of the outline\nEl Salvador: 930",
        ),
        (eleven, COULD_NOT_RUN, "context-cards: 11 points; a map has room for 10\n"),
    ];
    for (points, code, start) in cases {
        let (ended, map, messages) = locate(&[["SV"].as_slice(), &points].concat());
        assert_eq!((ended, map.is_empty()), (code, code == COULD_NOT_RUN), "{points:?}");
        assert!(messages.starts_with(start), "{points:?}: {messages}");
    }
}
