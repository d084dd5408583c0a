//! The endpoints, a family a file.

mod account;
mod activities;
mod api_tokens;
mod assets;
mod auto_links;
mod base_settings;
mod base_token;
mod bases;
mod big_data;
mod collaborators;
mod column_spec;
mod columns;
mod comments;
mod custom_files;
mod favorites;
mod file_server;
mod files;
mod folders;
mod group_members;
mod groups;
mod links;
mod login;
mod metadata;
mod options;
mod outside_links;
mod query;
mod record;
mod rows;
mod shares;
mod show;
mod snapshots;
mod system_users;
mod tables;
mod target;
mod team;
mod team_bases;
mod team_groups;
mod team_users;
mod template;
mod trash;
mod view_shares;
mod views;
mod workspaces;

pub(crate) use record::{Action, Collection, Scope};

use crate::route::Route;

/// Every endpoint. The first route that matches is taken.
pub(crate) const ROUTES: &[&[Route]] = &[
    login::ROUTES,
    base_token::ROUTES,
    api_tokens::ROUTES,
    workspaces::ROUTES,
    bases::ROUTES,
    trash::ROUTES,
    folders::ROUTES,
    favorites::ROUTES,
    groups::ROUTES,
    group_members::ROUTES,
    shares::ROUTES,
    view_shares::ROUTES,
    outside_links::ROUTES,
    base_settings::ROUTES,
    account::ROUTES,
    assets::ROUTES,
    snapshots::ROUTES,
    activities::ROUTES,
    team::ROUTES,
    team_users::ROUTES,
    team_groups::ROUTES,
    team_bases::ROUTES,
    system_users::ROUTES,
    collaborators::ROUTES,
    files::ROUTES,
    custom_files::ROUTES,
    file_server::ROUTES,
    metadata::ROUTES,
    tables::ROUTES,
    columns::ROUTES,
    options::ROUTES,
    rows::ROUTES,
    query::ROUTES,
    links::ROUTES,
    auto_links::ROUTES,
    comments::ROUTES,
    big_data::ROUTES,
    views::ROUTES,
];
