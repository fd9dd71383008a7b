//! Scripts that set no spaces between words, and Korean, which sets particles behind them.

use super::{check, find_with};
use context_cards::matcher::unicode::{NativeUnicode, Unicode, WordAt};

#[test]
fn scripts_without_spaces() {
    check(&[
        ("Han in running text", &["布克尔"], "总统布克尔在圣萨尔瓦多", &[(0, "布克尔")]),
        ("the longest Han term", &["东京", "东京都"], "在东京都与东京", &[(1, "东京都"), (0, "东京")]),
        ("Han and spaces", &["中国"], "中 国", &[]),
        ("an astral Han letter", &["𠮷野家"], "今日𠮷野家で", &[(0, "𠮷野家")]),
        ("a compatibility form of a Han letter", &["金"], "\u{F90A}", &[(0, "\u{F90A}")]),
        ("a repetition sign belongs to its letter", &["人"], "人々は人", &[(0, "人")]),
        ("Hiragana", &["みどりの窓口"], "駅のみどりの窓口へ", &[(0, "みどりの窓口")]),
        ("a long vowel belongs to its kana", &["ら"], "らーめん", &[]),
        ("Katakana, a whole run", &["ブケレ"], "ブケレ大統領、ナジブ・ブケレは", &[(0, "ブケレ"), (0, "ブケレ")]),
        ("Katakana, part of a run", &["トルコ", "アメリカ"], "トルコリラ、ラテンアメリカ", &[]),
        ("Katakana with a long vowel", &["カー"], "カード カー", &[(0, "カー")]),
        ("Katakana with its mark apart", &["カ"], "カ\u{3099}ス", &[]),
        ("Katakana across the middle dot", &["ナジブ・ブケレ"], "大統領ナジブ・ブケレが", &[(0, "ナジブ・ブケレ")]),
        ("Latin among Han", &["NATO", "G7"], "加入NATO后，G7サミット", &[(0, "NATO"), (1, "G7")]),
        ("a number among Han", &["5月"], "15月5月", &[(0, "5月")]),
        ("Hangul alone", &["헌법재판소"], "어제 헌법재판소, 헌법재판소", &[(0, "헌법재판소"), (0, "헌법재판소")]),
        (
            "Hangul before a particle",
            &["서울", "법원"],
            "서울에서 법원은 서울까지의 법원들이",
            &[(0, "서울"), (1, "법원"), (0, "서울"), (1, "법원")],
        ),
        ("Hangul before another noun", &["서울", "미국"], "서울대학교 서울시는 미국인", &[]),
        ("Hangul before a particle and more", &["서울"], "서울에서나마", &[]),
        ("Hangul behind another noun", &["대학교"], "서울대학교는", &[]),
        ("the longer Hangul term", &["서울", "서울대학교"], "서울대학교에서", &[(1, "서울대학교")]),
        ("Latin before a particle", &["CECOT"], "CECOT는", &[(0, "CECOT")]),
        ("Thai in running text", &["กรุงเทพ"], "ที่กรุงเทพในวันนี้", &[(0, "กรุงเทพ")]),
        ("Thai, a mark goes on", &["กน"], "กน้", &[]),
        ("Thai, a vowel goes on", &["มา", "ม"], "มาะ มา", &[(0, "มา")]),
        ("Thai, a vowel stands before", &["กา"], "เกา กา", &[(0, "กา")]),
        ("Lao", &["ລາວ"], "ປະເທດລາວນີ້", &[(0, "ລາວ")]),
        ("Khmer in running text", &["ខ្មែរ"], "ភាសាខ្មែរនៅ", &[(0, "ខ្មែរ")]),
        ("Khmer, a letter below goes on", &["កម", "បុ"], "កម្ពុជា", &[]),
        ("Khmer, a letter below stands apart from none", &["ពុជា"], "កម្ពុជា", &[]),
        ("Myanmar", &["မြန်မာ"], "သည်မြန်မာနိုင်ငံ", &[(0, "မြန်မာ")]),
        ("Thai digits", &["๕ วัน"], "๑๕ วัน ๕ วัน", &[(0, "๕ วัน")]),
    ]);
}

/// The native tables, and a dictionary that knows the words of one text: those between its bars.
struct Dictionary(Vec<usize>);

impl Unicode for Dictionary {
    fn decompose(&self, c: char, out: &mut Vec<char>) {
        NativeUnicode.decompose(c, out);
    }
    fn is_mark(&self, c: char) -> bool {
        NativeUnicode.is_mark(c)
    }
    fn is_alphabetic(&self, c: char) -> bool {
        NativeUnicode.is_alphabetic(c)
    }
    fn is_numeric(&self, c: char) -> bool {
        NativeUnicode.is_numeric(c)
    }
    fn lower_case(&self, c: char) -> char {
        NativeUnicode.lower_case(c)
    }
    fn words(&self, _: &str) -> Option<WordAt> {
        let edges = self.0.clone();
        Some(Box::new(move |at| {
            let next = edges.partition_point(|edge| *edge <= at);
            edges[next - 1]..edges.get(next).copied().unwrap_or(usize::MAX)
        }))
    }
}

/// A name, the terms, a text with the words that `Intl.Segmenter` tells apart in it, and what is to be found.
type Row<'a> = (&'a str, &'a [&'a str], &'a str, &'a [&'a str]);

#[test]
fn words_that_a_dictionary_knows() {
    let rows: &[Row] = &[
        ("Kyoto is not in Tokyo", &["京都"], "東京|都|に|住む|人", &[]),
        ("Kyoto is Kyoto", &["京都"], "京都|と|東京|都", &["京都"]),
        ("Tokyo is in the Tokyo metropolis", &["東京"], "東京|都|に", &["東京"]),
        ("the longer term, though nobody knows it", &["東京", "東京都"], "東京|都|に", &["東京都"]),
        ("a court is not the courthouse's first half", &["裁判"], "裁判所|は|裁判|で", &["裁判"]),
        ("the supreme court is another court", &["法院"], "最高法院|和|法院", &["法院"]),
        ("a letter of a word is no word", &["金"], "基金|会|的|金", &["金"]),
        ("a verb goes on", &["走"], "走る", &[]),
        ("a name that the dictionary takes to pieces", &["布克尔"], "总统|布|克|尔|在", &["布克尔"]),
        ("a false word at its end", &["萨尔瓦多"], "从|萨尔|瓦|多来", &["萨尔瓦多"]),
        ("a false word of the name and what follows", &["习近平"], "习|近|平等|领导|人", &["习近平"]),
        ("the US in two other words", &["米国"], "全米|国民|と|米国", &["米国"]),
        ("Shanghai in the sky over the sea", &["海上"], "上海|上空", &[]),
        ("an astral letter before", &["野家"], "𠮷|野家|で", &["野家"]),
        ("between Latin letters nobody is asked", &["東京"], "NATO東京x", &["東京"]),
        ("Thai is not in Thailand", &["ไทย"], "ประเทศไทย|และ|คน|ไทย", &["ไทย"]),
        ("a state is not in a constitution", &["รัฐ"], "ศาล|รัฐธรรมนูญ|ของ|รัฐ", &["รัฐ"]),
        ("a Thai name that runs into false words", &["บูเคเล"], "ประธานาธิบดี|บูเค|เลก|ล่า|ว", &["บูเคเล"]),
        ("Lao", &["ລາວ"], "ປະເທດ|ລາວ|ນີ້", &["ລາວ"]),
        ("Khmer, the language", &["ខ្មែរ"], "ភាសាខ្មែរ|នៅ", &[]),
        ("a shorter term where the longer one cuts a word", &["法院", "法院命"], "联邦|法院|命令书", &["法院"]),
    ];
    for (name, terms, segmented, expected) in rows {
        let text = segmented.replace('|', "");
        let mut edges = vec![0];
        for word in segmented.split('|') {
            edges.push(edges[edges.len() - 1] + word.encode_utf16().count());
        }
        let found = find_with(terms, &text, &Dictionary(edges));
        assert_eq!(found, *expected, "{name}: {terms:?} in {segmented}");
    }
}
