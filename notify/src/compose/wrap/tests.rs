//! Wrapping, as a table.

use super::*;

#[test]
fn lines_hang_under_their_beginning() {
    let long = "ord ".repeat(30);
    for (line, hang) in [
        (long.clone(), ""),
        (format!("- {long}"), "  "),
        (format!("12. {long}"), "    "),
        (format!("   {long}"), "   "),
        // A year or a decimal number begins no list.
        (format!("2025 {long}"), ""),
    ] {
        let wrapped = wrap(&line);
        let mut lines = wrapped.lines();
        assert!(lines.next().is_some_and(|first| line.starts_with(first)));
        for next in lines {
            assert!(next.chars().count() <= WIDTH, "{next}");
            assert!(
                next.starts_with(&format!("{hang}ord")),
                "{next:?} in {line}"
            );
        }
    }
}

#[test]
fn blank_lines_stand_alone_and_long_words_stay_whole() {
    assert_eq!(wrap("\n\na\n\n\n\nb  \n\n"), "a\n\nb\n");
    let path = "x".repeat(100);
    assert_eq!(wrap(&format!("  {path}")), format!("  {path}\n"));
}
