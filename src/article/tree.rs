//! Which elements are open, as the parser of a browser has it: elements without content, end tags left out, end tags of nothing,
//! tables, drawings. Where a page is so broken that a browser moves text elsewhere, that text is taken for none to be marked.

use std::ops::Range;

use super::attributes::Attributes;
use super::element::{A, BODY, BR, BUTTON, DD, DT, HEAD, HTML, LI, MATH, Name, P, SVG, TABLE, TEMPLATE, TR, Traits};
use super::reader::Reader;
use super::sink::Sink;

/// An element that is open.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub name: Name,
    pub traits: Traits,
    /// Where its start tag begins.
    pub start: usize,
    /// What it means for its own text.
    pub own: State,
    /// What it and those around it mean for it.
    pub state: State,
}

/// What becomes of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a rule of its own")]
pub(super) struct State {
    /// It is not read.
    pub is_absent: bool,
    /// It is read and not marked.
    pub is_unmarkable: bool,
    /// How many elements are open down to the innermost one that stands beside the prose; 0 for none.
    pub aside: u32,
    /// It is part of a drawing or formula.
    pub is_foreign: bool,
    /// It is text of a heading.
    pub is_heading: bool,
    /// The root it stands in, from 1; 0 for none.
    pub root: u32,
    /// The language it is in: a place in the reader's list.
    pub lang: u32,
}

impl<S: Sink> Reader<S> {
    /// Reads a start tag.
    pub(super) fn start_tag(&mut self, name: Name, tag: &Range<usize>, attributes: &Attributes) {
        if self.is_lost {
            return;
        }
        let traits = name.traits();
        self.ends_at = tag.start;
        if self.is_foreign() {
            if !traits.contains(Traits::BREAKS_OUT) || self.is_integration_point() {
                return self.foreign_start_tag(name, traits, tag, attributes);
            }
            while self.is_foreign() {
                self.close_to(self.open.len() - 1, false);
            }
        }
        if self.is_open_last(HEAD) && !traits.contains(Traits::HEAD) {
            self.close_to(self.open.len() - 1, false);
        }
        match name {
            HTML => return self.html_tag(attributes),
            BODY => return self.body_tag(tag, attributes),
            HEAD if !self.open.is_empty() => return,
            LI => self.close_item(&[LI]),
            DD | DT => self.close_item(&[DD, DT]),
            A => self.end_formatting(A),
            BUTTON => self.close_in_scope(|open| open.name == BUTTON),
            _ => {}
        }
        if traits.contains(Traits::HEADING)
            && self.open.last().is_some_and(|open| open.traits.contains(Traits::HEADING))
        {
            self.close_to(self.open.len() - 1, true);
        }
        if traits.contains(Traits::TABLE_PART) {
            if !self.prepare_table(name) {
                return;
            }
        } else if traits.contains(Traits::CLOSES_P) {
            self.close_p();
        }
        let is_fostered = !traits.intersects(Traits::TABLE_PART | Traits::HEAD)
            && self.open.last().is_some_and(|open| open.traits.contains(Traits::FOSTERS));
        self.enter(name, traits, tag, attributes, is_fostered);
        if traits.contains(Traits::VOID) {
            self.close_to(self.open.len() - 1, true);
        }
    }

    fn foreign_start_tag(&mut self, name: Name, traits: Traits, tag: &Range<usize>, attributes: &Attributes) {
        self.enter(name, traits, tag, attributes, false);
        if attributes.is_self_closing {
            self.close_to(self.open.len() - 1, true);
        }
    }

    /// Reads an end tag.
    pub(super) fn end_tag(&mut self, name: Name, tag: &Range<usize>) {
        if name == HTML || name == BODY {
            self.end_of_body.get_or_insert(tag.start);
            return;
        }
        if self.is_lost {
            return;
        }
        let traits = name.traits();
        self.ends_at = tag.start;
        if self.is_foreign() && self.end_foreign(name) {
            return;
        }
        match name {
            P => {
                if !self.close_p() {
                    self.end_block();
                }
            }
            BR => self.line_break(),
            TEMPLATE => self.close_nearest(|open| open.name == TEMPLATE, |_| false),
            LI => {
                let is_list = |open: &Open| {
                    open.traits.contains(Traits::SCOPE) || [Name::of(b"ol"), Name::of(b"ul")].contains(&open.name)
                };
                self.close_nearest(|open| open.name == LI, is_list);
            }
            _ if traits.contains(Traits::HEADING) => self.close_in_scope(|open| open.traits.contains(Traits::HEADING)),
            _ if traits.contains(Traits::FORMATTING) => self.end_formatting(name),
            _ if traits.contains(Traits::TABLE_PART) || name == TABLE => {
                self.close_nearest(|open| open.name == name, |open| [TABLE, TEMPLATE].contains(&open.name));
            }
            _ if traits.intersects(Traits::SPECIAL | Traits::BLOCK | Traits::MARKER | Traits::CLOSES_P) => {
                self.close_in_scope(|open| open.name == name);
            }
            _ => self.close_nearest(|open| open.name == name, |open| open.traits.contains(Traits::SPECIAL)),
        }
    }

    /// Closes a part of a drawing or formula; `false`: the tag is one of HTML.
    fn end_foreign(&mut self, name: Name) -> bool {
        for index in (0..self.open.len()).rev() {
            if self.open[index].name == name {
                self.close_to(index, true);
                return true;
            }
            if !self.open[index].state.is_foreign {
                break;
            }
        }
        if name == P || name == BR {
            while self.is_foreign() {
                self.close_to(self.open.len() - 1, false);
            }
        }
        false
    }

    /// Whether text is part of a drawing or formula, HTML in it included.
    pub(super) fn is_foreign(&self) -> bool {
        self.open.last().is_some_and(|open| open.state.is_foreign)
    }

    fn is_integration_point(&self) -> bool {
        let nearest = self
            .open
            .iter()
            .rev()
            .find(|open| [SVG, MATH].contains(&open.name) || open.traits.contains(Traits::INTEGRATION));
        nearest.is_some_and(|open| open.traits.contains(Traits::INTEGRATION))
    }

    fn is_open_last(&self, name: Name) -> bool {
        self.open.last().is_some_and(|open| open.name == name)
    }

    /// Closes an open paragraph; `false` where there is none.
    fn close_p(&mut self) -> bool {
        let before = self.open.len();
        self.close_nearest(|open| open.name == P, |open| open.traits.contains(Traits::SCOPE) || open.name == BUTTON);
        self.open.len() < before
    }

    /// Closes an open item of the same list.
    fn close_item(&mut self, names: &[Name]) {
        let goes_on = |open: &Open| [Name::of(b"address"), Name::of(b"div"), P].contains(&open.name);
        self.close_nearest(
            |open| names.contains(&open.name),
            |open| open.traits.contains(Traits::SPECIAL) && !goes_on(open),
        );
    }

    fn close_in_scope(&mut self, is_it: impl Fn(&Open) -> bool) {
        self.close_nearest(is_it, |open| open.traits.contains(Traits::SCOPE));
    }

    /// Closes the innermost element for which `is_it` says so, and all in it, unless one before it is where the search stops.
    fn close_nearest(&mut self, is_it: impl Fn(&Open) -> bool, stops: impl Fn(&Open) -> bool) {
        for index in (0..self.open.len()).rev() {
            if is_it(&self.open[index]) {
                return self.close_to(index, true);
            }
            if stops(&self.open[index]) {
                return;
            }
        }
    }

    /// Makes room for a part of a table; `false` where there is no table.
    fn prepare_table(&mut self, name: Name) -> bool {
        let nearest = self.open.iter().rposition(|open| [TABLE, TEMPLATE].contains(&open.name));
        let Some(table) = nearest else { return false };
        let is_row = |open: &Open| open.name == TR;
        let is_cell = |name: Name| [Name::of(b"td"), Name::of(b"th")].contains(&name);
        let is_group = |open: &Open| [Name::of(b"tbody"), Name::of(b"thead"), Name::of(b"tfoot")].contains(&open.name);
        let keeps = |open: &Open| {
            is_group(open) && (name == TR || is_cell(name))
                || is_row(open) && is_cell(name)
                || open.name == Name::of(b"colgroup") && name == Name::of(b"col")
        };
        let kept = self.open[table + 1..].iter().take_while(|open| keeps(open)).count();
        if table + 1 + kept < self.open.len() {
            self.close_to(table + 1 + kept, true);
        }
        true
    }

    /// Closes an element such as `<b>` or `<a>`. Blocks in it that are still open stay so, and what follows in them is outside of it.
    fn end_formatting(&mut self, name: Name) {
        self.dangling.retain(|(other, _)| *other != name);
        let stop = self.open.iter().rposition(|open| open.traits.intersects(Traits::MARKER | Traits::SCOPE));
        let Some(index) = self.open.iter().rposition(|open| open.name == name) else { return };
        if stop.is_some_and(|stop| stop > index) {
            return;
        }
        if self.open[index + 1..].iter().any(|open| open.traits.contains(Traits::SPECIAL)) {
            self.take_out(index);
        } else {
            self.close_to(index, true);
        }
    }
}
