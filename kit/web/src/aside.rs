//! Work that takes its time.

use kit_base::Problem;

/// Does `work` on a thread beside those that answer requests, so that nobody waits for it but who asked: writing or reading a workbook.
///
/// # Errors
/// When the work panicked.
pub async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)
}
