//! The annotated page by example.
