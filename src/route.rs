//! The address after the #, parsed and printed.
