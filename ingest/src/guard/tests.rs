//! Made-by-code files at the guard.
