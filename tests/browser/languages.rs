//! Does a reader of any language get the widget's words, the card's direction, and marks that are whole words?

use crate::harness::{Answer, Page, User, control, sample, stories, term};
use context_cards::locale::messages::{Phrase, Word, Words};
use serde_json::{Value, json};

stories![
    ten_languages_say_their_own_words,
    regions_and_old_tags_find_their_language,
    what_nobody_speaks_is_said_in_english,
    words_that_do_not_come_are_english,
    dates_are_written_as_the_language_does,
    an_arabic_card_is_mirrored,
    a_deck_in_another_language_says_so,
    the_spanish_demo_speaks_spanish,
    scripts_without_spaces_are_marked_by_words,
];

/// The words of a file, as a site's reader should meet them.
fn words(language: &str) -> Words {
    let place = format!("{}/www/words/{language}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&place).unwrap_or_else(|_| "{}".into());
    let said: serde_json::Map<String, Value> = serde_json::from_str(&text).expect("the words are a JSON object");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let phrase = |said: &Value| match said {
        Value::Object(forms) => Phrase::Plural(forms.iter().map(|(name, said)| (name.clone(), text(said))).collect()),
        said => Phrase::Text(text(said)),
    };
    Words::new(said.iter().map(|(key, said)| (key.clone(), phrase(said))).collect())
}

/// Opens the sample in a language and its first card.
fn open_in(user: &User, lang: &str) {
    user.open(&Page::sample().options(&format!("lang=\"{lang}\"")));
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
}

fn tab(user: &User, key: &str) -> String {
    expand(user);
    let said = user.ask(&format!("return squeeze(card().querySelector('[role=tab]#{key}').textContent);"));
    said.as_str().unwrap_or_default().to_owned()
}

fn footer(user: &User) -> String {
    let said = user.ask("return card().querySelector('footer').textContent;");
    said.as_str().unwrap_or_default().to_owned()
}

/// Opens all of the card.
fn expand(user: &User) {
    user.ask("card().querySelector('.expand')?.click(); return 0;");
    user.until_holds("all of the card", "card().querySelector('.panel')");
}

/// What `Intl` in this very browser says: an expression.
fn intl(user: &User, expression: &str) -> String {
    user.ask(&format!("return {expression};")).as_str().unwrap_or_default().to_owned()
}

/// The footer of the sample's cards, updated on 12 February 2026, with two sources.
fn expected_footer(user: &User, lang: &str, words: &Words) -> String {
    let day = "{year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC'}";
    let date = intl(user, &format!("new Intl.DateTimeFormat('{lang}', {day}).format(Date.UTC(2026, 1, 12))"));
    let category = intl(user, &format!("new Intl.PluralRules('{lang}').select(2)"));
    let number = intl(user, &format!("new Intl.NumberFormat('{lang}').format(2)"));
    [words.fill(Word::Updated, &date), words.count(Word::SourceCount, 2, &number, &category)].join(" · ")
}

fn ten_languages_say_their_own_words(user: &User) {
    for lang in ["en", "ar", "de", "es", "fr", "he", "hi", "ja", "pt", "zh"] {
        open_in(user, lang);
        let words = words(lang);
        assert_eq!(tab(user, "facts"), words.say(Word::Facts), "{lang}");
        assert_eq!(tab(user, "sources"), words.say(Word::Sources), "{lang}");
        assert_eq!(footer(user), expected_footer(user, lang, &words), "{lang}");
        let path = format!("/words/{lang}.json");
        assert_eq!(user.site.was_asked_for(&path), lang != "en", "{path}");
        assert!(user.heard("error").is_empty() && user.faults().is_empty(), "{lang}: {}", user.log());
    }
}

fn regions_and_old_tags_find_their_language(user: &User) {
    for (lang, language) in [("es-MX", "es"), ("pt-BR", "pt"), ("zh-Hans-CN", "zh"), ("iw", "he"), ("DE-at", "de")] {
        open_in(user, lang);
        assert_eq!(tab(user, "timeline"), words(language).say(Word::Timeline), "{lang}");
    }
}

fn what_nobody_speaks_is_said_in_english(user: &User) {
    for lang in ["xx", "tlh", "not a tag", "en_US", "-", "zh-TW", "ru"] {
        open_in(user, lang);
        assert_eq!(tab(user, "facts"), "Key facts", "{lang}");
        let footer = footer(user);
        assert!(footer.starts_with("Updated ") && footer.ends_with("2 sources"), "{lang}: {footer}");
        assert!(user.heard("error").is_empty() && user.faults().is_empty(), "{lang}: {}", user.log());
    }
    let asked: Vec<String> = user.site.requests().into_iter().map(|(path, _)| path).collect();
    assert!(!asked.iter().any(|path| path.contains("/words/")), "no file is asked for in vain: {asked:?}");
    // A page that names no language at all.
    user.open(&Page::sample().script("document.documentElement.removeAttribute('lang')"));
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert_eq!(tab(user, "facts"), "Key facts");
    assert!(user.faults().is_empty(), "{:?}", user.faults());
}

fn words_that_do_not_come_are_english(user: &User) {
    let answers = [
        ("not there", Answer::status(404)),
        ("another page", Answer::html("<!doctype html><p>Sign in")),
        ("cut off", Answer::json("{\"facts\": \"Datos\", \"close\": \"Cerrar\"}").cut()),
        ("no object", Answer::json("[1, null]")),
        ("nothing", Answer::json("null")),
    ];
    for (name, answer) in answers {
        user.site.put("/words/es.json", answer);
        open_in(user, "es");
        assert_eq!(tab(user, "facts"), "Key facts", "{name}");
        assert!(user.heard("error").is_empty() && user.faults().is_empty(), "{name}: {}", user.log());
    }
    user.site.put("/words/es.json", Answer::json(r#"{"facts": "Datos"}"#));
    open_in(user, "es");
    assert_eq!((tab(user, "facts"), tab(user, "views")), ("Datos".into(), "Views".into()), "word by word");
}

fn dates_are_written_as_the_language_does(user: &User) {
    let mut deck = sample::deck();
    deck["cards"][0]["timeline"] = json!([
        {"date": "2025", "text": "A year.", "sources": []}, {"date": "2025-03", "text": "A month.", "sources": []},
        {"date": "2025-03-15", "text": "A day.", "sources": []}]);
    // The calendars of Persian and of Arabic in Saudi Arabia have other months: a year of theirs is not 2025.
    for (lang, calendar) in [
        ("zh", ""),
        ("ja", ""),
        ("ar", ""),
        ("hi", ""),
        ("ar-SA", "-u-ca-gregory"),
        // Nobody has written words of ours in these: then all is English, dates too.
        ("th", "en"),
        ("fa", "en"),
    ] {
        user.open(&Page::sample().deck(&deck).options(&format!("lang=\"{lang}\"")));
        user.ready();
        user.hover(&term("cecot"));
        user.sees_card("CECOT");
        expand(user);
        user.ask("card().querySelector('[role=tab]#timeline').click(); return 0;");
        user.until_holds("the timeline is shown", "part('timeline')?.checkVisibility()");
        let shown = user.ask("return [...part('timeline').querySelectorAll('time')].map((t) => t.textContent);");
        let date = |options: &str, day: &str| {
            let options = format!("{{year: 'numeric', timeZone: 'UTC'{options}}}");
            let tag = if calendar == "en" { "en".to_owned() } else { format!("{lang}{calendar}") };
            intl(user, &format!("new Intl.DateTimeFormat('{tag}', {options}).format(Date.UTC({day}))"))
        };
        let expected = json!([
            date("", "2025, 0, 1"),
            date(", month: 'long'", "2025, 2, 1"),
            date(", month: 'long', day: 'numeric'", "2025, 2, 15"),
        ]);
        assert_eq!(shown, expected, "{lang}");
    }
}

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

fn the_spanish_demo_speaks_spanish(user: &User) {
    let article = "<p>El presidente habló del CECOT y de una orden judicial federal.</p>";
    let page = Page::of(article).script("document.documentElement.lang = 'es-SV'");
    user.open(&page.element("<context-cards deck=\"/decks/el-salvador.es.json\"></context-cards>"));
    user.ready();
    user.hover(&term("cecot"));
    user.sees_card("CECOT");
    assert_eq!(tab(user, "facts"), "Datos clave");
    assert!(footer(user).contains(": 24 de noviembre de 2026 · "), "{}", footer(user));
    assert!(user.holds("card().lang === 'es' && card().dir === 'ltr' && !card().querySelector('bdi, .tabs[lang]')"));
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
