//! In: the command line. Out: an exit code. Everything else is in the library.

/// A site is read into many small values by many threads: this allocator serves them faster than the
/// system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    lantu::cli::main()
}
