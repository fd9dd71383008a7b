//! Does a page leave out the same cards as `check`? Every deck of `tests/decks/` is read both ways.

use crate::harness::{Page, User, stories};
use context_cards::check::json::Json;
use context_cards::check::{Unknown, read_deck};
use context_cards::matcher::unicode::NativeUnicode;
use serde_json::{Value, json};
use std::path::Path;

stories![page_and_check_leave_out_the_same_cards,];

/// Every deck that is JSON, by its file.
fn decks() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decks");
    let files = ["valid", "broken", "doubtful", "together"]
        .into_iter()
        .flat_map(|kind| std::fs::read_dir(folder.join(kind)).expect("a folder of decks"));
    let read = |path: std::path::PathBuf| Some((path.display().to_string(), std::fs::read_to_string(path).ok()?));
    let mut decks: Vec<_> = files.filter_map(|file| read(file.ok()?.path())).collect();
    decks.retain(|(path, text)| {
        Path::new(path).extension().is_some_and(|ending| ending == "json")
            && serde_json::from_str::<Value>(text.trim_start_matches('\u{FEFF}')).is_ok()
    });
    decks.sort();
    decks
}

/// The ids of the cards that `check` calls well formed.
fn well_formed(text: &str) -> Vec<String> {
    let json: Json = serde_json::from_str(text).expect("JSON");
    let (deck, _) = read_deck(&json, Unknown::Ignore, &NativeUnicode);
    let deck = deck.filter(|deck| deck.enabled);
    deck.map(|deck| deck.cards.into_iter().map(|card| card.id).collect()).unwrap_or_default()
}

fn page_and_check_leave_out_the_same_cards(user: &User) {
    user.open(&Page::sample());
    user.ready();
    let decks = decks();
    assert!(decks.len() > 20, "there are decks to read: {}", decks.len());
    for (path, text) in decks {
        let text = text.trim_start_matches('\u{FEFF}');
        let mut expected = well_formed(text);
        expected.sort();
        expected.dedup();
        // A mark placed by hand for each card: those of cards that are left out stay bare.
        user.ask_with(
            "window.article?.remove();
             window.element?.remove();
             window.article = document.body.appendChild(document.createElement('article'));
             const deck = JSON.parse(arguments[0]);
             for (const card of Array.isArray(deck?.cards) ? deck.cards : []) {
               if (typeof card?.id !== 'string') continue;
               const term = article.appendChild(document.createElement('context-term'));
               term.setAttribute('card', card.id);
               term.textContent = 'term';
             }
             window.element = document.createElement('context-cards');
             Object.assign(element, { roots: [article], decks: [deck] });
             element.setAttribute('load', 'eager');
             document.body.append(element);
             window.marked = () => [...new Set([...article.querySelectorAll('[tabindex]')].map((term) => term.getAttribute('card')))].sort();
             return element.ready.then(() => 0);",
            &[json!(text)],
        );
        let same = format!("JSON.stringify(marked()) === JSON.stringify({})", json!(expected));
        user.until_holds(&format!("{path}: {expected:?} can be opened"), &same);
        user.stays_for(100.0, &path, || user.holds(&same));
    }
}
