//! The page in a real Chromium, driven by WebDriver, against the practice server over HTTP.
//!
//! `cargo xtask test` builds the page, starts the driver and runs this with `PLAYGROUND_DIST` naming the built page and
//! `PLAYGROUND_WEBDRIVER` the driver's address.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what it expects by unwrapping"
)]

mod access;
mod all_walkthroughs;
mod answer_arriving;
mod answer_tree;
mod answer_views;
mod answers;
mod axe;
mod beginning;
#[path = "../browser/mod.rs"]
mod browser;
mod cells;
mod chips;
mod columns_editor;
mod composing;
mod connection;
mod copying;
mod copying_by_hand;
mod create_a_base;
mod create_a_user;
mod disk;
mod documented;
mod every_operation;
mod faults;
mod faulty_site;
mod finishing;
mod firefox;
mod giants;
mod hands;
mod harm;
mod in_firefox;
mod in_sight;
mod known_values;
mod later;
mod limits;
mod linked_form;
mod listener;
mod lock;
mod look_at_the_team;
mod made;
mod nginx;
mod offline;
mod operation_form;
mod operation_rows;
mod own_server;
mod practice_in_page;
mod progress;
mod promises;
mod reference;
mod requests;
mod row_editor;
mod search;
mod second_host;
mod secrets;
mod servers;
mod stage;
mod start;
mod stillness;
mod through_relay;
mod tls;
mod tokens;
mod translated;
mod trouble;
mod typed;
mod unsent;
mod update_a_row;
mod upload_a_file;
mod way_around;
mod widths;
mod world;
mod write_and_read;
