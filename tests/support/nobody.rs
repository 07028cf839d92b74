//! In: a program. Out: the same, started by a user who owns nothing, where this test may become one.

use std::path::Path;
use std::process::Command;

/// The number of that user and of their group.
pub const NOBODY: u32 = 65_534;

/// The program as that user starts it, without the circumstances of the test; `None` where it cannot be done, which is
/// said.
pub fn as_nobody(program: &Path) -> Option<Command> {
    let command = || {
        let mut command = Command::new("setpriv");
        command.env_clear().arg(format!("--reuid={NOBODY}")).arg(format!("--regid={NOBODY}"));
        command.arg("--clear-groups").arg(program);
        command
    };
    let works = command().arg("--version").output().is_ok_and(|answer| answer.status.success());
    if !works {
        println!("skipped: this test cannot become another user");
    }
    works.then(command)
}

/// Gives a file or a folder to that user.
#[cfg(unix)]
pub fn give(path: &Path) {
    std::os::unix::fs::chown(path, Some(NOBODY), Some(NOBODY)).expect("it can be given away");
}
