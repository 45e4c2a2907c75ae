//! A house to test in, and a browser to visit it with.

mod browser;
mod house;

pub(crate) use browser::{Browser, View};
pub(crate) use house::{Hand, TestHouse};
