//! Puts shorter names for the same beside the full one: `Bukele` beside `Nayib Bukele`.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::corpus::Corpus;
use super::mention::Key;
use super::suggest::Candidate;

/// `small`: how often each word is written with a small letter.
pub(super) fn merge_variants(corpus: &Corpus, names: &mut IndexMap<Key, Candidate>, small: &HashMap<usize, usize>) {
    drop_words_with_capitals(names, small);
    merge_titles(names, small);
    merge_last_names(corpus, names, small);
}

/// Words that are as often written small: `the Court`, `the State`.
fn drop_words_with_capitals(names: &mut IndexMap<Key, Candidate>, small: &HashMap<usize, usize>) {
    names.retain(|key, candidate| match key.as_slice() {
        [word] => small.get(word).copied().unwrap_or_default() < candidate.mentions.len(),
        _ => true,
    });
}

/// `President Bukele` is `Bukele`, where that is a name and `president` a word.
fn merge_titles(names: &mut IndexMap<Key, Candidate>, small: &HashMap<usize, usize>) {
    let mut keys: Vec<Key> = names.keys().filter(|key| key.len() > 1).cloned().collect();
    keys.sort_by_key(|key| std::cmp::Reverse(key.len()));
    for key in keys {
        let rest = &key[1..];
        if !small.contains_key(&key[0]) || !names.contains_key(rest) {
            continue;
        }
        let Some(titled) = names.swap_remove(&key) else { continue };
        if let Some(name) = names.get_mut(rest) {
            name.mentions.extend(titled.mentions);
        }
    }
}

/// A last name belongs to the one full name that ends with it.
fn merge_last_names(corpus: &Corpus, names: &mut IndexMap<Key, Candidate>, small: &HashMap<usize, usize>) {
    let mut owners: HashMap<usize, Vec<Key>> = HashMap::new();
    for key in names.keys().filter(|key| key.len() > 1) {
        owners.entry(key[key.len() - 1]).or_default().push(key.clone());
    }
    let last_names: Vec<Key> =
        names.keys().filter(|key| key.len() == 1 && !small.contains_key(&key[0])).cloned().collect();
    for last_name in last_names {
        let Some([owner]) = owners.get(&last_name[0]).map(Vec::as_slice) else { continue };
        let Some(short) = names.swap_remove(&last_name) else { continue };
        if let Some(name) = names.get_mut(owner) {
            name.also.extend(short.mentions.first().cloned());
            name.mentions.extend(short.mentions);
        }
    }
    // In the order of the text again, which the results do not depend on hash maps for.
    names.sort_by(|_, one, _, other| {
        let place = |candidate: &Candidate| {
            candidate
                .mentions
                .first()
                .map(|mention| (mention.sentence, mention.words.start, mention.text(corpus).len()))
        };
        place(one).cmp(&place(other))
    });
}
