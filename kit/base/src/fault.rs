//! Named points at which a test kills the process, to prove that nothing is left half-written.

/// The variable that names the point to die at.
pub const KILL_AT: &str = "ESCALE_KILL_AT";

/// Every point, in the order a request passes them.
pub const POINTS: [&str; 4] = ["after-command", "after-commit", "after-outbox", "before-answer"];

/// Dies here, without unwinding, when `ESCALE_KILL_AT` names `point`. Debug builds only.
pub fn kill_point(point: &'static str) {
    debug_assert!(POINTS.contains(&point), "kill point {point} is not declared");
    #[cfg(debug_assertions)]
    {
        static ARMED: std::sync::LazyLock<Option<String>> = std::sync::LazyLock::new(armed_point);
        if ARMED.as_deref() == Some(point) {
            std::process::abort();
        }
    }
}

#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "a test arms the point from outside the process")]
fn armed_point() -> Option<String> {
    std::env::var(KILL_AT).ok()
}
