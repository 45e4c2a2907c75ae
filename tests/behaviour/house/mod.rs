//! What is true of every page, command and word of the house.

mod authorisation;
mod commands;
mod doors;
mod kills;
mod pages;
mod protection;
mod secrecy;
mod words;
