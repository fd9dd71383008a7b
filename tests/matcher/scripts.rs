//! Scripts that set no spaces between words, and Korean, which sets particles behind them.

use super::check;

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
