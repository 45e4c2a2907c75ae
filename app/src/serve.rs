//! Listening, and stopping without losing anything.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::routing::get;
use kit_outbox::Outbox;
use kit_web::App;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::assembly::Assembled;

const BETWEEN_CHORES: Duration = Duration::from_secs(3600);
/// A form left open longer than this is refused as stale by its session anyway (a session lasts 30 days).
const RECEIPT_DAYS: i64 = 60;

/// Serves until told to stop; requests and mails under way are finished first.
pub(crate) async fn serve(listener: TcpListener, assembled: Assembled, extra: Router<App>) -> anyhow::Result<()> {
    let router = kit_web::router(&assembled.app, extra);
    let chores = tokio::spawn(forget_receipts(Arc::clone(&assembled.app)));
    let (stop, stopped) = watch::channel(false);
    let outbox = tokio::spawn(deliver_until(assembled.outbox, stopped.clone()));
    let service = axum::serve(listener, router.into_make_service()).with_graceful_shutdown(until(stopped));
    tokio::spawn(async move {
        asked_to_stop().await;
        // Nobody listens any more only when everything has stopped already.
        let _ = stop.send(true);
    });
    service.await.context("serving")?;
    chores.abort();
    outbox.await.context("the outbox")
}

/// Serves what is measured, on an address of its own that is not for everybody.
pub(crate) async fn serve_measurements(listener: TcpListener) {
    let router = Router::new().route("/metrics", get(async || kit_web::measurements()));
    if let Err(error) = axum::serve(listener, router).await {
        tracing::error!(%error, "measurements are no longer served");
    }
}

/// Forgets, from time to time, the receipts of forms that nobody sends again.
async fn forget_receipts(app: App) {
    let mut tick = tokio::time::interval_at(tokio::time::Instant::now() + BETWEEN_CHORES, BETWEEN_CHORES);
    loop {
        tick.tick().await;
        let before = app.clock.now() - chrono::Duration::days(RECEIPT_DAYS);
        if let Err(error) = app.store.write(|tx| async move { tx.forget_forms(before).await }).await {
            tracing::error!(%error, "old receipts could not be forgotten");
        }
    }
}

/// Takes the address at once, so that a person is told of a port in use before anything else happens.
pub(crate) async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("{address} cannot be listened on"))
}

async fn deliver_until(outbox: Option<Outbox>, stopped: watch::Receiver<bool>) {
    if let Some(outbox) = outbox {
        outbox.run(until(stopped)).await;
    } else {
        tracing::warn!("no mail server was named: mails wait");
    }
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // An error means that the sender is gone: that too is the end.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

async fn asked_to_stop() {
    let (Ok(mut interrupt), Ok(mut terminate)) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        tracing::warn!("signals cannot be listened to; stop the process to stop the service");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}
