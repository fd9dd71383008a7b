//! Rows of articles and what is suggested for them.

pub struct Case {
    pub name: &'static str,
    pub lang: Option<&'static str>,
    pub articles: &'static [&'static str],
    /// Terms of a deck, parted by commas.
    pub deck: &'static str,
    pub expected: &'static [&'static str],
}

const fn case(
    name: &'static str,
    lang: &'static str,
    articles: &'static [&'static str],
    deck: &'static str,
    expected: &'static [&'static str],
) -> Case {
    Case { name, lang: Some(lang), articles, deck, expected }
}

pub const CASES: &[Case] = &[
    case(
        "an abbreviation behind a name of another language",
        "en",
        &["They were held in the Terrorism Confinement Center (CECOT). Nobody leaves CECOT."],
        "",
        &["abbreviation CECOT = Terrorism Confinement Center 2/1"],
    ),
    case(
        "an abbreviation before the name",
        "en",
        &["They were held in CECOT (Terrorism Confinement Center), and the Terrorism Confinement Center is full."],
        "",
        &["abbreviation CECOT = Terrorism Confinement Center 2/1"],
    ),
    case(
        "initials, with small words between them or counted",
        "en",
        &[
            "the Federal Bureau of Investigation (FBI)\nthe Department of Defense (DoD)\nThe polymerase chain reaction (PCR) is used.\n\
           The Organization of American States (OAS) met.",
        ],
        "",
        &[
            "abbreviation FBI = Federal Bureau of Investigation 1/1",
            "abbreviation DoD = Department of Defense 1/1",
            "abbreviation PCR = polymerase chain reaction 1/1",
            "abbreviation OAS = Organization of American States 1/1",
        ],
    ),
    case(
        "letters in brackets that stand for something else",
        "en",
        &["They asked Senator Ted Cruz (TX) about it, and Chris Van Hollen (D-Md.)."],
        "",
        &["name Senator Ted Cruz 1/1", "abbreviation TX 1/1", "name Chris Van Hollen 1/1"],
    ),
    case("an agency's dateline", "en", &["WASHINGTON (AP) — The men were flown out."], "", &["abbreviation AP 1/1"]),
    case(
        "numbers of kings and wars",
        "en",
        &["He saw Pius XII after World War II."],
        "",
        &["name Pius XII 1/1", "name World War II 1/1"],
    ),
    case(
        "a capital that a sentence asks for",
        "en",
        &["Police arrested the men. Yesterday Nayib Bukele said no. Why? “Nobody leaves,” said Nayib Bukele."],
        "",
        &["name Nayib Bukele 2/1"],
    ),
    case(
        "a name at the beginning of a sentence that recurs within one",
        "en",
        &["Tecoluca lies in the east. The road to Tecoluca is closed."],
        "",
        &["name Tecoluca 2/1"],
    ),
    case(
        "small words in names, and titles before them",
        "en",
        &["In the Supreme Court of the United States, Mr. Smith met Donald J. Trump on Monday in May."],
        "",
        &["name Supreme Court of the United States 1/1", "name Smith 1/1", "name Donald J. Trump 1/1"],
    ),
    case(
        "a last name beside the full one, a title with it",
        "en",
        &["Then President Bukele spoke. The president, Nayib Bukele, said so. To Bukele’s mind it was over."],
        "",
        &["name Nayib Bukele | Bukele 3/1"],
    ),
    case(
        "a last name of two people",
        "en",
        &["He saw Donald Trump with Melania Trump. Both liked Trump."],
        "",
        &["name Donald Trump 1/1", "name Melania Trump 1/1", "name Trump 1/1"],
    ),
    case("a word with a capital that is a word", "en", &["He asked the Court. The court said no."], "", &[]),
    case("a headline in capitals", "en", &["FLIGHTS LEFT FOR PRISON ANYWAY"], "", &[]),
    case(
        "a phrase that recurs, in its longest form",
        "en",
        &[
            "a state of exception since March",
            "the state of exception, renewed. It ended the state of exception; a state of emergency is less.",
        ],
        "",
        &["phrase state of exception 3/2"],
    ),
    case(
        "more articles before more mentions",
        "en",
        &["He met Jane Doe, Jane Doe and Jane Doe.", "She saw Ana Paz.", "They saw Ana Paz."],
        "",
        &["name Ana Paz 2/2", "name Jane Doe 3/1"],
    ),
    case(
        "what has a card",
        "en",
        &[
            "He said Nayib Bukele opened the Terrorism Confinement Center (CECOT) under the state of exception, a state of \
           exception that the Bukele Foundation praised. A state of exception.",
        ],
        "CECOT,Bukele,state of exception",
        &["name Bukele Foundation 1/1"],
    ),
    case(
        "what has a card, with more words behind it",
        "en",
        &["Then President Bukele of El Salvador spoke."],
        "Bukele",
        &[],
    ),
    case(
        "Spanish",
        "es",
        &[
            "El Salvador abrió el Centro de Confinamiento del Terrorismo (Cecot). Ayer en El Salvador habló el Sr. Bukele. \
           La Comisión Interamericana de Derechos Humanos (CIDH) y la Asamblea Legislativa de El Salvador callan.",
        ],
        "",
        &[
            "name El Salvador 2/1",
            "name Centro de Confinamiento del Terrorismo 1/1",
            "name Cecot 1/1",
            "name Bukele 1/1",
            "abbreviation CIDH = Comisión Interamericana de Derechos Humanos 1/1",
            "name Asamblea Legislativa de El Salvador 1/1",
        ],
    ),
    case(
        "French, with elided articles",
        "fr",
        &[
            "Le texte est à l’Assemblée nationale. En Côte d’Ivoire, l’Organisation du traité de l’Atlantique nord (OTAN) agit.",
        ],
        "",
        &[
            "name Assemblée 1/1",
            "name Côte d’Ivoire 1/1",
            "abbreviation OTAN = Organisation du traité de l’Atlantique nord 1/1",
        ],
    ),
    case(
        "German, whose nouns have capitals",
        "de",
        &[
            "Das Bundesamt für Verfassungsschutz (BfV) warnt die Regierung. Die Schuldenbremse gilt.",
            "Über die Schuldenbremse sprach Olaf Scholz. Olaf Scholz will die Schuldenbremse. Auch Olaf Scholz und die EU.",
        ],
        "",
        &[
            "phrase Schuldenbremse 3/2",
            "phrase Olaf Scholz 3/1",
            "abbreviation BfV = Bundesamt für Verfassungsschutz 1/1",
            "abbreviation EU 1/1",
        ],
    ),
    Case {
        name: "German that does not say so",
        lang: None,
        articles: &[
            "Das ist für die Regierung und auch für den Bundestag nicht gut, aber das Bundeskriminalamt (BKA) wird es mit der Zeit sehen.",
        ],
        deck: "",
        expected: &["abbreviation BKA = Bundeskriminalamt 1/1"],
    },
    case(
        "Russian",
        "ru",
        &["Вчера президент Найиб Букеле заявил об этом. Букеле согласился. Режим чрезвычайного положения продлён. \
           Из-за режима люди ждут, а Европейский союз (ЕС) молчит."],
        "",
        &["name Найиб Букеле | Букеле 2/1", "abbreviation ЕС = Европейский союз 1/1"],
    ),
    case(
        "Chinese: quoted expansions, and phrases by their letters",
        "zh",
        &["囚犯在“恐怖主义监禁中心”（CECOT）。最高法院说不。", "他问最高法院，最高法院的法官没有回答。"],
        "",
        &["phrase 最高法院 3/2", "abbreviation CECOT = 恐怖主义监禁中心 1/1"],
    ),
    case(
        "Japanese: words in Katakana",
        "ja",
        &["ブケレ大統領はエルサルバドルで話した。エルサルバドルの刑務所。エルサルバドルは小さい。"],
        "",
        &["phrase エルサルバドル 3/1"],
    ),
    case(
        "Arabic: phrases",
        "ar",
        &["حالة الطوارئ في السلفادور. مددت حالة الطوارئ. انتهت حالة الطوارئ."],
        "",
        &["phrase حالة الطوارئ 3/1"],
    ),
    case(
        "links, notes and soft hyphens",
        "en",
        &["the \u{FFFC}Terrorism Con\u{AD}finement Center\u{FFFC}\u{FFFC}1\u{FFFC} in \u{FFFC}Tecoluca\u{FFFC}"],
        "",
        &["name Terrorism Confinement Center 1/1", "name Tecoluca 1/1"],
    ),
    case("nothing", "en", &["", " "], "", &[]),
];
