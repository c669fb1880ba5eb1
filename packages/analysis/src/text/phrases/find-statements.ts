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

type CompiledStatement<Thing> = {
  readonly of: Thing;
  readonly phrases: CompiledPhrase[];
  readonly hints: CompiledPhrase[];
};

export function compileStatements<Thing>(library: readonly StatementPhrases<Thing>[]): CompiledStatement<Thing>[] {
  return library.map(({ of, phrases, hints }) => ({
    of,
    phrases: phrases.map(compilePhrase),
    hints: hints.map(compilePhrase),
  }));
}

/** Lists what the sentences state, strongest first; equally strong statements stay in the order of the library. */
export function findStatements<Thing>(
  library: readonly CompiledStatement<Thing>[],
  positions: WordPositions,
): StatementMatch<Thing>[] {
  const find = (phrases: readonly CompiledPhrase[], factor: number): PhraseMatch[] =>
    phrases.flatMap((phrase) => {
      const match = findPhrase(phrase, positions, reach);
      return match === null ? [] : [{ ...match, weight: match.weight * factor }];
    });
  const found = library.flatMap(({ of, phrases, hints }) => {
    const matches = [...find(phrases, 1), ...find(hints, hintFactor)].sort((a, b) => b.weight - a.weight);
    const [best, ...others] = matches;
    if (best === undefined) return [];
    const rest = others.reduce((sum, { weight }) => sum + weight, 0);
    const score = best.weight + otherShare * Math.min(best.weight, rest);
    return [{ of, score, sentence: best.sentence, phrases: matches.map(({ words }) => words) }];
  });
  return found.sort((a, b) => b.score - a.score);
}
