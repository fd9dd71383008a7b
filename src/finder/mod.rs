//! Finds the terms of decks in text, for `www/finder/`, which walks and marks the page. The first of the two programs; without Yew.

mod browser_unicode;
mod terms;
