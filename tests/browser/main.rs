//! Does a reader of a page get what the design promises, in a real browser? Stories, told in every engine over `WebDriver`.
//!
//! `cargo test --test browser` tells all of them over the release build in `dist/`; `BROWSERS=chromium` chooses engines, a
//! word after `--` chooses stories by name (`-- open_close`). A new story is a function that takes a `&User`, named in
//! its file's list; a new file is named twice below. What a failed story looked like is in `target/browser/`,
//! and what came of each in `target/browser/results.json`.

use harness::{Engine, Fleet, Story, User};
use libtest_mimic::{Arguments, Failed, Trial};
use record::Record;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

mod access;
#[path = "../reading/acts.rs"]
mod acts;
mod axe;
mod baked;
mod baked_faults;
mod baked_links;
mod comfort;
mod content;
mod documents;
mod embedding;
mod failing_programs;
mod failures;
mod faults;
mod faulty_decks;
mod gallery;
mod harness;
mod highlight;
mod hostile;
mod hosts;
mod hydration;
mod inside;
mod intact;
mod keeping;
mod keyboard;
mod languages;
mod libraries;
mod loading;
mod marking;
mod menu;
mod mutations;
#[path = "../reliability/note.rs"]
mod note;
mod open_close;
mod page_scripts;
mod panel;
mod panics;
mod pictures;
mod policies;
mod random_articles;
mod record;
mod rewriting;
mod same_cards;
mod same_marks;
mod screenshots;
mod scripting;
mod serve;
mod smoke;
mod soak;
mod stops;
mod touch;
mod writing_systems;
mod zoom;

const FILES: &[&[Story]] = &[
    smoke::STORIES,
    open_close::STORIES,
    keyboard::STORIES,
    stops::STORIES,
    access::STORIES,
    axe::STORIES,
    zoom::STORIES,
    comfort::STORIES,
    inside::STORIES,
    pictures::STORIES,
    languages::STORIES,
    writing_systems::STORIES,
    marking::STORIES,
    intact::STORIES,
    embedding::STORIES,
    scripting::STORIES,
    loading::STORIES,
    failures::STORIES,
    faulty_decks::STORIES,
    failing_programs::STORIES,
    baked::STORIES,
    baked_links::STORIES,
    baked_faults::STORIES,
    panics::STORIES,
    faults::STORIES,
    faults::dom::STORIES,
    keeping::STORIES,
    soak::STORIES,
    panel::STORIES,
    menu::STORIES,
    touch::STORIES,
    hostile::STORIES,
    content::STORIES,
    content::fields::STORIES,
    page_scripts::STORIES,
    policies::STORIES,
    documents::STORIES,
    hosts::STORIES,
    libraries::STORIES,
    highlight::STORIES,
    rewriting::STORIES,
    hydration::STORIES,
    mutations::STORIES,
    random_articles::STORIES,
    same_cards::STORIES,
    same_marks::STORIES,
    serve::STORIES,
    gallery::flow::STORIES,
    gallery::layers::STORIES,
    gallery::trees::STORIES,
];

/// Stories wait half of their time: on two cores, three of them are told in less time than two, and more wait for each other.
const AT_ONCE: usize = 3;

thread_local! {
    /// What the story on this thread failed with, and where.
    static FAULT: RefCell<String> = const { RefCell::new(String::new()) };
}

fn main() {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(AT_ONCE);
    let engines = Engine::chosen().unwrap_or_else(|fault| {
        eprintln!("{fault}");
        std::process::exit(2);
    });
    panic::set_hook(Box::new(|info| FAULT.with(|fault| *fault.borrow_mut() = info.to_string())));
    let (fleet, record) = (Arc::new(Fleet::default()), Arc::new(Record::default()));
    let mut trials = Vec::new();
    let pictures: &[&[Story]] = &[screenshots::STORIES];
    let takes_pictures = std::env::var_os("SCREENSHOTS").is_some();
    let files = if takes_pictures { pictures } else { FILES };
    for engine in engines {
        for story in files.iter().copied().flatten() {
            let name = format!("{}::{}", engine.name(), story.name.trim_start_matches("browser::"));
            if let Some((_, reason)) = story.except.iter().find(|(except, _)| *except == engine) {
                eprintln!("not told: {name}: {reason}");
                record.keep(story, engine, "not told", &[("why", (*reason).into())]);
                continue;
            }
            let (fleet, record) = (Arc::clone(&fleet), Arc::clone(&record));
            trials.push(Trial::test(name.clone(), move || {
                let begun = Instant::now();
                let result = tell(story, &name, engine, &fleet);
                let seconds = begun.elapsed().as_secs_f64();
                let came = if result.is_ok() { "ok" } else { "failed" };
                record.keep(story, engine, came, &[("seconds", seconds.into())]);
                result
            }));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !arguments.list && !takes_pictures {
        let stories: Vec<&Story> = FILES.iter().copied().flatten().collect();
        record.write(&stories).unwrap_or_else(|fault| eprintln!("the results could not be kept: {fault}"));
    }
    // Ends the browsers, which leaving the process would not.
    drop(fleet);
    conclusion.exit();
}

/// Tells a story in a browser, which goes back to the fleet only if nothing went wrong in it.
fn tell(story: &Story, name: &str, engine: Engine, fleet: &Fleet) -> Result<(), Failed> {
    let user = User::at(fleet.lend(engine)?);
    if panic::catch_unwind(AssertUnwindSafe(|| (story.tell)(&user))).is_ok() {
        fleet.take_back(user.leave()?);
        return Ok(());
    }
    let fault = FAULT.with(RefCell::take);
    Err(format!("{fault}\nthe page's log: {}\nits picture: {}", user.log(), keep_picture(&user, name)).into())
}

/// Keeps what the page looked like, and says where.
fn keep_picture(user: &User, name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser");
    let place = folder.join(name.replace("::", "-")).with_extension("png");
    let kept = user.browser.session.picture().and_then(|picture| {
        std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(&place, picture))
            .map_err(|fault| fault.to_string())
    });
    kept.map_or_else(|fault| fault, |()| place.display().to_string())
}
