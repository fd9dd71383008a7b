//! Bakes an article that comes in chunks and goes on in chunks, as on a server.
//!
//! What is marked depends on all of the article, so it is held back from the first element on that may be the article; what stands
//! before it (the head, the page's header) goes on at once. What is too long goes on as it came.

use super::baker::Baker;
use super::error::BakeError;
use super::plan::Planner;
use super::unbake::Unbaker;

/// An article that is being baked.
pub struct BakeStream<'a> {
    baker: &'a Baker,
    limit: usize,
    unbaker: Option<Unbaker>,
    /// None for a feed, which is baked when all of it has come.
    planner: Option<Planner<'a>>,
    /// The bytes as they came that have not gone on.
    came: Vec<u8>,
    /// The same without what was baked earlier, and where they begin.
    held: Vec<u8>,
    passed: usize,
    /// Why nothing is baked.
    failure: Option<BakeError>,
}

impl<'a> BakeStream<'a> {
    pub(super) fn new(baker: &'a Baker, limit: usize) -> Self {
        Self {
            baker,
            limit,
            unbaker: Some(Unbaker::new()),
            planner: Some(baker.planner()),
            came: Vec::new(),
            held: Vec::new(),
            passed: 0,
            failure: None,
        }
    }

    /// Takes the next bytes; appends to `output` what can go on.
    pub fn write(&mut self, bytes: &[u8], output: &mut Vec<u8>) {
        let Some(unbaker) = self.unbaker.as_mut().filter(|_| self.failure.is_none()) else {
            return output.extend_from_slice(bytes);
        };
        self.came.extend_from_slice(bytes);
        if self.came.len() > self.limit {
            return self.give_up(BakeError::TooLong(self.limit), output);
        }
        if self.passed == 0 && self.baker.is_feed(&self.came) {
            self.planner = None;
        }
        let Some(planner) = &mut self.planner else { return };
        let before = self.held.len();
        unbaker.write(bytes, &mut self.held);
        if let Err(error) = planner.write(&self.held[before..]) {
            return self.give_up(error, output);
        }
        // Before it nothing is put in; and where nothing was taken out either, what came is what goes on.
        let Some(length) = planner.first_root().map(|root| root - self.passed.min(root)).filter(|length| *length > 0)
        else {
            return;
        };
        if self.came.get(..length) == self.held.get(..length) {
            output.extend(self.held.drain(..length));
            self.came.drain(..length);
            self.passed += length;
        }
    }

    /// Appends the rest to `output`. An error says why it goes on as it came.
    ///
    /// # Errors
    ///
    /// Why nothing was baked. Everything has gone on all the same.
    pub fn end(mut self, output: &mut Vec<u8>) -> Result<(), BakeError> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        match self.rest() {
            Ok(rest) => {
                output.extend_from_slice(&rest);
                Ok(())
            }
            Err(error) => {
                output.append(&mut self.came);
                Err(error)
            }
        }
    }

    fn rest(&mut self) -> Result<Vec<u8>, BakeError> {
        let Some(mut planner) = self.planner.take() else { return Ok(self.baker.bake(&self.came)?.html) };
        let before = self.held.len();
        if let Some(unbaker) = self.unbaker.take() {
            unbaker.end(&mut self.held);
        }
        planner.write(&self.held[before..])?;
        let Ok(mut plan) = planner.end()? else {
            // It stands in a hidden part, and needs a second reading, for which the beginning is gone: rare enough to go without.
            return Ok(self.held.split_off(0));
        };
        for insertion in &mut plan.insertions {
            insertion.at -= self.passed as u64;
        }
        Ok(plan.apply(&self.held))
    }

    fn give_up(&mut self, error: BakeError, output: &mut Vec<u8>) {
        output.append(&mut self.came);
        self.held.clear();
        (self.planner, self.failure) = (None, Some(error));
    }
}
