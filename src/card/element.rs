//! Builds elements as HTML has them: a name, attributes, children and listeners.
//!
//! Through functions that all elements share. `html!` writes the making of each element out anew, which came to 7 of 112 KB of
//! the WebAssembly (brotli, measured with both).

use std::cell::RefCell;
use std::rc::Rc;

#[cfg(target_arch = "wasm32")]
use yew::NodeRef;
use yew::html::{onclick, onkeydown};
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VList, VTag, VText};
use yew::{AttrValue, Callback, Html, KeyboardEvent, MouseEvent};

/// An element in the making. Its attributes and children are collected here: Yew's own ways to add one also convert the other forms in which
/// it keeps them, which nothing here makes (measured: 1.1 KB of brotli).
pub struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

/// An element, as HTML has its start tag but without quotes: `div class=panel role=tabpanel`. What has a space in its value is given
/// by [`Element::static_attr`].
pub fn element(tag: &'static str) -> Element {
    let mut words = tag.split(' ');
    let tag = VTag::new(words.next().unwrap_or_default());
    let element = Element(Box::new(Parts { tag, names: Vec::new(), values: Vec::new(), children: Vec::new() }));
    words
        .filter_map(|word| word.split_once('='))
        .fold(element, |element, (name, value)| element.static_attr(name, value))
}

/// Text. It is never markup.
pub fn text(text: &str) -> Html {
    VText::new(AttrValue::from(text.to_owned())).into()
}

/// Several nodes in the place of one. A node that is not there keeps its place among the others, so that those are known
/// again when it comes.
pub fn all(nodes: &mut dyn Iterator<Item = Html>) -> Html {
    VList::from(nodes.collect::<Vec<_>>()).into()
}

impl Element {
    /// One of a few values of an attribute.
    pub fn static_attr(self, name: &'static str, value: &'static str) -> Self {
        self.attribute(name, AttrValue::Static(value))
    }

    /// An attribute.
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.attribute(name, AttrValue::from(value.to_owned()))
    }

    /// An attribute that may be missing.
    pub fn attr_opt(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Its own style: through the DOM, for a strict `style-src` forbids the attribute.
    #[cfg(target_arch = "wasm32")]
    pub fn style(self, css: &str) -> Self {
        self.set("style", AttributeOrProperty::Property(css.into()))
    }

    /// The same for tests, where there is no DOM.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn style(self, css: &str) -> Self {
        self.attr("style", css)
    }

    fn attribute(self, name: &'static str, value: AttrValue) -> Self {
        self.set(name, AttributeOrProperty::Attribute(value))
    }

    fn set(mut self, name: &'static str, value: AttributeOrProperty) -> Self {
        self.0.names.push(name);
        self.0.values.push(Some(value));
        self
    }

    /// What it holds next.
    pub fn child(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// An element that it holds next.
    pub fn with(self, child: Self) -> Self {
        self.child(child.html())
    }

    /// Text that it holds next.
    pub fn text(self, words: &str) -> Self {
        self.child(text(words))
    }

    /// What it holds next, if anything.
    pub fn child_opt(self, child: Option<Html>) -> Self {
        self.child(child.unwrap_or_default())
    }

    /// What it holds next, one after another.
    pub fn children(self, children: &mut dyn Iterator<Item = Html>) -> Self {
        self.child(all(children))
    }

    /// Where it is found once it is drawn.
    #[cfg(target_arch = "wasm32")]
    pub fn node_ref(mut self, node: &NodeRef) -> Self {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// What it is known by: where another key stood, it is another element.
    pub fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// What a press on it does.
    pub fn on_click(self, call: Callback<MouseEvent>) -> Self {
        self.on(Rc::new(onclick::Wrapper::new(call)))
    }

    /// What a key pressed in it does.
    pub fn on_keydown(self, call: Callback<KeyboardEvent>) -> Self {
        self.on(Rc::new(onkeydown::Wrapper::new(call)))
    }

    /// What an event in it does: of one kind, no element here needs two.
    pub fn on(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.tag.set_listeners([Some(listener)].into());
        self
    }

    /// As a node of the page.
    pub fn html(self) -> Html {
        let Parts { mut tag, names, values, children } = *self.0;
        if let Some(inner) = tag.children_mut() {
            *inner = VList::from(children).into();
        }
        tag.attributes = Attributes::Dynamic { keys: kept(names), values: values.into() };
        tag.into()
    }
}

thread_local! {
    /// Every list of names that an element has had.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// A list of attributes' names that lives as long as the program: Yew compares the values alone where the list is the very same. There are as
/// many as the builder is told in different ways, which does not depend on what is drawn (measured: 0.5 KB of brotli less than a map for
/// each element).
fn kept(names: Vec<&'static str>) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|known| {
        let same = known.iter().copied().find(|list| **list == *names);
        same.unwrap_or_else(|| {
            let list = names.leak();
            known.push(list);
            list
        })
    })
}

/// Nodes as the text of a page, for tests without a browser.
#[cfg(test)]
pub(crate) async fn drawn(nodes: Html) -> String {
    #[derive(PartialEq, yew::Properties)]
    struct Props {
        nodes: Html,
    }

    #[yew::component]
    fn Drawn(props: &Props) -> Html {
        props.nodes.clone()
    }

    yew::LocalServerRenderer::<Drawn>::with_props(Props { nodes }).hydratable(false).render().await
}
