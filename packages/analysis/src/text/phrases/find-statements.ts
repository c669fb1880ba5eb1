import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { type CompiledPhrase, compilePhrase, findPhrase, type PhraseMatch } from './compiled-phrase.ts';
import type { WordPositions } from './word-positions.ts';

/** Phrases that state a thing, and weaker ones that only mention it. */
export interface StatementPhrases<Thing> {
  readonly of: Thing;
  readonly phrases: readonly string[];
  readonly hints?: readonly string[] | undefined;
}

export interface StatementMatch<Thing> {
  readonly of: Thing;
  /** Strength of the phrases, in (0, 1.3]: the weight of the strongest phrase, and a part of the others */
  readonly score: number;
  /** Index of the sentence with the strongest phrase */
  readonly sentence: number;
}

/** A hint counts this much of a phrase that states the thing. */
const hintFactor = 0.3;
/** Other phrases than the strongest add this share of their sum, at most this share of the strongest. */
const otherShare = 0.3;

/**
 * Maximum distance between the first word of a phrase and each other word, as in “the certificate of the gateway had not
 * been renewed”
 */
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
  const indexed = library.flatMap(({ phrases, hints = [] }, at) => [
    ...phrases.map((written) => ({ phrase: compilePhrase(written), factor: 1, at })),
    ...hints.map((written) => ({ phrase: compilePhrase(written), factor: hintFactor, at })),
  ]);
  return { things: library.map(({ of }) => of), byWord: groupBy(indexed, ({ phrase }) => listRarestWords(phrase)) };
}

function listRarestWords(phrase: CompiledPhrase): Iterable<string> {
  const [rarest] = [...phrase].sort((a, b) => a.size - b.size);
  return rarest?.keys() ?? [];
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
  const matches = [...candidates.values()].flatMap(({ phrase, factor, at }) => {
    const match = findPhrase(phrase, positions, reach);
    return match === null ? [] : [{ ...match, weight: match.weight * factor, at }];
  });
  matches.sort((a, b) => a.at - b.at || b.weight - a.weight || compareStrings(a.words, b.words));
  const found = [...groupBy(matches, ({ at }) => [at])].map(([at, [best, ...others]]) => {
    const { weight, sentence } = best as PhraseMatch;
    const rest = others.reduce((sum, other) => sum + other.weight, 0);
    return { of: things[at] as Thing, score: weight + otherShare * Math.min(weight, rest), sentence };
  });
  return found.sort((a, b) => b.score - a.score);
}
