//! The same in calls to the page itself: those that define elements and tell events, measure and show, change the page and ask it.

use super::survival::survives;
use crate::harness::{User, stories};

stories![the_shadow_tree_fails, the_top_layer_and_measuring_fail, changing_the_article_fails, asking_the_page_fails];

fn the_shadow_tree_fails(user: &User) {
    survives(
        user,
        "faults-elements",
        "calls that define elements, style them and tell events: each failing from the start and at a card",
        &[
            ("attachShadow throws", "breaks(Element.prototype, 'attachShadow')"),
            ("style sheets cannot be made", "breaks(window, 'CSSStyleSheet')"),
            ("style sheets are missing", "misses(window, 'CSSStyleSheet')"),
            ("replaceSync throws", "breaks(CSSStyleSheet.prototype, 'replaceSync')"),
            (
                "adoptedStyleSheets throws",
                "breaks(Document.prototype, 'adoptedStyleSheets'); breaks(ShadowRoot.prototype, 'adoptedStyleSheets')",
            ),
            ("define throws", "breaks(CustomElementRegistry.prototype, 'define')"),
            ("dispatchEvent throws", "breaks(EventTarget.prototype, 'dispatchEvent')"),
            ("events cannot be made", "breaks(window, 'CustomEvent')"),
            ("addEventListener throws", "breaks(EventTarget.prototype, 'addEventListener')"),
            ("queueMicrotask throws", "breaks(window, 'queueMicrotask')"),
        ],
    );
}

fn the_top_layer_and_measuring_fail(user: &User) {
    survives(
        user,
        "faults-layout",
        "calls that measure, show and scroll: each failing from the start and at a card",
        &[
            ("showPopover throws", "breaks(HTMLElement.prototype, 'showPopover')"),
            ("showPopover is missing", "misses(HTMLElement.prototype, 'showPopover')"),
            ("hidePopover throws", "breaks(HTMLElement.prototype, 'hidePopover')"),
            ("hidePopover is missing", "misses(HTMLElement.prototype, 'hidePopover')"),
            ("getBoundingClientRect throws", "breaks(Element.prototype, 'getBoundingClientRect')"),
            (
                "getBoundingClientRect says nothing",
                "breaks(Element.prototype, 'getBoundingClientRect', () => undefined)",
            ),
            ("getClientRects throws", "breaks(Element.prototype, 'getClientRects')"),
            ("getClientRects finds none", "breaks(Element.prototype, 'getClientRects', () => [])"),
            (
                "ranges cannot be measured",
                "breaks(Range.prototype, 'getBoundingClientRect'); breaks(Range.prototype, 'getClientRects')",
            ),
            ("getComputedStyle throws", "breaks(window, 'getComputedStyle')"),
            ("getComputedStyle says nothing", "breaks(window, 'getComputedStyle', () => null)"),
            ("checkVisibility is missing", "misses(Element.prototype, 'checkVisibility')"),
            ("visualViewport is missing", "misses(window, 'visualViewport')"),
            ("focus throws", "breaks(HTMLElement.prototype, 'focus')"),
            ("scrollIntoView throws", "breaks(Element.prototype, 'scrollIntoView')"),
        ],
    );
}

fn changing_the_article_fails(user: &User) {
    survives(
        user,
        "faults-changes",
        "calls that change the page: each failing from the start and at a card",
        &[
            ("splitText throws", "breaks(Text.prototype, 'splitText')"),
            ("replaceWith throws", "for (const type of [Element, CharacterData]) breaks(type.prototype, 'replaceWith')"),
            ("append throws", "breaks(Element.prototype, 'append')"),
            ("appendChild throws", "breaks(Node.prototype, 'appendChild')"),
            ("insertBefore throws", "breaks(Node.prototype, 'insertBefore')"),
            (
                "everything that inserts throws",
                "window.cannotPutBack = true; for (const name of ['appendChild', 'insertBefore', 'replaceChild']) breaks(Node.prototype, name);
                for (const name of ['append', 'prepend', 'replaceChildren']) breaks(Element.prototype, name);
                for (const name of ['before', 'after', 'replaceWith'])
                    for (const type of [Element, CharacterData]) breaks(type.prototype, name)",
            ),
            (
                "everything that inserts does nothing",
                "for (const name of ['appendChild', 'insertBefore', 'replaceChild']) breaks(Node.prototype, name, (own, [node]) => node);
                for (const name of ['append', 'prepend', 'replaceChildren']) breaks(Element.prototype, name, () => {});
                for (const name of ['before', 'after', 'replaceWith'])
                    for (const type of [Element, CharacterData]) breaks(type.prototype, name, () => {})",
            ),
            ("appendData throws", "breaks(CharacterData.prototype, 'appendData')"),
            ("remove throws", "for (const type of [Element, CharacterData]) breaks(type.prototype, 'remove')"),
            ("createElement throws", "breaks(Document.prototype, 'createElement')"),
            ("createElement gives nothing", "breaks(Document.prototype, 'createElement', () => null)"),
            ("setAttribute throws", "breaks(Element.prototype, 'setAttribute')"),
            ("removeAttribute throws", "breaks(Element.prototype, 'removeAttribute')"),
            ("cloneNode throws", "breaks(Node.prototype, 'cloneNode')"),
        ],
    );
}

fn asking_the_page_fails(user: &User) {
    survives(
        user,
        "faults-questions",
        "calls that ask the page: each failing from the start and at a card",
        &[
            (
                "querySelectorAll throws",
                "for (const type of [Document, Element]) breaks(type.prototype, 'querySelectorAll')",
            ),
            ("querySelector throws", "for (const type of [Document, Element]) breaks(type.prototype, 'querySelector')"),
            ("getElementById throws", "breaks(Document.prototype, 'getElementById')"),
            ("closest throws", "breaks(Element.prototype, 'closest')"),
            ("matches throws", "breaks(Element.prototype, 'matches')"),
            ("contains throws", "breaks(Node.prototype, 'contains')"),
            ("getAttribute throws", "breaks(Element.prototype, 'getAttribute')"),
            ("hasAttribute throws", "breaks(Element.prototype, 'hasAttribute')"),
            ("compareDocumentPosition throws", "breaks(Node.prototype, 'compareDocumentPosition')"),
            ("getRootNode throws", "breaks(Node.prototype, 'getRootNode')"),
            ("getSelection throws", "breaks(window, 'getSelection')"),
            ("getSelection says nothing", "breaks(window, 'getSelection', () => null)"),
            ("ranges cannot be made", "breaks(Document.prototype, 'createRange')"),
            ("composedPath throws", "breaks(Event.prototype, 'composedPath')"),
        ],
    );
}
