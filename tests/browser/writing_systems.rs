//! Does a card run in the direction of its language and say which that is, and are marks whole words where no spaces part them?

use crate::harness::{Page, User, control, sample, stories, term};
use crate::languages::{expand, tab};
use serde_json::{Value, json};

stories![an_arabic_card_is_mirrored, a_deck_in_another_language_says_so, scripts_without_spaces_are_marked_by_words];

fn an_arabic_card_is_mirrored(user: &User) {
    let mut deck = sample::deck();
    deck["lang"] = "ar".into();
    deck["cards"][0]["title"] = "سجن سيكوت".into();
    deck["cards"][0]["terms"] = json!(["سيكوت"]);
    let article = "<p>يقع سجن سيكوت في واد بعيد عن العاصمة، وقد كثر الحديث عنه في الأشهر الأخيرة.</p>";
    let page = Page::of(article).script("document.documentElement.lang = 'ar'; document.documentElement.dir = 'rtl'");
    user.open(&page.css("article { margin-inline: 0 auto; }").deck(&deck));
    user.ready();
    user.hover(&term("cecot"));
    let card = user.sees_card("سجن سيكوت");
    let mark = user.find(&term("cecot"));
    let middle = card.rect.x + card.rect.width / 2.0;
    let close = user.find(&control("إغلاق"));
    assert!(close.right() < middle, "the close button is on the left: {close:?} in {:?}", card.rect);
    assert!(
        (card.rect.right() - mark.right() - 18.0).abs() < 2.0,
        "the card starts at the term's right edge: {:?}",
        card.rect
    );
    expand(user);
    let centre = |js: &str| {
        let at = user.ask(&format!("const r = {js}.getBoundingClientRect(); return (r.left + r.right) / 2;"));
        at.as_f64().unwrap_or(f64::NAN)
    };
    let (arrow, over) = (centre("part('arrow')"), mark.x + mark.width / 2.0);
    assert!((arrow - over).abs() < 3.0, "the arrow at {arrow} is over the term at {over}");
    let first = centre("card().querySelectorAll('[role=tab]')[0]");
    assert!(first > centre("card().querySelectorAll('[role=tab]')[1]"), "tabs run from the right");
    assert_eq!(user.style("part('title')", "text-align"), "start");
    assert!(user.holds("card().dir === 'rtl' && card().lang === 'ar' && !card().querySelector('bdi')"));
    user.ask("card().querySelector('[role=tab]#timeline').click(); return 0;");
    user.until_holds("the timeline is shown", "part('timeline')?.checkVisibility()");
    assert_ne!(
        user.style("card().querySelector('.timeline')", "border-right-width"),
        "0px",
        "its line is on the right"
    );
    assert_eq!(user.style("card().querySelector('.timeline')", "border-left-width"), "0px", "and not on the left");
    user.ask("card().querySelector('[role=tab]#facts').click(); return 0;");
    user.click(&control("The court order"));
    user.sees_card("The court order");
    let turned = user.style("card().querySelector('.back svg')", "transform");
    assert!(turned.starts_with("matrix(-1"), "the way back points to the right: {turned}");
}

fn a_deck_in_another_language_says_so(user: &User) {
    let mut deck = sample::deck();
    deck["lang"] = "he".into();
    user.open(&Page::sample().deck(&deck));
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert!(user.holds("card().lang === 'he' && card().dir === 'rtl'"), "the card is its deck's");
    assert_eq!(tab(user, "facts"), "Key facts", "the widget's own words are the page's");
    let own = [
        "part('close')",
        "card().querySelector('.tabs')",
        "card().querySelector('footer bdi')",
        "card().querySelector('.kind bdi')",
    ];
    for place in own {
        assert!(user.holds(&format!("{place}.lang === 'en'")), "{place} is English");
    }
    assert!(user.holds("part('title').closest('[lang]') === card()"), "the title is not");
}

fn scripts_without_spaces_are_marked_by_words(user: &User) {
    let rows: &[(&str, &str, &[&str], &[&str])] = &[
        (
            "ja",
            "東京都に住む人は京都で金の話をした。裁判所は南アフリカの裁判について",
            &["京都", "裁判", "金"],
            &["京都", "金", "裁判"],
        ),
        ("ja", "中東の首相は東京都で、", &["京都"], &[]),
        ("zh", "总统布克尔从萨尔瓦多来，最高法院在审理。", &["萨尔瓦多", "布克尔", "法院"], &["布克尔", "萨尔瓦多"]),
        ("th", "ศาลรัฐธรรมนูญของประเทศไทย คนไทยในรัฐ", &["ไทย", "รัฐ"], &["ไทย", "รัฐ"]),
    ];
    for (lang, text, terms, expected) in rows {
        let cards: Vec<Value> = terms.iter().map(|term| sample::lone_card("card", term, term)).collect();
        let mut deck = sample::deck_of(&cards);
        for (index, card) in deck["cards"].as_array_mut().into_iter().flatten().enumerate() {
            card["id"] = format!("card-{index}").into();
        }
        deck["lang"] = (*lang).into();
        user.open(&Page::of(&format!("<p>{text}</p>")).options(&format!("lang=\"{lang}\"")).deck(&deck));
        user.hears("ready");
        let marked = user.marks();
        let marked: Vec<&str> = marked.iter().filter_map(|mark| mark.split('>').next()).collect();
        assert_eq!(marked, *expected, "{text}");
    }
}
