//! Starts the service and turns the outcome into an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    samlerapport::execute()
}
