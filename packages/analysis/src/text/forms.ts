import { groupBy } from '../collections/group-by.ts';
import type { Lines } from './lines.ts';
import { isMachineWrittenLine, tokeniseLine } from './machine-line.ts';
import { countDocumentsByTerm } from './tf-idf.ts';

const pieceLength = 3;
/** A three-word run is boilerplate if it occurs under more than `formCount` titles and this share of all titles. */
const formShare = 0.02;
const formCount = 10;
/** Number of slots in the table that counts word runs; a power of two. */
const slotCount = 2 ** 20;
const hashStart = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;
const word = /\p{L}+/gu;
const notLetters = /[^\p{L}]+/gu;
/**
 * A line is boilerplate if it occurs under titles of at least n subjects, where n is this share of the number of all
 * titles, but at least `repeatedCount`.
 */
const repeatedShare = 0.01;
const repeatedCount = 3;
/** A word that occurs in more than this share of the titles does not identify a subject. */
const commonShare = 0.1;

/**
 * Removes an organisation's boilerplate, such as a footer or the questions of a template: lines that recur in documents
 * about several subjects, and runs of three words that occur under many titles. Keeps an alert that repeats under one
 * title.
 * @param titles the title of each document; documents with equal titles count once
 * @returns the lines in their order, with spaces in place of boilerplate
 */
export function removeBoilerplate({ lines, documents }: Lines, titles: readonly string[]): string[] {
  const repeated = findRepeated({ lines, documents }, titles);
  const pieces = lines.map((line) => listPieces(line.match(word) ?? []));
  const byTitle = groupBy(documents.entries(), ([at]) => [titles[at] as string]);
  const forms = findForms(
    Array.from(byTitle.values(), (under) => {
      const written = new Set(under.flatMap(([, positions]) => positions));
      return Array.from(written, (position) => pieces[position] as number[]).flat();
    }),
  );
  return lines.map((line, position) => {
    if (repeated.has(position)) return ' ';
    const covered = new Set<number>();
    pieces[position]?.forEach((piece, start) => {
      if (forms.has(piece)) for (let at = start; at < start + pieceLength; at++) covered.add(at);
    });
    if (covered.size === 0) return line;
    let at = -1;
    return line.replace(word, (one) => {
      at += 1;
      return covered.has(at) ? ' ' : one;
    });
  });
}

/**
 * Finds lines that recur in documents about several subjects. Keeps a line that recurs under a single subject, since it
 * describes a recurring failure. Ignores titles, and lines that a program wrote.
 * @returns indices of the lines
 */
function findRepeated({ lines, documents }: Lines, titles: readonly string[]): ReadonlySet<number> {
  const keys = lines.map((line) => line.toLowerCase().replace(notLetters, ' ').trim());
  const subjectsOf = createSubjects(titles);
  const minTitles = Math.max(repeatedCount, repeatedShare * new Set(titles).size);
  const under = new Map<string, Set<string>>();
  const heads = new Set(titles);
  for (const [at, positions] of documents.entries()) {
    for (const position of positions.slice(1)) {
      const key = keys[position] as string;
      under.set(key, (under.get(key) ?? new Set()).add(titles[at] as string));
    }
  }
  const boilerplate = new Set(
    [...under].flatMap(([key, own]) =>
      key !== '' && !heads.has(key) && own.size >= minTitles && subjectsOf([...own]) >= minTitles ? [key] : [],
    ),
  );
  return new Set(
    lines.flatMap((line, position) => {
      if (!boilerplate.has(keys[position] as string)) return [];
      const split = tokeniseLine(line);
      return split !== null && isMachineWrittenLine(line, split) ? [] : [position];
    }),
  );
}

/** Returns a function that counts the subjects of titles. Titles that share a rare word have the same subject. */
function createSubjects(titles: readonly string[]): (selected: readonly string[]) => number {
  const different = [...new Set(titles)];
  const wordsOf = new Map(different.map((title) => [title, new Set(title.match(word))]));
  const counts = countDocumentsByTerm(wordsOf.values());
  const maxCount = Math.max(1, commonShare * different.length);
  const isInformative = (one: string) => one.length >= 3 && (counts.get(one) ?? 0) <= maxCount;
  return (selected) => {
    const seen = new Set<string>();
    let subjects = 0;
    for (const title of selected) {
      const words = [...(wordsOf.get(title) ?? [])].filter(isInformative);
      if (!words.some((one) => seen.has(one))) subjects += 1;
      for (const one of words) seen.add(one);
    }
    return subjects;
  };
}

/** Returns the hashes of the word runs that occur under many titles, given the hashes of all runs under each title. */
function findForms(titles: readonly (readonly number[])[]): Set<number> {
  const minTitles = Math.max(formCount, formShare * titles.length);
  // Several runs may share a slot, so a slot's count can only be too high. Runs in slots with a high count are counted
  // again.
  const slotCounts = new Uint32Array(slotCount);
  const slotOf = (piece: number) => piece & (slotCount - 1);
  for (const pieces of titles) {
    for (const piece of pieces) slotCounts[slotOf(piece)] = (slotCounts[slotOf(piece)] as number) + 1;
  }
  const counts = countDocumentsByTerm<number>(
    titles.map((pieces) => pieces.filter((piece) => (slotCounts[slotOf(piece)] as number) > minTitles)),
  );
  return new Set<number>([...counts].flatMap(([piece, count]) => (count > minTitles ? [piece] : [])));
}

/** Returns a hash for each run of three words: FNV-1a over the FNV-1a hashes of the words. */
function listPieces(words: readonly string[]): number[] {
  if (words.length < pieceLength) return [];
  const hashes = words.map(hashWord);
  return hashes.slice(pieceLength - 1).map((_, start) => {
    let hash = hashStart;
    for (let at = start; at < start + pieceLength; at++) hash = Math.imul(hash ^ (hashes[at] as number), hashFactor);
    return hash;
  });
}

function hashWord(written: string): number {
  const lower = written.toLowerCase();
  let hash = hashStart;
  for (let at = 0; at < lower.length; at++) hash = Math.imul(hash ^ lower.charCodeAt(at), hashFactor);
  return hash;
}
