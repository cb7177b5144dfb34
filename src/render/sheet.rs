//! A page for people, being built: headings, paragraphs and labelled fields, wrapped to a width and perhaps coloured.
//!
//! Knows nothing of claims. Everything that comes from files is made safe to print here.

use super::{Style, plain};

/// The narrowest width that can be laid out, and the widest that is readable.
const WIDTHS: (usize, usize) = (40, 110);

/// The colour of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    Plain,
    /// To be found first.
    Strong,
    /// To be overlooked.
    Faint,
    /// In order.
    Good,
    /// To be looked at.
    Doubtful,
    /// Wrong.
    Bad,
    /// A link.
    Link,
}

impl Tone {
    /// `text` in this tone.
    #[must_use]
    pub fn paint(self, text: &str, color: bool) -> String {
        let code = match self {
            Self::Plain => return text.to_owned(),
            Self::Strong => "1",
            Self::Faint => "2",
            Self::Good => "32",
            Self::Doubtful => "33",
            Self::Bad => "31",
            Self::Link => "36",
        };
        if color && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// A page.
#[derive(Debug)]
pub struct Sheet {
    style: Style,
    text: String,
}

impl Sheet {
    /// An empty page.
    #[must_use]
    pub fn new(style: Style) -> Self {
        Self { style, text: String::new() }
    }

    /// How it looks.
    #[must_use]
    pub fn style(&self) -> Style {
        self.style
    }

    /// How many columns there are for text.
    #[must_use]
    pub fn width(&self) -> usize {
        self.style.width.clamp(WIDTHS.0, WIDTHS.1)
    }

    /// An empty line, unless the page is empty or the last line is.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line as it is, without wrapping: what was laid out before.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A heading after a gap.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.paragraph(0, Tone::Strong, text);
    }

    /// A paragraph, `indent` columns in.
    pub fn paragraph(&mut self, indent: usize, tone: Tone, text: &str) {
        self.hanging(indent, &" ".repeat(indent), Tone::Plain, tone, text);
    }

    /// A paragraph after a mark ("-", "1."), its further lines below the first word.
    pub fn item(&mut self, indent: usize, mark: &str, tone: Tone, text: &str) {
        let lead = format!("{}{mark} ", " ".repeat(indent));
        self.hanging(lead.chars().count(), &lead, Tone::Plain, tone, text);
    }

    /// A field: its label in a column `width` wide, and beside it the text.
    pub fn field(&mut self, indent: usize, width: usize, label: &str, tone: Tone, text: &str) {
        let lead = format!("{}{label:<width$} ", " ".repeat(indent));
        self.hanging(indent + width + 1, &lead, Tone::Faint, tone, text);
    }

    /// A paragraph beside a drawing that is `columns` wide and `indent` columns in.
    pub fn beside(&mut self, indent: usize, drawing: &str, columns: usize, tone: Tone, text: &str) {
        let lead = format!("{}{drawing}  ", " ".repeat(indent));
        self.hanging(indent + columns + 2, &lead, Tone::Plain, tone, text);
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The page as text.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    fn hanging(&mut self, indent: usize, lead: &str, lead_tone: Tone, tone: Tone, text: &str) {
        let color = self.style.color;
        // However narrow it is, a few words must fit beside the indent.
        let width = self.width().saturating_sub(indent).max(20);
        let mut lead = lead_tone.paint(lead, color && !lead.trim().is_empty());
        for paragraph in plain::log_lines(text).split('\n') {
            for line in plain::wrapped(paragraph, width).split('\n') {
                self.line(&format!("{lead}{}", tone.paint(line, color)));
                lead = " ".repeat(indent);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn narrow() -> Sheet {
        Sheet::new(Style { width: 40, ..Style::default() })
    }

    #[test]
    fn fields_hang_below_their_text() {
        let mut sheet = narrow();
        sheet.field(
            2,
            8,
            "Holds",
            Tone::Plain,
            "from 23 January 2023 until 21 January 2025, as far as is known",
        );
        let text = sheet.finish();
        assert_eq!(
            text,
            "  Holds    from 23 January 2023 until 21\n           January 2025, as far as is\n           known\n"
        );
    }

    #[test]
    fn gaps_do_not_add_up() {
        let mut sheet = narrow();
        sheet.gap();
        sheet.heading("One");
        sheet.gap();
        sheet.heading("Two");
        assert_eq!(sheet.finish(), "One\n\nTwo\n");
    }

    #[test]
    fn colour_is_put_around_lines() {
        let mut sheet = Sheet::new(Style { color: true, ..Style::default() });
        sheet.paragraph(2, Tone::Bad, "wrong\u{1b}[0m");
        assert_eq!(sheet.finish(), "  \u{1b}[31mwrong\u{fffd}[0m\u{1b}[0m\n");
    }
}
