//! Does long work in slices, between which the browser does what is more urgent.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use gloo::timers::callback::Timeout;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Performance, Window};

/// Half a frame, in milliseconds: the other half is the page's. On a machine four times slower than the one that measures,
/// what is done between two looks at the clock still ends well before the 50 ms after which a task is called long.
const LENGTH: f64 = 8.0;
/// How often the clock is looked at: asking costs as much as a step.
const STEPS: u32 = 8;

/// A stretch of time for work.
pub struct Slice {
    clock: Option<Performance>,
    until: f64,
    steps: Cell<u32>,
}

impl Slice {
    fn begin(window: &Window) -> Self {
        let clock = window.performance();
        let until = clock.as_ref().map_or(0.0, Performance::now) + LENGTH;
        Self { clock, until, steps: Cell::new(0) }
    }

    /// Whether the work should pause; asked after each small step.
    pub fn should_yield(&self) -> bool {
        self.steps.set(self.steps.get() + 1);
        self.steps.get().is_multiple_of(STEPS) && self.is_spent()
    }

    /// The same, asked before a large step.
    pub fn is_spent(&self) -> bool {
        self.clock.as_ref().is_some_and(|clock| clock.now() >= self.until)
    }
}

/// Work that says whether it is done.
type Work = Box<dyn FnMut(&Slice) -> bool>;

thread_local! {
    /// What is to be done, in order: of two widgets on one article the earlier one marks first.
    static QUEUE: RefCell<VecDeque<Work>> = const { RefCell::new(VecDeque::new()) };
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Works until `work` says that it is done (`true`), after what was to be done before. The first slice is now, so that small
/// work is done on return.
pub fn in_slices(window: Window, work: Work) {
    QUEUE.with_borrow_mut(|queue| queue.push_back(work));
    if !AT_WORK.replace(true) {
        go_on(window);
    }
}

fn go_on(window: Window) {
    let slice = Slice::begin(&window);
    while let Some(mut work) = QUEUE.with_borrow_mut(VecDeque::pop_front).filter(|_| !crate::dom::poison::is_poisoned())
    {
        if !work(&slice) {
            QUEUE.with_borrow_mut(|queue| queue.push_front(work));
            later(&window.clone(), move || go_on(window));
            return;
        }
    }
    AT_WORK.set(false);
}

/// After the page's own tasks that wait already. Not by `scheduler.yield`, which goes before all of them: marking 20,000 words
/// on a slow processor kept the page's messages waiting for 1.6 seconds.
fn later(window: &Window, call: impl FnOnce() + 'static) {
    let scheduler = Reflect::get(window, &"scheduler".into()).unwrap_or_default();
    match Reflect::get(&scheduler, &"postTask".into()).ok().and_then(|post| post.dyn_into::<Function>().ok()) {
        Some(post) => drop(post.call1(&scheduler, &Closure::once_into_js(call))),
        None => drop(Timeout::new(0, call).forget()),
    }
}
