//! In: the ends of stages. Out: how long each took, how much processor time, and how much memory was in use at most
//! until then.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::{Observer, Stage};

/// What one stage took.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    pub stage: Stage,
    pub wall: Duration,
    /// Of all threads together. `None` where the system does not tell.
    pub processor: Option<Duration>,
    /// The most memory that the process has had by the end of the stage, in bytes. `None` where the system does not
    /// tell.
    pub peak: Option<u64>,
}

/// Measures the stages from the moment that it is made.
#[derive(Debug)]
pub struct Timings {
    started: Instant,
    last: Mutex<(Instant, Option<Duration>)>,
    stages: Mutex<Vec<Timing>>,
}

impl Default for Timings {
    fn default() -> Self {
        Self::new()
    }
}

impl Timings {
    pub fn new() -> Self {
        let now = Instant::now();
        Self { started: now, last: Mutex::new((now, processor())), stages: Mutex::default() }
    }

    /// Since it was made.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// The stages that are over, in their order.
    pub fn stages(&self) -> Vec<Timing> {
        self.stages.lock().map(|stages| stages.clone()).unwrap_or_default()
    }
}

impl Observer for Timings {
    fn ended(&self, stage: Stage) {
        let (Ok(mut last), Ok(mut stages)) = (self.last.lock(), self.stages.lock()) else {
            return;
        };
        let (now, used) = (Instant::now(), processor());
        let processor = used.zip(last.1).map(|(now, before)| now.saturating_sub(before));
        stages.push(Timing { stage, wall: now - last.0, processor, peak: peak() });
        *last = (now, used);
    }
}

impl Stage {
    /// What it is called for people and in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Parse => "parse",
            Self::Resolve => "resolve",
            Self::Rules => "rules",
            Self::Layout => "layout",
            Self::Write => "write",
            Self::Exchange => "exchange",
        }
    }
}

/// The processor time of the process so far.
#[cfg(unix)]
fn processor() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Some(Duration::new(time.tv_sec.try_into().ok()?, time.tv_nsec.try_into().ok()?))
}

#[cfg(not(unix))]
fn processor() -> Option<Duration> {
    None
}

/// The most memory that the process has had so far, in bytes: `VmHWM` of Linux.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
