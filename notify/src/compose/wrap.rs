//! Plain text at 72 columns, as every mail program shows it well.

#[cfg(test)]
mod tests;

const WIDTH: usize = 72;

/// Wraps each line under its own beginning: an indent, a dash or a number hangs.
/// Blank lines never come two in a row.
pub(super) fn wrap(text: &str) -> String {
    let mut wrapped = String::with_capacity(text.len() + 64);
    let mut blank = true;
    for line in text.lines() {
        let line = line.trim_end();
        if line.is_empty() {
            if !blank {
                wrapped.push('\n');
            }
            blank = true;
            continue;
        }
        blank = false;
        wrap_line(line, &mut wrapped);
    }
    let end = wrapped.trim_end().len();
    wrapped.truncate(end);
    wrapped.push('\n');
    wrapped
}

/// Takes the empty lines that the templates' own structure leaves out of a page.
pub(super) fn tidy(html: &str) -> String {
    let mut page = String::with_capacity(html.len());
    for line in html
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
    {
        page.push_str(line);
        page.push('\n');
    }
    page
}

fn wrap_line(line: &str, wrapped: &mut String) {
    let body = line.trim_start_matches(' ');
    let indent = line.len() - body.len();
    let hang = indent + marker(body);
    wrapped.extend(std::iter::repeat_n(' ', indent));
    let mut column = indent;
    for (position, word) in body.split(' ').filter(|word| !word.is_empty()).enumerate() {
        let width = word.chars().count();
        if position > 0 {
            if column + 1 + width > WIDTH && column > hang {
                wrapped.push('\n');
                wrapped.extend(std::iter::repeat_n(' ', hang));
                column = hang;
            } else {
                wrapped.push(' ');
                column += 1;
            }
        }
        wrapped.push_str(word);
        column += width;
    }
    wrapped.push('\n');
}

/// The width of "- " or "12. " at the beginning of a line.
fn marker(body: &str) -> usize {
    if body.starts_with("- ") {
        return 2;
    }
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let dot = body.bytes().skip(digits).take(2).eq(*b". ");
    if (1..=3).contains(&digits) && dot {
        digits + 2
    } else {
        0
    }
}
