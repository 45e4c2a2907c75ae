//! How much is read, so that no file keeps anybody busy for long.

/// A rule file is a page or two; a hundred times that is a mistake.
pub const FILE_BYTES_MAX: usize = 256 * 1024;

/// Lists and tables within one another: a rule of ten layers has some thirty.
pub const NESTING_MAX: usize = 48;

/// Conditions of a scheme, those of shared conditions counted each time they are used.
pub const CONDITIONS_MAX: usize = 10_000;

/// Errors that are told; the rest would follow from them.
pub const ERRORS_MAX: usize = 100;
