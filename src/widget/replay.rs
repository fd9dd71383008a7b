//! Hears what the reader did before the widget was there, as the loader has recorded it.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::Event;
use yew::prelude::*;

use super::component::Widget;
use super::pointer::follow_link;
use crate::intent::{Event as Input, Target};

impl Widget {
    /// Hears the recorded events in order. Returns whether to draw.
    pub(super) fn replay(&mut self, ctx: &Context<Self>) -> bool {
        let mut draw = self.open_linked(ctx);
        let events = ctx.props().page.take_replay();
        for pair in events.iter() {
            let pair: Array = pair.unchecked_into();
            let (event, target): (Event, _) = (pair.get(0).unchecked_into(), pair.get(1));
            // One by one: what an event means may depend on what came of the one before.
            let heard = self.input.hear(&event, &target);
            draw |= self.hear_all(ctx, heard);
            // The loader has held the press back for a card that cannot be shown.
            if event.default_prevented() && self.input.over(&target) == Target::Outside {
                follow_link(&target);
            }
        }
        // Time that went by while the program was loading counts.
        draw | self.hear(ctx, ctx.props().page.now(), Input::Tick)
    }
}
