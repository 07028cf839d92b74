//! In: a target: how one input is tried, and what inputs are made from. Out: every input tried, within bounds of time and
//! memory; the first one that breaks something is kept and named.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::{Mutex, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::mutate::Maker;
use crate::random::Random;
use crate::{corpus, memory};

/// One input may take this long, on a machine with much else to do.
const MOST_TIME: Duration = Duration::from_secs(120);
/// What one input may take of memory, and how much more for each of its bytes.
const MEMORY: usize = 96 << 20;
const MEMORY_OF_A_BYTE: usize = 4 << 10;

/// The same inputs in every run of `cargo test`.
const USUAL_SEED: u64 = 20_180_411;

/// What an input is tried with.
pub struct Target<'t> {
    pub name: &'t str,
    /// How many made inputs `cargo test` tries.
    pub usual: u64,
    pub maker: Maker,
}

/// Only one input is tried at a time, so that its memory can be told from that of others.
static TURN: Mutex<()> = Mutex::new(());
/// What is tried now, since when, and for which target.
static NOW: Mutex<Option<(Instant, String, Vec<u8>)>> = Mutex::new(None);

impl Target<'_> {
    /// Tries all kept inputs, then as many made ones as are asked for. `case` panics where something is wrong; it is told
    /// where it is to go to the end of the road: with every kept input, and with some of those that are made.
    pub fn run(&self, mut case: impl FnMut(&[u8], bool)) {
        let moment = corpus::of_the_moment(self.name);
        if let Ok(input) = fs::read(&moment) {
            let name = moment.display();
            eprintln!(
                "{}: the last run ended within an input, it is tried first: {name}",
                self.name
            );
            self.try_one(&input, &moment, &mut |input| case(input, true));
        }
        for (name, input) in corpus::kept(self.name) {
            eprintln!("{}: {name}", self.name);
            self.try_one(&input, &moment, &mut |input| case(input, true));
        }
        let (cases, seed) = self.asked_for();
        println!("{}: {cases} inputs, LANTU_FUZZ_SEED={seed}", self.name);
        let (mut all, mut most, mut slowest) = (Duration::ZERO, 0, (Duration::ZERO, 0));
        for number in 0..cases {
            // To the end of the road, and so that it gets there.
            let gentle = number % 3 == 0;
            let input = self.maker.make(&mut Random::of(seed, self.name, number), gentle);
            let (time, memory) = self.try_one(&input, &moment, &mut |input| case(input, gentle));
            (all, most) = (all + time, most.max(memory));
            slowest = slowest.max((time, number));
        }
        let _ = fs::remove_file(&moment);
        let (longest, number) = slowest;
        println!(
            "{}: {:.1?} in all, at most {} kB and {longest:.1?} (input {number})",
            self.name,
            all,
            most >> 10
        );
    }

    /// How many inputs, and which ones.
    fn asked_for(&self) -> (u64, u64) {
        let number = |name| std::env::var(name).ok().map(|text| text.parse().expect("a number"));
        let (cases, seed) = (number("LANTU_FUZZ"), number("LANTU_FUZZ_SEED"));
        let seed = seed.unwrap_or_else(|| if cases.is_some() { fresh_seed() } else { USUAL_SEED });
        (cases.unwrap_or(self.usual), seed)
    }

    /// How long it took, and how much memory.
    fn try_one(
        &self,
        input: &[u8],
        moment: &Path,
        case: &mut impl FnMut(&[u8]),
    ) -> (Duration, usize) {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        watch();
        fs::write(moment, input).unwrap();
        let began = Instant::now();
        *lock(&NOW) = Some((began, self.name.to_owned(), input.to_vec()));
        let (tried, memory) = memory::measured(|| catch_unwind(AssertUnwindSafe(|| case(input))));
        let time = began.elapsed();
        *lock(&NOW) = None;
        drop(turn);
        let most = MEMORY + input.len() * MEMORY_OF_A_BYTE;
        if tried.is_err() || memory > most {
            let _ = fs::remove_file(moment);
            let place = corpus::keep(self.name, input);
            eprintln!("{}: this input is kept in {place}", self.name);
        }
        tried.unwrap_or_else(|panic| resume_unwind(panic));
        assert!(memory <= most, "{} bytes of input took {memory} bytes of memory", input.len());
        (time, memory)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends the program where an input takes too long: nothing else stops what never ends.
fn watch() {
    static WATCH: Once = Once::new();
    WATCH.call_once(|| {
        thread::spawn(|| {
            loop {
                thread::sleep(Duration::from_secs(1));
                let now = lock(&NOW);
                if let Some((_, target, input)) =
                    now.as_ref().filter(|(since, ..)| since.elapsed() > MOST_TIME)
                {
                    let place = corpus::keep(target, input);
                    eprintln!("{target}: this input takes longer than {MOST_TIME:?}: {place}");
                    std::process::abort();
                }
            }
        });
    });
}

#[expect(clippy::disallowed_methods, reason = "another run tries other inputs")]
fn fresh_seed() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0, |since| since.as_nanos() as u64)
}
