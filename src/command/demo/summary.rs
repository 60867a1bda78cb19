//! What the demo says at its end: what came out, and where to look.

use std::fmt::Write as _;
use std::path::Path;

use crate::run::{Headline, Summary};

/// The closing words of the demo.
pub(super) fn told(dir: &Path, organisation: &str, summary: &Summary) -> String {
    let mut text = format!(
        "\n{organisation} (oppdiktet), grunnlagsår {}, per {}\n\n",
        summary.basis_year, summary.today
    );
    let read = summary.files_new - summary.files_unreadable;
    let _ = writeln!(
        text,
        "  {} filer i innboksen, {read} lest, {} kunne ikke leses",
        summary.files_new + summary.files_again,
        summary.files_unreadable
    );
    if let Some(headline) = &summary.headline {
        write_figures(&mut text, headline);
    }
    let sent: u32 = summary.letters.iter().map(|(_, count)| count).sum();
    let look = [
        (
            summary.workbook.as_deref().map_or_else(String::new, shown),
            "arbeidsboken til søknaden".to_owned(),
        ),
        (
            dir.join("outbox").display().to_string(),
            format!("{sent} brev til lag, rådgivere og økonomi"),
        ),
        (
            format!("samlerapport status --dir {}", dir.display()),
            "hvem har levert hva".to_owned(),
        ),
        (
            format!(
                "samlerapport trace --dir {} --figure activity-days",
                dir.display()
            ),
            "hver dag tilbake til fil og rad".to_owned(),
        ),
    ];
    text.push_str("\nSe på\n");
    for (what, why) in look {
        let _ = writeln!(text, "  {what:<62} {why}");
    }
    text
}

/// A path as short as the reader can use it: from where the command was given.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let path = path.strip_prefix(&here).unwrap_or(path);
    path.display().to_string()
}

fn write_figures(text: &mut String, headline: &Headline) {
    let _ = writeln!(
        text,
        "  {} av {} lag har levert, {} teller med\n",
        headline.chapters_delivered, headline.chapters_expected, headline.chapters_counted
    );
    let width = headline
        .regions
        .iter()
        .map(|region| region.name.chars().count())
        .max()
        .unwrap_or(0)
        .max(10);
    let _ = writeln!(
        text,
        "  {:<width$}  {:>9}  {:>16}  {:>12}",
        "Område", "Lag", "Aktivitetsdager", "Likepersoner"
    );
    for region in &headline.regions {
        let chapters = format!("{}/{}", region.chapters_counted, region.chapters_expected);
        let _ = writeln!(
            text,
            "  {:<width$}  {chapters:>9}  {:>16}  {:>12}",
            region.name, region.activity_days, region.peer_supporters
        );
    }
    let chapters = format!(
        "{}/{}",
        headline.chapters_counted, headline.chapters_expected
    );
    let _ = writeln!(
        text,
        "  {:<width$}  {chapters:>9}  {:>16}  {:>12}\n",
        "I alt", headline.activity_days, headline.peer_supporters
    );
    let _ = writeln!(
        text,
        "  Rader    {} medregnet, {} holdt tilbake, {} til avklaring, {} mangelfulle, {} ikke medregnet",
        headline.rows_counted,
        headline.rows_held,
        headline.rows_waiting,
        headline.rows_incomplete,
        headline.rows_excluded
    );
    let _ = writeln!(
        text,
        "  Poeng    {} brutto, {},{} netto",
        headline.gross_points,
        headline.net_tenths / 10,
        headline.net_tenths % 10
    );
    let _ = writeln!(
        text,
        "  Mangler  {}, verdt minst {} poeng",
        headline.gaps, headline.gap_points
    );
}
