//! The program `escale`.

use std::process::ExitCode;

fn main() -> ExitCode {
    escale::command_line::run()
}
