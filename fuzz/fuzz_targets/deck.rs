//! Searches for an input that breaks the property of `tests/properties/deck.rs`.
#![no_main]

#[path = "../../tests/properties/deck.rs"]
mod deck;

libfuzzer_sys::fuzz_target!(|input: &str| deck::property(input));
