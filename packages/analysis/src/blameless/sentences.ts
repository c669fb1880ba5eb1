/** Where a sentence stands, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units; a longer one is cut, which bounds the time that each takes. */
const maxSentenceLength = 600;
/** A line that is shorter was not wrapped: the next one begins anew. */
const minWrappedLength = 50;
/** From the first of a run of signs on: tried from each of them, a long run would take the square of its length. */
const ending = /(?<![.!?])[.!?]+[)\]*_]{0,3}\s+|\|/gu;
const abbreviation = /\b(?:e\.g|i\.e|vs|etc|approx|cf)\.\s+$/iu;
/** What a line begins with where it begins something: a list, a heading, a time. */
const beginning = /^[ \t]{0,12}(?:[-*+•] |\d{1,3}[.)] |#{1,6} |\d{1,2}:\d\d)/u;

/**
 * The sentences of a text in their order, each as a place without the blanks around it. A wrapped line continues its
 * sentence. Takes time in proportion to the text.
 */
export function listSentences(text: string): Span[] {
  const spans: Span[] = [];
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

/** Lines that belong together. */
function listBlocks(text: string): Span[] {
  const blocks: Span[] = [];
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

/** A few words that all have a capital, as exports write headings. */
function isHeading(line: string): boolean {
  const words = line.trim().slice(0, 60).split(' ');
  return (
    line.length < minWrappedLength &&
    words.length <= 5 &&
    words.every((word) => /^\p{Lu}/u.test(word)) &&
    !/[.,;]$/u.test(line)
  );
}

function cut(text: string, { start, end }: Span, spans: Span[]): void {
  let from = start;
  while (from < end) {
    const piece = text.slice(from, Math.min(end, from + maxSentenceLength));
    const blank = from + piece.length < end ? piece.lastIndexOf(' ') : -1;
    const length = blank > 0 ? blank : piece.length;
    const written = text.slice(from, from + length);
    const first = written.length - written.trimStart().length;
    const last = written.trimEnd().length;
    if (last > first) spans.push({ start: from + first, end: from + last });
    from += length;
  }
}
