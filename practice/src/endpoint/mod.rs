//! The endpoints, a family a file.

mod base_token;
mod metadata;
mod rows;
mod target;

use crate::route::Route;

/// Every endpoint. The first route that matches is taken.
pub(crate) const ROUTES: &[&[Route]] = &[base_token::ROUTES, metadata::ROUTES, rows::ROUTES];
