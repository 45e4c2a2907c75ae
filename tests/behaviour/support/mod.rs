//! A house to test in, and a browser to visit it with.

mod browser;
mod house;
mod rooms;

pub(crate) use browser::{Browser, View};
pub(crate) use house::{Hand, TestHouse};
pub(crate) use rooms::Rooms;
