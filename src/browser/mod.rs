//! Everything that touches the browser. No other module names its interfaces.
