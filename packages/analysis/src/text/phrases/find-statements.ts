import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { type CompiledPhrase, compilePhrase, findPhrase } from './compiled-phrase.ts';
import type { WordPositions } from './word-positions.ts';

/** Phrases that state a thing, phrases that state it or another one, and phrases that only mention it. */
export interface StatementPhrases<Thing> {
  readonly of: Thing;
  readonly phrases: readonly string[];
  readonly ambiguous?: readonly string[] | undefined;
  readonly hints?: readonly string[] | undefined;
}

export interface StatementMatch<Thing> {
  readonly of: Thing;
  /** Strength of the phrases, in (0, 1.3]: the weight of the strongest phrase, and a part of the others */
  readonly score: number;
  /** The score in which ambiguous phrases count less */
  readonly clarity: number;
  /** Number of phrases that state the thing, without hints */
  readonly phrases: number;
  /** Index of the sentence with the strongest phrase */
  readonly sentence: number;
}

/** A hint counts this much of a phrase that states the thing. */
const hintFactor = 0.3;
/** An ambiguous phrase adds this much of what another phrase adds to the clarity of a statement. */
const ambiguousFactor = 0.55;
/** Other phrases than the strongest add this share of their sum, at most this share of the strongest. */
const otherShare = 0.3;

/**
 * Maximum distance between the first word of a phrase and each other word, as in “the certificate of the gateway had not
 * been renewed”
 */
const reach = 7;

interface WeightedPhrase {
  readonly phrase: CompiledPhrase;
  /** Share of a sentence's weight that the phrase adds to the score */
  readonly factor: number;
  /** Share of a sentence's weight that the phrase adds to the clarity */
  readonly clarity: number;
  /** Index of the stated thing in the library */
  readonly at: number;
}

/** Says that a word occurs in a phrase. */
interface WordPlace {
  /** Index of the phrase */
  readonly phrase: number;
  /** Bit of the group of alternatives that contains the word */
  readonly group: number;
}

export interface CompiledStatements<Thing> {
  readonly things: readonly Thing[];
  readonly phrases: readonly WeightedPhrase[];
  /** The places of each word in the phrases */
  readonly places: ReadonlyMap<string, readonly WordPlace[]>;
}

export function compileStatements<Thing>(library: readonly StatementPhrases<Thing>[]): CompiledStatements<Thing> {
  const phrases = library.flatMap(({ phrases, ambiguous = [], hints = [] }, at) => [
    ...phrases.map((written) => ({ phrase: compilePhrase(written), factor: 1, clarity: 1, at })),
    ...ambiguous.map((written) => ({ phrase: compilePhrase(written), factor: 1, clarity: ambiguousFactor, at })),
    ...hints.map((written) => ({ phrase: compilePhrase(written), factor: hintFactor, clarity: hintFactor, at })),
  ]);
  return { things: library.map(({ of }) => of), phrases, places: indexPlaces(phrases) };
}

function indexPlaces(phrases: readonly WeightedPhrase[]): Map<string, WordPlace[]> {
  const places = new Map<string, WordPlace[]>();
  for (const [number, { phrase }] of phrases.entries()) {
    for (const [group, stems] of phrase.entries()) {
      for (const stem of stems.keys()) {
        const known = places.get(stem);
        const place = { phrase: number, group: 1 << group };
        if (known === undefined) places.set(stem, [place]);
        else known.push(place);
      }
    }
  }
  return places;
}

/** Lists the phrases of which a sentence has a word of each group, at any distance. */
function listCandidates<Thing>(
  { phrases, places }: CompiledStatements<Thing>,
  positions: WordPositions,
): WeightedPhrase[] {
  const candidates = new Set<WeightedPhrase>();
  const groups = new Uint32Array(phrases.length);
  for (const found of listPlacesBySentence(places, positions).values()) {
    for (const { phrase, group } of found) groups[phrase] = (groups[phrase] as number) | group;
    for (const { phrase } of found) {
      const indexed = phrases[phrase] as WeightedPhrase;
      if (groups[phrase] === (1 << indexed.phrase.length) - 1) candidates.add(indexed);
      groups[phrase] = 0;
    }
  }
  return [...candidates];
}

function listPlacesBySentence(
  places: ReadonlyMap<string, readonly WordPlace[]>,
  positions: WordPositions,
): Map<number, WordPlace[]> {
  const bySentence = new Map<number, WordPlace[]>();
  for (const [word, occurrences] of positions) {
    const own = places.get(word);
    if (own === undefined) continue;
    for (const { sentence } of occurrences) {
      const known = bySentence.get(sentence);
      if (known === undefined) bySentence.set(sentence, [...own]);
      else for (const place of own) known.push(place);
    }
  }
  return bySentence;
}

/** Lists what the sentences state, strongest first; equally strong statements stay in the order of the library. */
export function findStatements<Thing>(
  compiled: CompiledStatements<Thing>,
  positions: WordPositions,
): StatementMatch<Thing>[] {
  const { things } = compiled;
  const matches = listCandidates(compiled, positions).flatMap(({ phrase, factor, clarity, at }) => {
    const match = findPhrase(phrase, positions, reach);
    return match === null
      ? []
      : [{ ...match, factor, weight: match.weight * factor, clarity: match.weight * clarity, at }];
  });
  matches.sort(
    (a, b) => a.at - b.at || b.weight - a.weight || b.clarity - a.clarity || compareStrings(a.words, b.words),
  );
  const found = [...groupBy(matches, ({ at }) => [at])].map(([at, own]) => ({
    of: things[at] as Thing,
    score: joinWeights(own.map(({ weight }) => weight)),
    clarity: joinWeights(own.map(({ clarity }) => clarity)),
    phrases: own.filter(({ factor }) => factor === 1).length,
    sentence: own[0]?.sentence ?? 0,
  }));
  return found.sort((a, b) => b.score - a.score);
}

/** Returns the highest weight and a share of the others. */
function joinWeights(weights: readonly number[]): number {
  const highest = Math.max(...weights);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return highest + otherShare * Math.min(highest, sum - highest);
}
