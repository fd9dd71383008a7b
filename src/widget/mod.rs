//! The Yew root: what is heard goes to the intent, what the intent shows is drawn, measured and placed.

mod announce;
mod app_pool;
mod card_actions;
mod card_reader;
mod card_store;
mod component;
mod events;
mod exports;
mod keyboard;
mod list_panel;
mod list_place;
mod listeners;
mod mentions;
mod mount;
mod open_card;
mod options;
mod page;
mod pointer;
mod position;
mod prepare;
mod raw_deck;
mod read_card;
mod share_link;
mod survey;
mod sync_intent;
