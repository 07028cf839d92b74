//! In: the command line. Out: an exit code. Everything else is in the library.

fn main() -> std::process::ExitCode {
    lantu::cli::main()
}
