//! One draft, annotated: which remark stands beside which sentence, and what is said of the draft as a whole.

use std::collections::VecDeque;

use super::cutting::{Cut, cut};
use super::remark::{gravity, is_of, of_assertion, of_finding_in};
use crate::check::{AboutDraft, Judge};
use crate::draft::{Block, BlockKind, CodeBlock, Format, as_written, blocks, code_blocks, meta};
use crate::engine::accept::Acceptances;
use crate::model::{
    AnnotatedDraft, Code, Finding, Note, Piece, PieceSort, ReadSentence, Reading, Remark, Shape, ShownBlock,
};
use crate::text::{File, Span};
use crate::words::{Choice, Words};

/// A stretch of the file of which something is said, and what.
#[derive(Debug, Default)]
struct Spot {
    span: Span,
    /// Each remark with the words that it is about.
    remarks: Vec<(Remark, Vec<Span>)>,
}

/// The draft in `file`, with what its reading and the `findings` about it come to.
#[must_use]
pub fn annotate(judge: &Judge<'_>, reading: &Reading, file: &File, findings: &[&Finding]) -> AnnotatedDraft {
    let format = Format::of(file.path()).unwrap_or(Format::Plain);
    let (spots, remarks) = spots(judge, reading, findings);
    let mut sheet = Sheet {
        text: file.text(),
        spots: spots.into(),
        code: code_blocks(file.text(), format).into(),
        placed: Vec::new(),
        draft: AnnotatedDraft {
            path: file.path().to_owned(),
            title: meta(file.text(), format).title.map(|title| title.text),
            date: reading.date,
            language: reading.language.clone(),
            as_of: judge.view().as_of.day,
            blocks: Vec::new(),
            notes: Vec::new(),
            remarks,
        },
    };
    blocks(file.text(), format, &mut |block| sheet.block(block));
    sheet.finish()
}

/// What is said of each sentence, and what of none. `findings` stand in order.
fn spots(judge: &Judge<'_>, reading: &Reading, findings: &[&Finding]) -> (Vec<Spot>, Vec<Remark>) {
    let words = Words::new(judge.view().graph.base, Choice::default());
    let (whole, placed): (Vec<&Finding>, Vec<&Finding>) = findings.iter().copied().partition(|finding| {
        finding.code.spoils_run() || matches!(finding.code, Code::UndatedDraft | Code::MalformedHead)
    });
    let mut of_sentence: Vec<Vec<&Finding>> = vec![Vec::new(); reading.sentences.len()];
    let mut spots = Vec::new();
    for finding in placed {
        match sentence_at(&reading.sentences, finding.site.place.span) {
            Some(at) => of_sentence[at].push(finding),
            None => spots.push(Spot {
                span: finding.site.place.span,
                remarks: vec![(of_finding_in(finding, reading.file, words), Vec::new())],
            }),
        }
    }
    let acceptances = Acceptances::new(reading);
    for (sentence, findings) in reading.sentences.iter().zip(of_sentence) {
        let remarks = remarks(judge, AboutDraft { reading, sentence }, findings, &acceptances);
        if !remarks.is_empty() {
            spots.push(Spot { span: sentence.span, remarks });
        }
    }
    spots.sort_by_key(|spot| spot.span);
    (spots, whole.into_iter().map(|finding| of_finding_in(finding, reading.file, words)).collect())
}

/// The sentence in which `span` lies; what has no width belongs to the sentence that it stands behind.
fn sentence_at(sentences: &[ReadSentence], span: Span) -> Option<usize> {
    let before = |sentence: &ReadSentence| {
        sentence.span.start < span.start || !span.is_empty() && sentence.span.start == span.start
    };
    let at = sentences.partition_point(before).checked_sub(1)?;
    (span.end <= sentences.get(at)?.span.end).then_some(at)
}

/// All remarks on a sentence, the gravest first, each with the words that it is about.
fn remarks(
    judge: &Judge<'_>,
    about: AboutDraft<'_>,
    mut findings: Vec<&Finding>,
    acceptances: &Acceptances<'_>,
) -> Vec<(Remark, Vec<Span>)> {
    let mut remarks = Vec::new();
    for assertion in &about.sentence.assertions {
        let own = findings.iter().position(|finding| is_of(judge, finding, assertion));
        let finding = own.map(|own| findings.remove(own));
        let remark = of_assertion(judge, about, assertion, finding, acceptances);
        remarks.push((remark, assertion.words.clone()));
    }
    for finding in findings {
        let spans = vec![finding.site.place.span];
        let words = Words::new(judge.view().graph.base, Choice::default());
        remarks.push((of_finding_in(finding, about.reading.file, words), spans));
    }
    remarks.sort_by_key(|(remark, _)| gravity(remark));
    remarks
}

/// A draft that is being put together, block by block.
struct Sheet<'t> {
    text: &'t str,
    /// What has not come to its block yet.
    spots: VecDeque<Spot>,
    code: VecDeque<CodeBlock>,
    /// What has: its place, and its note.
    placed: Vec<(Span, usize)>,
    draft: AnnotatedDraft,
}

impl Sheet<'_> {
    fn block(&mut self, block: &Block) {
        let whole = block.map.span(0..block.text.len());
        self.code_before(whole.start);
        let mut cuts = Vec::new();
        while let Some(spot) = self.spots.pop_front_if(|spot| spot.span.start < whole.end) {
            let range = block.map.text(spot.span, block.text.len());
            let start = range.start.max(cuts.last().map_or(0, |last: &Cut| last.range.end));
            // What stands in no block is told of the draft.
            if spot.span.end <= whole.start || range.end <= start {
                self.draft.remarks.extend(spot.remarks.into_iter().map(|(remark, _)| remark));
                continue;
            }
            cuts.push(self.note(spot, start..range.end, block));
        }
        let pieces = cut(&block.text, &cuts, &as_written(block, self.text), &block.notes);
        if self.draft.title.is_none() && matches!(block.kind, BlockKind::Heading(_)) {
            self.draft.title = Some(block.text.clone());
        }
        self.draft.blocks.push(ShownBlock {
            shape: shape(&block.kind),
            quoted: block.quoted,
            depth: block.depth,
            language: block.language.clone(),
            pieces,
        });
    }

    /// Makes a note of a spot that lies at `range` of its block.
    fn note(&mut self, spot: Spot, range: std::ops::Range<usize>, block: &Block) -> Cut {
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
        Cut { range, note, words }
    }

    /// The blocks of code that begin before byte `until` of the file.
    fn code_before(&mut self, until: u32) {
        while let Some(code) = self.code.pop_front_if(|code| code.span.start < until) {
            let text = code.text.trim_end().to_owned();
            let piece = Piece { text, sort: PieceSort::Unread, note: None, remark: None };
            self.draft.blocks.push(ShownBlock {
                shape: Shape::Code,
                quoted: false,
                depth: 0,
                language: None,
                pieces: vec![piece],
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

fn shape(kind: &BlockKind) -> Shape {
    match kind {
        BlockKind::Heading(level) => Shape::Heading(*level),
        BlockKind::Paragraph => Shape::Paragraph,
        BlockKind::Item => Shape::Item,
        BlockKind::Row { header } => Shape::Row { header: *header },
        BlockKind::Footnote(label) => Shape::Footnote(label.clone()),
        BlockKind::Caption => Shape::Caption,
    }
}
