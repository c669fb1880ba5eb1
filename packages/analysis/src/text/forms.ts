import { groupBy } from '../group-by.ts';
import type { Lines } from './lines.ts';

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

/**
 * Learns the forms that an organisation writes into from what it wrote, and takes them out: the questions of a template, a
 * footer, the standing phrases of a status page. They are the pieces of three words that stand under many different titles; an
 * alert that comes a hundred times is none, it stands under one.
 * @param titles of each document: two texts under one title are one witness
 * @returns by position each line with words that belong to a piece of a form as spaces
 */
export function removeForms({ lines, documents }: Lines, titles: readonly string[]): string[] {
  const pieces = lines.map((line) => listPieces(line.match(word) ?? []));
  const byTitle = groupBy(documents.entries(), ([at]) => [titles[at] as string]);
  const forms = findForms(
    Array.from(byTitle.values(), (under) => {
      const written = new Set(under.flatMap(([, positions]) => positions));
      return Array.from(written, (position) => pieces[position] as number[]).flat();
    }),
  );
  return lines.map((line, position) => {
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

/** @param titles the pieces that stand under each, as often as they do */
function findForms(titles: readonly (readonly number[])[]): Set<number> {
  const least = Math.max(formCount, formShare * titles.length);
  // No piece is met more often than all those that share its place, so that few are left to count one by one.
  const met = new Uint32Array(places);
  const placeOf = (piece: number) => piece & (places - 1);
  for (const pieces of titles) {
    for (const piece of pieces) met[placeOf(piece)] = (met[placeOf(piece)] as number) + 1;
  }
  const counts = new Map<number, number>();
  for (const pieces of titles) {
    const often = pieces.filter((piece) => (met[placeOf(piece)] as number) > least);
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
