//! What is true of every page, command and word of the house.

mod authorisation;
mod bad_input;
mod commands;
mod doors;
mod files;
mod journal;
mod kills;
mod markup;
mod open_lists;
mod pages;
mod protection;
mod races;
mod samples;
mod secrecy;
mod visibility;
mod words;
