//! Renders the four inline forms and the numbers of citations: nodes, never markup.

use yew::{Callback, Html, MouseEvent};

use super::card::flag;
use super::{Action, CardProps, own_language};
use crate::card::element::{all, element, text};
use crate::deck::Source;
use crate::deck::markup::Span;
use crate::locale::messages::Word;

/// Text with emphasis, links and citations.
pub fn spans(props: &CardProps, spans: &[Span]) -> Html {
    all(&mut spans.iter().map(|span| one(props, span)))
}

fn one(props: &CardProps, span: &Span) -> Html {
    match span {
        Span::Text(words) => text(words),
        Span::Emphasis(inner) => element("em").child(spans(props, inner)).html(),
        Span::Strong(inner) => element("strong").child(spans(props, inner)).html(),
        Span::Link { label, url } => outward(props, url, text(label)),
        Span::Cite(source) => cite(props, *source),
    }
}

/// A link that leaves the article: in a new tab, so that the article stays, and without telling where from.
pub fn outward(props: &CardProps, url: &str, content: Html) -> Html {
    let link = element("a target=_blank").attr("href", url).static_attr("rel", "noopener noreferrer");
    link.on_click(props.on_click(Action::Source(url.to_owned()))).child(content).html()
}

/// The numbers of several sources, one after another.
pub fn cites(props: &CardProps, sources: &[usize]) -> Html {
    all(&mut sources.iter().map(|source| cite(props, *source)))
}

/// One number. It is a true link, so that a middle click opens the source; a plain click opens what is known of it in place, and
/// closes it again.
fn cite(props: &CardProps, source: usize) -> Html {
    let Some(cited) = props.card.sources.get(source) else { return Html::default() };
    let nth = props.cites.replace(props.cites.get() + 1);
    let is_open = props.view_state.cited == Some(nth);
    let number = (source + 1).to_string();
    let name = [number.as_str(), ": ", cited.title.as_str(), ", ", cited.publisher.as_str()].concat();
    let name = props.locale.words.fill(Word::Source, &name);
    let on = props.on.clone();
    let press = Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            on.emit(Action::Cite(nth));
        }
    });
    let link = element("a class=cite target=_blank").attr("href", &cited.url);
    let link = link.static_attr("rel", "noopener noreferrer").attr("aria-label", &name);
    let link = link.static_attr("aria-expanded", flag(is_open)).on_click(press).text(&number);
    let layer = is_open.then(|| {
        let layer = element("span class=layer role=group").attr("aria-label", &name);
        let quote = |quote: &String| {
            let quote = element("span class=quote").text(quote);
            quote.attr_opt("lang", cited.lang.as_deref()).static_attr("dir", "auto").html()
        };
        layer.child(source_lines(props, cited, true)).child_opt(cited.quote.as_ref().map(quote)).html()
    });
    all(&mut [element("sup").with(link).html(), layer.unwrap_or_default()].into_iter())
}

/// Title and origin of a source. `closely`: also its language, where that is not the card's, and when it was read.
pub fn source_lines(props: &CardProps, source: &Source, closely: bool) -> Html {
    let after_dot = |node| all(&mut [text(" · "), node].into_iter());
    let own = |words: String| after_dot(own_language::words(props, &words));
    let formats = &props.locale.formats;
    let lang = source.lang.as_deref().filter(|lang| *lang != props.card.lang);
    let title = element("span").attr_opt("lang", lang).text(&source.title).html();
    let from = element("small").text(&source.publisher).child_opt(source.date.map(|date| own(formats.date(date))));
    let from = from.child_opt(lang.filter(|_| closely).map(|lang| own(formats.language(lang))));
    let accessed = source.accessed.filter(|_| closely);
    let from = from.child_opt(accessed.map(|date| own(props.locale.dated(Word::Accessed, date))));
    let archived = source.archived.as_ref();
    let archived = archived.map(|url| after_dot(outward(props, url, own_language::say(props, Word::Archived))));
    all(&mut [outward(props, &source.url, title), from.child_opt(archived).html()].into_iter())
}

/// Words in which numbers of dockets and the like, which join digits by hyphens, do not break.
pub fn unbroken(words: &str) -> Html {
    let is_number = |word: &str| word.contains('-') && word.bytes().any(|byte| byte.is_ascii_digit());
    if !is_number(words) {
        return text(words);
    }
    let part = |word: &str| {
        if is_number(word) { element("span class=whole").text(word).html() } else { text(word) }
    };
    all(&mut words.split_inclusive(' ').map(part))
}
