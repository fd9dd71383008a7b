//! Reads plain text as an article: paragraphs parted by blank lines.

use super::article::{Article, Root};
use super::block::{Block, Run};

impl Article {
    /// Reads plain text in UTF-8; what is not UTF-8 stands as `�` in the blocks.
    #[must_use]
    pub fn of_plain_text(text: &[u8]) -> Self {
        let mut blocks = Vec::new();
        let mut block = Block::default();
        let mut at = text.len() - text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text).len();
        for line in text[at..].split_inclusive(|byte| *byte == b'\n') {
            if line.trim_ascii().is_empty() {
                end(&mut block, &mut blocks);
            } else {
                append(&mut block, line, at);
            }
            at += line.len();
        }
        end(&mut block, &mut blocks);
        let root = Root { tag: 0..0, content: 0..text.len(), lang: String::new(), blocks, terms: Vec::new() };
        Self { encoding: "UTF-8", roots: vec![root] }
    }
}

fn append(block: &mut Block, line: &[u8], mut at: usize) {
    for chunk in line.utf8_chunks() {
        for (text, length, is_verbatim) in
            [(chunk.valid(), chunk.valid().len(), true), ("\u{FFFD}", chunk.invalid().len(), false)]
        {
            if length > 0 {
                let start = block.text.len();
                block.text.push_str(text);
                block.runs.push(Run { text: start..block.text.len(), bytes: at..at + length, is_verbatim });
                at += length;
            }
        }
    }
}

fn end(block: &mut Block, blocks: &mut Vec<Block>) {
    if block.is_markable() {
        blocks.push(std::mem::take(block));
    }
}

#[cfg(test)]
mod tests {
    use super::Article;

    #[test]
    fn paragraphs_know_their_bytes() {
        let text = b"\xEF\xBB\xBFOne\r\ntwo.\r\n\r\n \nThr\xFFee ni\xC3\xB1o\n";
        let blocks = &Article::of_plain_text(text).roots[0].blocks;
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["One\r\ntwo.\r\n", "Thr\u{FFFD}ee niño\n"]);
        let at = |block: usize, words: &str| {
            let start = blocks[block].text.find(words).expect("words of the block");
            blocks[block].bytes(&(start..start + words.len()))
        };
        for (block, words, bytes) in [(0, "two", &b"two"[..]), (1, "niño", b"ni\xC3\xB1o"), (1, "\u{FFFD}", b"\xFF")] {
            assert_eq!(at(block, words).into_iter().map(|range| &text[range]).collect::<Vec<_>>(), [bytes]);
        }
        assert!(Article::of_plain_text(b"\n \n").roots[0].blocks.is_empty());
    }
}
