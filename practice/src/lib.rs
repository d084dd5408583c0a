//! A make-believe SeaTable to practise on and to test against.
