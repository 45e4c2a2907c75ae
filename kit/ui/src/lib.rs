//! kit-ui
