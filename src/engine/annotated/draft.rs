//! One draft, annotated: which remark is beside which sentence, and what is said about the draft as a whole.

use std::collections::VecDeque;
use std::ops::Range;

use super::cutting::{NotedRange, WrittenText, cut};
use super::judged::JudgedDraft;
use super::remark::{Placed, joined, of_finding_in};
use super::style::styles_of;
use crate::draft::{Block, BlockKind, CodeBlock, Emphasis, Format, as_written, blocks, code_blocks, styles};
use crate::model::{
    AnnotatedDraft, Base, BlockShape, Code, Finding, Note, Piece, PieceSort, Remark, ShownBlock, TextStyle,
};
use crate::text::{File, Span};
use crate::time::Day;

/// How many blocks may precede the title.
const BEFORE_TITLE: usize = 2;

/// A part of the file of which something is said, and what.
#[derive(Debug, Default)]
struct MarkedSpan {
    span: Span,
    remarks: Vec<Placed>,
}

/// The draft in `file`, with its reading and the `findings` about it.
#[must_use]
pub fn annotate(
    base: &Base,
    judged: JudgedDraft,
    path: String,
    file: &File,
    as_of: Day,
    findings: &[&Finding],
) -> AnnotatedDraft {
    let format = Format::of(file.path()).unwrap_or(Format::Plain);
    let styles = styles(file.text(), format);
    let draft = AnnotatedDraft {
        path,
        title: judged.reading.title.clone(),
        title_block: None,
        date: judged.reading.date,
        language: judged.reading.language.clone(),
        as_of: judged.reading.as_of.unwrap_or(as_of),
        coverage: judged.coverage,
        blocks: Vec::new(),
        notes: Vec::new(),
        remarks: Vec::new(),
    };
    let (spots, remarks) = spots(base, judged, findings);
    let mut builder = DraftBuilder {
        text: file.text(),
        spots: spots.into(),
        code: code_blocks(file.text(), format).into(),
        emphasis: styles.emphasis.into(),
        items: styles.items.into(),
        number: None,
        stated_title: None,
        placed: Vec::new(),
        draft: AnnotatedDraft { remarks, ..draft },
    };
    blocks(file.text(), format, &mut |block| builder.block(block));
    builder.finish()
}

/// What is said about each sentence, and of none in particular. `findings` are in order.
fn spots(base: &Base, judged: JudgedDraft, findings: &[&Finding]) -> (Vec<MarkedSpan>, Vec<Remark>) {
    let JudgedDraft { reading, remarks, .. } = judged;
    let (whole, placed): (Vec<&Finding>, Vec<&Finding>) = findings.iter().copied().partition(|finding| {
        finding.code.spoils_run() || matches!(finding.code, Code::UndatedDraft | Code::MalformedHead)
    });
    let mut of_sentence: Vec<Vec<&Finding>> = vec![Vec::new(); reading.sentences.len()];
    let mut spots = Vec::new();
    for finding in placed {
        let span = finding.site.place.span;
        match reading.sentence_at(span) {
            Some(at) => of_sentence[at].push(finding),
            None => {
                spots.push(MarkedSpan {
                    span,
                    remarks: vec![(of_finding_in(finding, reading.file), Vec::new())],
                });
            }
        }
    }
    for ((sentence, remarks), findings) in reading.sentences.iter().zip(remarks).zip(of_sentence) {
        let remarks = joined(base, remarks, findings);
        if !remarks.is_empty() {
            spots.push(MarkedSpan { span: sentence.span, remarks });
        }
    }
    spots.sort_by_key(|spot| spot.span);
    (spots, whole.into_iter().map(|finding| of_finding_in(finding, reading.file)).collect())
}

/// A draft that is being put together, block by block. Queues hold what has not reached its block yet.
struct DraftBuilder<'t> {
    text: &'t str,
    spots: VecDeque<MarkedSpan>,
    code: VecDeque<CodeBlock>,
    emphasis: VecDeque<(Span, Emphasis)>,
    /// The items of lists, with their numbers.
    items: VecDeque<(u32, Option<u64>)>,
    /// The number of the item at hand.
    number: Option<u64>,
    /// The title that the head states, as long as no heading has been seen.
    stated_title: Option<String>,
    /// What has reached its block: its place, and its note.
    placed: Vec<(Span, usize)>,
    draft: AnnotatedDraft,
}

impl DraftBuilder<'_> {
    fn block(&mut self, block: &Block) {
        let whole = block.map.span(0..block.text.len());
        self.code_before(whole.start);
        let mut cuts = Vec::new();
        while let Some(spot) = self.spots.pop_front_if(|spot| spot.span.start < whole.end) {
            let range = block.map.text(spot.span, block.text.len());
            let start = range.start.max(cuts.last().map_or(0, |last: &NotedRange| last.range.end));
            // What is in no block is reported about the draft.
            if spot.span.end <= whole.start || range.end <= start {
                self.draft.remarks.extend(spot.remarks.into_iter().map(|(remark, _)| remark));
                continue;
            }
            cuts.push(self.note(spot, start..range.end, block));
        }
        let letters = as_written(block, self.text);
        let styles = styles_of(block, &mut self.emphasis);
        let written = WrittenText { letters: &letters, marks: &block.notes, styles: &styles };
        let pieces = cut(&block.text, &cuts, written);
        let shape = self.shape(&block.kind, whole.start);
        if matches!(shape, BlockShape::Heading(_)) {
            self.heading(&block.text, block.kind == BlockKind::Title);
        }
        self.draft.blocks.push(ShownBlock {
            shape,
            quoted: block.quoted,
            depth: block.depth,
            language: block.language.clone(),
            pieces,
        });
    }

    /// Makes the first heading the title where there is no other, and knows it as such where it is. What the head states is
    /// shown unless the text has it as a heading.
    fn heading(&mut self, text: &str, is_in_head: bool) {
        if !is_in_head && self.stated_title.take_if(|stated| stated == text).is_some() {
            let stated = self.draft.title_block.take().filter(|at| !self.has_note(*at));
            if let Some(at) = stated {
                self.draft.blocks.remove(at);
            }
        } else if is_in_head {
            self.stated_title = Some(text.to_owned());
        }
        let before = &self.draft.blocks;
        let title = self.draft.title.get_or_insert_with(|| text.to_owned());
        let is_heading = |block: &ShownBlock| matches!(block.shape, BlockShape::Heading(_));
        if title == text && before.len() <= BEFORE_TITLE && !before.iter().any(is_heading) {
            self.draft.title_block = Some(before.len());
        }
    }

    fn has_note(&self, block: usize) -> bool {
        self.draft
            .blocks
            .get(block)
            .is_some_and(|block| block.pieces.iter().any(|piece| piece.note.is_some()))
    }

    /// What the next block is, which begins at byte `start` of the file.
    fn shape(&mut self, kind: &BlockKind, start: u32) -> BlockShape {
        let mut begins = false;
        while let Some((_, number)) = self.items.pop_front_if(|(item, _)| *item <= start) {
            (self.number, begins) = (number, true);
        }
        match kind {
            BlockKind::Heading(level) => BlockShape::Heading(*level),
            BlockKind::Paragraph => BlockShape::Paragraph,
            BlockKind::Item | BlockKind::Term | BlockKind::Definition => {
                BlockShape::Item { number: self.number, begins }
            }
            BlockKind::Row { header } => BlockShape::Row { header: *header },
            BlockKind::Footnote(label) => BlockShape::Footnote(label.clone()),
            BlockKind::Title if self.draft.blocks.is_empty() => BlockShape::Heading(1),
            BlockKind::Title | BlockKind::Description | BlockKind::Caption => BlockShape::Caption,
        }
    }

    /// Makes a note of a spot that lies at `range` of its block.
    fn note(&mut self, spot: MarkedSpan, range: Range<usize>, block: &Block) -> NotedRange {
        let note = self.draft.notes.len();
        self.placed.push((spot.span, note));
        let mut words = Vec::new();
        let mut remarks = Vec::with_capacity(spot.remarks.len());
        for (at, (remark, spans)) in spot.remarks.into_iter().enumerate() {
            let many = spans.len();
            words.extend(spans.into_iter().map(|span| (block.map.text(span, block.text.len()), many, at)));
            remarks.push(remark);
        }
        // Words that several remarks share go to the one that rests on fewest: of a list ("certified for A, B and C") each
        // name but the first comes with the words of the first.
        words.sort_by_key(|(range, many, at)| (range.start, *many, *at, range.end));
        let words = words.into_iter().map(|(range, _, at)| (range, at)).collect();
        self.draft.notes.push(Note { remarks });
        NotedRange { range, note, words }
    }

    /// The blocks of code that begin before byte `until` of the file.
    fn code_before(&mut self, until: u32) {
        while let Some(code) = self.code.pop_front_if(|code| code.span.start < until) {
            let text = code.text.trim_end().to_owned();
            let (sort, style) = (PieceSort::Unread, TextStyle::default());
            self.draft.blocks.push(ShownBlock {
                shape: BlockShape::Code,
                quoted: false,
                depth: 0,
                language: None,
                pieces: vec![Piece { text, sort, style, note: None, remark: None }],
            });
        }
    }

    fn finish(mut self) -> AnnotatedDraft {
        self.code_before(u32::MAX);
        let left = self.spots.drain(..).flat_map(|spot| spot.remarks);
        self.draft.remarks.extend(left.map(|(remark, _)| remark));
        let placed = &self.placed;
        let remarks = self.draft.notes.iter_mut().flat_map(|note| &mut note.remarks);
        for sentence in remarks.flat_map(|remark| &mut remark.sentences) {
            let at = placed.partition_point(|(span, _)| span.start <= sentence.span.start);
            let found = at.checked_sub(1).and_then(|at| placed.get(at));
            sentence.note = found.filter(|(span, _)| sentence.span.end <= span.end).map(|(_, note)| *note);
        }
        self.draft
    }
}
