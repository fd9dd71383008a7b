//! Bakes one file. A large one is read twice in chunks, so that memory does not grow with it.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::new_file::NewFile;
use super::output::reason;
use super::{COULD_NOT_RUN, FAULTS};
use crate::bake::{BakeError, Baker, Plan, Splicer, Unbaker};

/// Files of up to so many bytes are held in memory: a page of news has a tenth of a megabyte.
const SMALL: u64 = 4 << 20;
/// Bytes read at once.
const CHUNK: usize = 1 << 16;

/// Why a file could not be baked: the exit code for it, and a sentence.
pub(crate) type Failure = (u8, String);

fn io_failure(error: &io::Error) -> Failure {
    (COULD_NOT_RUN, reason(error))
}

#[allow(clippy::needless_pass_by_value, reason = "given to map_err")]
fn fault(error: BakeError) -> Failure {
    (FAULTS, error.to_string())
}

/// Bakes a file into `output`. Returns how many mentions are marked. A reader of the output that has seen enough is no error.
pub(crate) fn bake_file(baker: &Baker, path: &Path, output: &mut dyn Write) -> Result<usize, Failure> {
    let found = fs::metadata(path).map_err(|error| io_failure(&error))?;
    if found.is_dir() {
        return Err(io_failure(&io::ErrorKind::IsADirectory.into()));
    }
    if !found.is_file() || found.len() <= SMALL || is_feed(baker, path).map_err(|error| io_failure(&error))? {
        let article = fs::read(path).map_err(|error| io_failure(&error))?;
        let done = baker.bake(&article).map_err(fault)?;
        return written(output.write_all(&done.html)).map(|_| done.marks);
    }
    let plan = plan(baker, path)?;
    let mut splicer = Splicer::new(&plan);
    let mut is_open = true;
    each_original(path, &mut |bytes| {
        is_open = is_open && written(splicer.write(bytes, output))?;
        Ok(())
    })?;
    if is_open {
        written(splicer.end(output))?;
    }
    Ok(plan.marks)
}

/// Bakes a file into another. An error comes with the exit code for it.
pub(super) fn bake_into(baker: &Baker, path: &Path, out: &Path) -> Result<usize, Failure> {
    let mut file = NewFile::create(out).map_err(|why| (COULD_NOT_RUN, why))?;
    let marks = bake_file(baker, path, &mut file)?;
    file.finish().map_err(|why| (COULD_NOT_RUN, why))?;
    Ok(marks)
}

/// Whether a file is a feed, by the options or by its beginning.
fn is_feed(baker: &Baker, path: &Path) -> io::Result<bool> {
    let mut beginning = Vec::new();
    File::open(path)?.take(CHUNK as u64).read_to_end(&mut beginning)?;
    Ok(baker.is_feed(&beginning))
}

/// Whether the output still takes anything.
fn written(result: io::Result<()>) -> Result<bool, Failure> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(io_failure(&error)),
        Ok(()) => Ok(true),
    }
}

fn plan(baker: &Baker, path: &Path) -> Result<Plan, Failure> {
    let mut planner = baker.planner();
    for _ in 0..2 {
        each_original(path, &mut |bytes| planner.write(bytes).map_err(fault))?;
        match planner.end().map_err(fault)? {
            Ok(plan) => return Ok(plan),
            Err(start) => planner = baker.planner_at(start),
        }
    }
    Ok(Plan::default())
}

/// Hands on the bytes of a file, without what was baked into it before.
fn each_original(path: &Path, take: &mut dyn FnMut(&[u8]) -> Result<(), Failure>) -> Result<(), Failure> {
    let mut file = File::open(path).map_err(|error| io_failure(&error))?;
    let (mut unbaker, mut original, mut chunk) = (Unbaker::new(), Vec::new(), vec![0; CHUNK]);
    loop {
        let length = file.read(&mut chunk).map_err(|error| io_failure(&error))?;
        if length == 0 {
            break;
        }
        unbaker.write(&chunk[..length], &mut original);
        take(&original)?;
        original.clear();
    }
    unbaker.end(&mut original);
    take(&original)
}
