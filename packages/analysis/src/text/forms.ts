import { groupBy } from '../collections/group-by.ts';
import type { Lines } from './lines.ts';
import { isMachineMade, splitLine } from './machine-line.ts';

/** Words in a row that make a piece of a form recognisable. */
const pieceLength = 3;
/** Under so many different titles a piece is part of a form: share of all titles, and least number. */
const formShare = 0.02;
const formCount = 10;
/** A power of two. */
const places = 2 ** 20;
const hashStart = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;
const word = /\p{L}+/gu;
const notLetters = /[^\p{L}]+/gu;
/** A sentence or row that stands under titles of so many subjects is boilerplate, whoever wrote it: share of all titles, and least number. */
const repeatedShare = 0.01;
const repeatedCount = 3;
/** A word that a larger share of the titles has names no subject. */
const commonShare = 0.1;

/**
 * Learns the forms that an organisation writes into from what it wrote, and takes them out: the questions of a template, a
 * footer, the standing phrases of a status page. They are whole sentences and rows that recur under titles of several subjects, and pieces of
 * three words that stand under many different titles. An alert that comes a hundred times is none: it stands under one.
 * @param titles of each document: two texts under one title are one witness
 * @returns by position each line with words that belong to a piece of a form as spaces
 */
export function removeForms({ lines, documents }: Lines, titles: readonly string[]): string[] {
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
 * Finds the sentences and rows that recur under titles of several subjects. Two titles have one subject where they share a word that few titles
 * have: a sentence that recurs under titles of one subject tells of the failure that recurs. Titles, and lines that machines write, are kept.
 * @returns their positions
 */
function findRepeated({ lines, documents }: Lines, titles: readonly string[]): ReadonlySet<number> {
  const keys = lines.map((line) => line.toLowerCase().replace(notLetters, ' ').trim());
  const subjectsOf = createSubjects(titles);
  const least = Math.max(repeatedCount, repeatedShare * new Set(titles).size);
  const under = new Map<string, Set<string>>();
  const heads = new Set(titles);
  for (const [at, positions] of documents.entries()) {
    for (const position of positions.slice(1)) {
      const key = keys[position] as string;
      const known = under.get(key);
      if (known === undefined) under.set(key, new Set([titles[at] as string]));
      else known.add(titles[at] as string);
    }
  }
  const boilerplate = new Set(
    [...under].flatMap(([key, own]) =>
      key !== '' && !heads.has(key) && own.size >= least && subjectsOf([...own]) >= least ? [key] : [],
    ),
  );
  return new Set(
    lines.flatMap((line, position) => {
      if (!boilerplate.has(keys[position] as string)) return [];
      const split = splitLine(line);
      return split !== null && isMachineMade(line, split) ? [] : [position];
    }),
  );
}

/** Counts the subjects of titles: each title that shares no telling word with one before it. */
function createSubjects(titles: readonly string[]): (some: readonly string[]) => number {
  const different = [...new Set(titles)];
  const wordsOf = new Map(different.map((title) => [title, new Set(title.match(word))]));
  const counts = new Map<string, number>();
  for (const words of wordsOf.values()) for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  const most = Math.max(1, commonShare * different.length);
  const isInformative = (one: string) => one.length >= 3 && (counts.get(one) ?? 0) <= most;
  return (some) => {
    const told = new Set<string>();
    let subjects = 0;
    for (const title of some) {
      const words = [...(wordsOf.get(title) ?? [])].filter(isInformative);
      if (!words.some((one) => told.has(one))) subjects += 1;
      for (const one of words) told.add(one);
    }
    return subjects;
  };
}

/** @param titles the pieces that stand under each, as often as they do */
function findForms(titles: readonly (readonly number[])[]): Set<number> {
  const least = Math.max(formCount, formShare * titles.length);
  // No piece is met more often than all those that share its place, so that few are left to count one by one.
  const met = new Uint32Array(places);
  const locationOf = (piece: number) => piece & (places - 1);
  for (const pieces of titles) {
    for (const piece of pieces) met[locationOf(piece)] = (met[locationOf(piece)] as number) + 1;
  }
  const counts = new Map<number, number>();
  for (const pieces of titles) {
    const often = pieces.filter((piece) => (met[locationOf(piece)] as number) > least);
    for (const piece of new Set(often)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([piece, count]) => (count > least ? [piece] : [])));
}

/** Hashes of each run of three words, by where it begins; FNV-1a of the words, and of their hashes. */
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
