import type { WordingFinding } from '@refrain/domain';
import { applyWordingEdits, findBlamingWords } from './find-blaming-words.ts';

/** Minimum length of a checked sentence in UTF-16 units. Shorter ones are skipped to save time. */
const minSentenceLength = 8;

/**
 * Finds words that blame a person, in text order and without overlap. Based on work about blameless post-mortems: John
 * Allspaw, Google's SRE book, the Howie guide, and Sidney Dekker.
 */
export function checkWording(text: string): WordingFinding[] {
  const visible = maskQuotations(text);
  return listSentences(visible).flatMap(({ start, end }) => {
    if (end - start < minSentenceLength) return [];
    const written = text.slice(start, end);
    const findings = findBlamingWords({ written, visible: visible.slice(start, end) });
    if (findings.length === 0) return [];
    const reworded = applyWordingEdits(written, findings).replace(/\s+/gu, ' ').trim();
    return findings.map((finding) => ({
      start: start + finding.start,
      end: start + finding.end,
      words: written.slice(finding.start, finding.end),
      kind: finding.kind,
      reason: finding.reason,
      suggestion: finding.question ?? reworded,
      edit:
        finding.edit === null
          ? null
          : { start: start + finding.edit.start, end: start + finding.edit.end, text: finding.edit.text },
    }));
  });
}

/** The character that replaces each masked character. It is from Unicode's private use area, so no rule matches it. */
const hidden = '\uE000';

/**
 * Each regular expression takes linear time, because its quantifiers are bounded or repeat characters that the next part cannot
 * match.
 */
const inline: readonly RegExp[] = [
  /`[^`\n]{1,500}`/gu,
  /\b[a-z][a-z+.-]{1,10}:\/\/[^\s<>"')\]]{0,2000}[^\s<>"')\].,;:!?]/giu,
  /"[^"\n]{1,400}"/gu,
  /“[^”\n]{1,400}”/gu,
  /«[^»\n]{1,400}»/gu,
  /‘[^’\n]{1,200}’(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])'[^'\n]{1,200}'(?![\p{L}\p{N}])/gu,
];

const fence = /^[ \t]{0,12}(?:`{3}|~{3})/u;
const quoted = /^[ \t]{0,12}>/u;
/** Matches a log line: a time with seconds, a level in capitals, a stack frame or `key=value` pairs. */
const logLine =
  /^[ \t]{0,12}(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|\[?[A-Z] \d{4}-\d\d-\d\d|\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)\b[\]: ]|at [\w$.<>]{1,200}\(|Traceback \(|\w{1,40}=\S{1,200} \w{1,40}=|[$#%] \w)/u;

/** Masks code, quotations, URLs and log lines with characters that no rule matches. Keeps the length of the text. */
function maskQuotations(text: string): string {
  let inFence = false;
  const lines = text.split('\n').map((line) => {
    const isFence = fence.test(line);
    const isHidden = inFence || isFence || quoted.test(line) || logLine.test(line);
    if (isFence) inFence = !inFence;
    // Replaces each character of a masked line by a line break, which ends the sentence before the line.
    return isHidden ? '\n'.repeat(line.length) : line;
  });
  return inline.reduce(
    (visible, pattern) => visible.replace(pattern, (found) => hidden.repeat(found.length)),
    lines.join('\n'),
  );
}

/** A range of a text, in UTF-16 units. */
interface TextRange {
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
function listSentences(text: string): TextRange[] {
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
