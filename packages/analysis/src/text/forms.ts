import { remember } from './remember.ts';

/** Words in a row that make a piece of a form recognisable. */
const pieceLength = 4;
/** Under so many different titles a piece is part of a form: share of all titles, and least number. */
const formShare = 0.02;
const formCount = 10;
const word = /\p{L}+/gu;

/** A text with its title: two texts under one title are one witness. */
export interface Titled {
  readonly title: string;
  readonly statements: readonly string[];
}

/**
 * Learns the forms that an organisation writes into from what it wrote: the questions of a template, a footer, the
 * standing phrases of a status page. They are the pieces of four words that stand under many different titles; an
 * alert that comes a hundred times is none, it stands under one.
 * @returns takes the forms out of a text: words that belong to a piece of one become spaces
 */
export function createFormRemover(all: readonly Titled[]): (text: string) => string {
  const listPiecesOf = remember((statement) => listPieces(statement.match(word) ?? []));
  const byTitle = new Map<string, Set<number>>();
  for (const { title, statements } of all) {
    const pieces = byTitle.get(title) ?? new Set();
    byTitle.set(title, pieces);
    for (const statement of statements) for (const piece of listPiecesOf(statement)) pieces.add(piece);
  }
  const counts = new Map<number, number>();
  for (const pieces of byTitle.values()) for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const least = Math.max(formCount, formShare * byTitle.size);
  const forms = new Set<number>();
  for (const [piece, count] of counts) if (count > least) forms.add(piece);

  return (text) => {
    const words = [...text.matchAll(word)];
    const covered = new Set<number>();
    listPieces(words.map(([one]) => one)).forEach((piece, start) => {
      if (forms.has(piece)) for (let at = start; at < start + pieceLength; at++) covered.add(at);
    });
    if (covered.size === 0) return text;
    let at = -1;
    return text.replace(word, (one) => {
      at += 1;
      return covered.has(at) ? ' ' : one;
    });
  };
}

/** FNV-1a hashes of each run of four words, by where it begins. */
function listPieces(words: readonly string[]): number[] {
  const hashes: number[] = [];
  for (let start = 0; start + pieceLength <= words.length; start++) {
    let hash = 0x811c9dc5;
    for (const character of words
      .slice(start, start + pieceLength)
      .join(' ')
      .toLowerCase()) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    hashes.push(hash >>> 0);
  }
  return hashes;
}
