//! The installation's keys: made once, kept in files that only the service can read, outside the database.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, anyhow};
use kit_store::JournalKey;
use kit_web::Secret;

use crate::data_folder::DataFolder;

const KEY_BYTES: usize = 32;

/// Seals the journal's chain.
pub(crate) fn journal_key(folder: &DataFolder) -> anyhow::Result<JournalKey> {
    Ok(JournalKey::from_bytes(read_or_make(&folder.file("journal.key"))?))
}

/// The same, which must be there: a journal cannot be verified with a fresh key.
pub(crate) fn existing_journal_key(folder: &DataFolder) -> anyhow::Result<JournalKey> {
    Ok(JournalKey::from_bytes(read(&folder.file("journal.key"))?))
}

/// Seals form tokens and sign-in codes.
pub(crate) fn house_secret(folder: &DataFolder) -> anyhow::Result<Secret> {
    Ok(Secret::from_bytes(read_or_make(&folder.file("secret.key"))?))
}

fn read_or_make(path: &Path) -> anyhow::Result<[u8; KEY_BYTES]> {
    if path.exists() { read(path) } else { make(path) }
}

fn read(path: &Path) -> anyhow::Result<[u8; KEY_BYTES]> {
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    <[u8; KEY_BYTES]>::try_from(bytes)
        .map_err(|bytes| anyhow!("{} holds {} bytes, not {KEY_BYTES}", path.display(), bytes.len()))
}

fn make(path: &Path) -> anyhow::Result<[u8; KEY_BYTES]> {
    let key = *JournalKey::generate().as_bytes();
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("{} cannot be written", path.display()))?;
    file.write_all(&key)
        .and_then(|()| file.sync_all())
        .with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(key)
}
