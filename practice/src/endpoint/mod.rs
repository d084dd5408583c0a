//! The endpoints, a family a file.

mod api_tokens;
mod base_token;
mod bases;
mod collaborators;
mod column_spec;
mod columns;
mod custom_files;
mod file_server;
mod files;
mod links;
mod login;
mod metadata;
mod options;
mod query;
mod rows;
mod system_users;
mod tables;
mod target;
mod team;
mod team_users;
mod views;

use crate::route::Route;

/// Every endpoint. The first route that matches is taken.
pub(crate) const ROUTES: &[&[Route]] = &[
    login::ROUTES,
    base_token::ROUTES,
    api_tokens::ROUTES,
    bases::ROUTES,
    team::ROUTES,
    team_users::ROUTES,
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
    views::ROUTES,
];
