//! Baking for JavaScript servers: what the npm module calls. Every function returns at once and throws an `Error` that says why.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsError};

use super::baker::Baker;
use super::error::BakeError;
use super::options::{Format, Options};
use crate::matcher::density::Density;

/// The cards of decks, ready to be baked into any number of articles.
#[wasm_bindgen(skip_typescript, js_name = Program)]
pub struct Program(Rc<Baker>);

#[wasm_bindgen(js_class = Program)]
impl Program {
    /// Reads decks, each a `Uint8Array` of JSON; earlier ones win. `mark`, `root`, `skip`, `charset`, `format` and `embed`: empty for none.
    ///
    /// # Errors
    /// Throws for a deck that is refused whole, and for an option that cannot be understood.
    #[wasm_bindgen(constructor)]
    pub fn new(
        decks: &Array,
        mark: &str,
        root: String,
        skip: String,
        charset: String,
        format: &str,
        embed: String,
    ) -> Result<Self, JsError> {
        let decks: Vec<Vec<u8>> = decks.iter().map(|deck| deck.unchecked_into::<Uint8Array>().to_vec()).collect();
        let some = |text: String| (!text.is_empty()).then_some(text);
        let options = Options {
            mark: match mark {
                "" => Density::First,
                word => Density::parse(word).ok_or(JsError::new("mark: use first, section or all"))?,
            },
            root: some(root),
            skip: some(skip),
            charset: some(charset),
            format: match format {
                "" => None,
                "html" => Some(Format::Html),
                "amp" => Some(Format::Amp),
                "rss" => Some(Format::Rss),
                _ => return Err(JsError::new("format: use html, amp or rss")),
            },
            embed: some(embed),
        };
        Ok(Self(Rc::new(Baker::new(&decks, options)?)))
    }

    /// A name for this program's version, the decks and the options.
    #[must_use]
    pub fn hash(&self) -> String {
        self.0.hash().to_owned()
    }

    /// Bakes an article.
    ///
    /// # Errors
    /// Throws where the article cannot be read.
    pub fn bake(&self, article: &[u8]) -> Result<Vec<u8>, JsError> {
        Ok(self.0.bake(article)?.html)
    }

    /// Bakes an article that comes in chunks. `limit`: bytes that may be held back.
    #[must_use]
    pub fn stream(&self, limit: usize) -> ArticleStream {
        let baker = Rc::clone(&self.0);
        let pipe = Rc::new(Pipe::default());
        let work = Box::pin(bake(baker, limit, Rc::clone(&pipe)));
        ArticleStream { pipe, work }
    }
}

/// The article as it was before anything was baked into it.
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn unbake(article: &[u8]) -> Vec<u8> {
    super::unbake(article)
}

/// What has come of an article.
enum Input {
    Bytes(Vec<u8>),
    End,
}

/// What a stream hands over between two calls.
#[derive(Default)]
struct Pipe {
    input: RefCell<Option<Input>>,
    output: RefCell<Vec<u8>>,
}

/// An article that is being baked. It owns its baker, so that JavaScript may let go of that.
#[wasm_bindgen(skip_typescript)]
pub struct ArticleStream {
    pipe: Rc<Pipe>,
    /// A coroutine, which alone may own a baker and lend it to a stream at once; it goes on with every call.
    work: Pin<Box<dyn Future<Output = Result<(), BakeError>>>>,
}

#[wasm_bindgen]
impl ArticleStream {
    /// Takes the next bytes, and gives those that can go on.
    #[must_use]
    pub fn write(&mut self, bytes: Vec<u8>) -> Vec<u8> {
        let _unfinished = self.step(Input::Bytes(bytes));
        self.pipe.output.take()
    }

    /// Ends the article. [`rest`](Self::rest) has what goes on, whether this throws or not.
    ///
    /// # Errors
    /// Throws where nothing was baked; all goes on as it came.
    pub fn end(&mut self) -> Result<(), JsError> {
        match self.step(Input::End) {
            Poll::Ready(Err(error)) => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// What goes on after the end.
    #[must_use]
    pub fn rest(&mut self) -> Vec<u8> {
        self.pipe.output.take()
    }

    fn step(&mut self, input: Input) -> Poll<Result<(), BakeError>> {
        self.pipe.input.replace(Some(input));
        self.work.as_mut().poll(&mut Context::from_waker(Waker::noop()))
    }
}

async fn bake(baker: Rc<Baker>, limit: usize, pipe: Rc<Pipe>) -> Result<(), BakeError> {
    let mut stream = baker.stream(limit);
    while let Input::Bytes(bytes) = poll_fn(|_| pipe.input.take().map_or(Poll::Pending, Poll::Ready)).await {
        stream.write(&bytes, &mut pipe.output.borrow_mut());
    }
    stream.end(&mut pipe.output.borrow_mut())
}
