//! Turns the matcher's UTF-16 offsets into bytes, for callers outside the page.

/// Where each UTF-16 unit of a text begins, in bytes.
pub struct ByteOffsets {
    /// `None` for a text of ASCII alone, where both are the same.
    bytes: Option<Vec<usize>>,
}

impl ByteOffsets {
    /// The offsets of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self { bytes: None };
        }
        let units = text.char_indices().flat_map(|(at, c)| std::iter::repeat_n(at, c.len_utf16()));
        Self { bytes: Some(units.chain([text.len()]).collect()) }
    }

    /// The byte at which a UTF-16 unit of the text begins; the end of the text for one behind it.
    #[must_use]
    pub fn byte(&self, unit: usize) -> usize {
        match &self.bytes {
            None => unit,
            Some(bytes) => bytes.get(unit).or(bytes.last()).copied().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ByteOffsets;

    #[test]
    fn units_become_bytes() {
        for (text, units) in [("abc", [0, 1, 3, 3]), ("añb", [0, 1, 3, 4]), ("a😀", [0, 1, 1, 5]), ("", [0, 0, 0, 0])]
        {
            let offsets = ByteOffsets::of(text);
            for (unit, byte) in units.into_iter().enumerate().filter(|(unit, _)| *unit <= text.encode_utf16().count()) {
                assert_eq!(offsets.byte(unit), if text.is_ascii() { unit } else { byte }, "{text} {unit}");
            }
        }
    }
}
