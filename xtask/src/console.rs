//! The one place that writes to the terminal.

use std::fmt::Display;
use std::io::Write;

/// Writes one line. A closed terminal is nobody's fault: the work goes on, and its exit code tells the rest.
pub(crate) fn line(text: impl Display) {
    let mut output = std::io::stdout().lock();
    let _closed = writeln!(output, "{text}").and_then(|()| output.flush());
}
