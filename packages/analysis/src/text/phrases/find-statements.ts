import { compareStrings } from '../../collections/compare-strings.ts';
import { type CompiledPhrase, compilePhrase, findPhrase, type PhraseMatch } from './compiled-phrase.ts';
import type { WordPositions } from './word-positions.ts';

/** Phrases that state a thing, and weaker ones that only mention it. */
export interface StatementPhrases<Thing> {
  readonly of: Thing;
  readonly phrases: readonly string[];
  readonly hints: readonly string[];
}

export interface StatementMatch<Thing> {
  readonly of: Thing;
  /** Strength of the phrases, in (0, 1.3]: the weight of the strongest phrase, and a part of the others */
  readonly score: number;
  /** Index of the sentence with the strongest phrase */
  readonly sentence: number;
  /** The matched phrases as the library spells them, strongest first */
  readonly phrases: readonly string[];
}

/** A hint counts this much of a phrase that states the thing. */
const hintFactor = 0.3;
/** Other phrases than the strongest add this share of their sum, at most this share of the strongest. */
const otherShare = 0.3;

/** Maximum distance between the first word of a phrase and each other word, as in “the certificate of the gateway had not been renewed” */
const reach = 7;

interface IndexedPhrase {
  readonly phrase: CompiledPhrase;
  readonly factor: number;
  /** Index in the library */
  readonly at: number;
}

export interface CompiledStatements<Thing> {
  readonly things: readonly Thing[];
  /** Phrases by each word of the group with the fewest alternatives, one of which every match has. */
  readonly byWord: ReadonlyMap<string, readonly IndexedPhrase[]>;
}

export function compileStatements<Thing>(library: readonly StatementPhrases<Thing>[]): CompiledStatements<Thing> {
  const byWord = new Map<string, IndexedPhrase[]>();
  const add = (written: string, factor: number, at: number) => {
    const phrase = compilePhrase(written);
    const [rarest] = [...phrase].sort((a, b) => a.size - b.size);
    for (const word of rarest?.keys() ?? []) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [{ phrase, factor, at }]);
      else known.push({ phrase, factor, at });
    }
  };
  for (const [at, { phrases, hints }] of library.entries()) {
    for (const written of phrases) add(written, 1, at);
    for (const written of hints) add(written, hintFactor, at);
  }
  return { things: library.map(({ of }) => of), byWord };
}

/** Lists what the sentences state, strongest first; equally strong statements stay in the order of the library. */
export function findStatements<Thing>(
  { things, byWord }: CompiledStatements<Thing>,
  positions: WordPositions,
): StatementMatch<Thing>[] {
  const candidates = new Map<CompiledPhrase, IndexedPhrase>();
  for (const word of positions.keys()) {
    for (const indexed of byWord.get(word) ?? []) candidates.set(indexed.phrase, indexed);
  }
  const matchesOf = new Map<number, PhraseMatch[]>();
  for (const { phrase, factor, at } of candidates.values()) {
    const match = findPhrase(phrase, positions, reach);
    if (match === null) continue;
    const found = { ...match, weight: match.weight * factor };
    const known = matchesOf.get(at);
    if (known === undefined) matchesOf.set(at, [found]);
    else known.push(found);
  }
  const found = [...matchesOf]
    .sort(([a], [b]) => a - b)
    .map(([at, matches]) => {
      matches.sort((a, b) => b.weight - a.weight || compareStrings(a.words, b.words));
      const [best, ...others] = matches as [PhraseMatch, ...PhraseMatch[]];
      const rest = others.reduce((sum, { weight }) => sum + weight, 0);
      const score = best.weight + otherShare * Math.min(best.weight, rest);
      return { of: things[at] as Thing, score, sentence: best.sentence, phrases: matches.map(({ words }) => words) };
    });
  return found.sort((a, b) => b.score - a.score);
}
