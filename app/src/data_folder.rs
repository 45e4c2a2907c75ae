//! The folder of an installation: its database (when it is SQLite) and its keys.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

/// The database's name in the folder.
const DATABASE: &str = "escale.db";
/// Present in a folder that `demo` made: only `demo` serves it.
const DEMO_MARK: &str = "demonstration";

/// A folder that holds an installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// The folder at `path`, made if absent: for its owner alone, since the database holds addresses.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
        made.with_context(|| format!("the folder {} cannot be made", path.display()))?;
        Ok(Self(path.to_owned()))
    }

    /// The folder at `path`, which must be there: nothing is made.
    pub fn existing(path: &Path) -> anyhow::Result<Self> {
        if !path.is_dir() {
            bail!("there is no folder {}", path.display());
        }
        Ok(Self(path.to_owned()))
    }

    /// The same, for anything but the demo.
    pub fn open_for_service(path: &Path) -> anyhow::Result<Self> {
        let folder = Self::open(path)?;
        if folder.is_demo() {
            bail!(
                "{} was made by `escale demo`, whose doors are open to everybody: it is not served. Choose another folder with --data.",
                path.display()
            );
        }
        Ok(folder)
    }

    /// The same, for the demo: a folder of its own, made by it.
    pub fn open_for_demo(path: &Path) -> anyhow::Result<Self> {
        let folder = Self::open(path)?;
        let is_empty = folder.0.read_dir().context("the folder cannot be read")?.next().is_none();
        if is_empty {
            std::fs::write(folder.0.join(DEMO_MARK), b"").context("the folder cannot be written")?;
        } else if !folder.is_demo() {
            bail!("{} holds something that is not a demo. Choose an empty folder with --data.", path.display());
        }
        Ok(folder)
    }

    /// Refuses the address of a database that stands in a demo's folder.
    pub fn refuse_demo_database(address: &str) -> anyhow::Result<()> {
        let Some(file) = address.strip_prefix("sqlite:") else { return Ok(()) };
        let file = Path::new(file.trim_start_matches("//").split('?').next().unwrap_or_default());
        match file.parent() {
            Some(parent) if Self(parent.to_owned()).is_demo() => {
                bail!("{} was made by `escale demo`: it is not served.", file.display())
            }
            _ => Ok(()),
        }
    }

    /// The address of its SQLite database.
    pub fn database_address(&self) -> String {
        format!("sqlite://{}", self.0.join(DATABASE).display())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn is_demo(&self) -> bool {
        self.0.join(DEMO_MARK).exists()
    }
}
