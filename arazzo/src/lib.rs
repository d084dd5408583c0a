//! Reads the walkthroughs, Arazzo 1.0 documents, strictly, and writes them as Rust constants. Used at build time only.
