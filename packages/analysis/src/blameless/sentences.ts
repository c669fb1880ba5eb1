/** A range of a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Maximum length of a sentence in UTF-16 units. Longer sentences are split, which bounds the time per sentence. */
const maxSentenceLength = 600;
/** Minimum length (UTF-16 units) of a line that may continue in the next; after a shorter line, a sentence begins. */
const minWrappedLength = 50;
/** Matches a sentence's end. A punctuation run matches only from its first character, to avoid quadratic time. */
const ending = /(?<![.!?])[.!?]+[)\]*_]{0,3}\s+|\|/gu;
const abbreviation = /\b(?:e\.g|i\.e|vs|etc|approx|cf)\.\s+$/iu;
/** Matches the beginning of a list item, a heading or a timeline entry. */
const beginning = /^[ \t]{0,12}(?:[-*+•] |\d{1,3}[.)] |#{1,6} |\d{1,2}:\d\d)/u;

/** Lists the ranges of a text's sentences in order; a sentence may continue in the next line of wrapped text. */
export function listSentences(text: string): TextRange[] {
  const spans: TextRange[] = [];
  for (const block of listBlocks(text)) {
    let start = block.start;
    for (const match of text.slice(block.start, block.end).matchAll(ending)) {
      const end = block.start + match.index + match[0].length;
      if (abbreviation.test(text.slice(Math.max(start, end - 12), end))) continue;
      cut(text, { start, end }, spans);
      start = end;
    }
    cut(text, { start, end: block.end }, spans);
  }
  return spans;
}

/** Lists blocks of lines that were wrapped from one paragraph or list item. */
function listBlocks(text: string): TextRange[] {
  const blocks: TextRange[] = [];
  let start = 0;
  let at = 0;
  let before = '';
  for (const line of text.split('\n')) {
    const continues =
      before.length >= minWrappedLength && line.trim() !== '' && !beginning.test(line) && !isHeading(line);
    if (!continues && at > start) {
      blocks.push({ start, end: at });
      start = at;
    }
    before = /^[ \t]*#/u.test(line) ? '' : line;
    at += line.length + 1;
  }
  blocks.push({ start, end: text.length });
  return blocks;
}

/** Returns whether a line is a heading in plain text: at most five words, all capitalised. */
function isHeading(line: string): boolean {
  const words = line.trim().slice(0, 60).split(' ');
  return (
    line.length < minWrappedLength &&
    words.length <= 5 &&
    words.every((word) => /^\p{Lu}/u.test(word)) &&
    !/[.,;]$/u.test(line)
  );
}

function cut(text: string, { start, end }: TextRange, spans: TextRange[]): void {
  let from = start;
  while (from < end) {
    const piece = text.slice(from, Math.min(end, from + maxSentenceLength));
    const blank = from + piece.length < end ? piece.lastIndexOf(' ') : -1;
    const length = blank > 0 ? blank : piece.length;
    const sentence = text.slice(from, from + length);
    const first = sentence.length - sentence.trimStart().length;
    const last = sentence.trimEnd().length;
    if (last > first) spans.push({ start: from + first, end: from + last });
    from += length;
  }
}
