//! A prepared request as code to take home.
