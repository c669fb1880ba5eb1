import type { FailureIndexMatch } from '@refrain/analysis';

type Comparable = Pick<FailureIndexMatch, 'id' | 'score' | 'isRepeat' | 'hasSameTitle' | 'shared'>;

/** Share of the best score from which a match is similar enough to come before a better one with another mechanism. */
const minShareOfBestScore = 0.5;

/** `exact`: the match has the words or an error line of the question; `same`, `unknown`, `other`: what is known of its mechanism */
const relations = ['exact', 'same', 'unknown', 'other'] as const;
type MechanismRelation = (typeof relations)[number];

/** How matches relate to the mechanisms that a question states, by failure id; empty if it states none. */
export type MechanismRelations = ReadonlyMap<string, MechanismRelation>;

/**
 * Tells of each match whether it failed by a mechanism that the question clearly states.
 * @param asked names of the mechanisms that the question states
 * @param mechanismOf returns the name of the mechanism of a match's pattern, stated or likely; null if unknown
 */
export function relateMechanisms(
  matches: readonly Comparable[],
  asked: readonly string[],
  mechanismOf: (id: string) => string | null,
): MechanismRelations {
  if (asked.length === 0) return new Map();
  return new Map(matches.map((match) => [match.id, relate(match, asked, mechanismOf(match.id))]));
}

function relate(
  { isRepeat, hasSameTitle, shared }: Comparable,
  asked: readonly string[],
  known: string | null,
): MechanismRelation {
  if (isRepeat || hasSameTitle || shared?.hasLine === true) return 'exact';
  if (known === null) return 'unknown';
  return asked.includes(known) ? 'same' : 'other';
}

/**
 * Sorts matches by whether they failed by a mechanism that the question states, because alerts of one service or rule share many words.
 * Matches that are clearly less similar than the best one stay behind the others. Matches of equal rank keep their order.
 * @param matches most similar first
 */
export function orderByMechanism<Match extends Comparable>(
  matches: readonly Match[],
  relationOf: MechanismRelations,
): Match[] {
  if (relationOf.size === 0) return [...matches];
  const best = Math.max(0, ...matches.map(({ score }) => score));
  const rank = ({ id, score }: Match) =>
    score < minShareOfBestScore * best ? relations.length : relations.indexOf(relationOf.get(id) ?? 'unknown');
  return [...matches].sort((a, b) => rank(a) - rank(b));
}

/**
 * Makes the failures with another mechanism than the question states vote against all patterns, so that a pattern of these is not the
 * likely one.
 * @param patternIds pattern ids of clustered failures by failure id; null for failures in no pattern
 */
export function omitOtherMechanisms(
  patternIds: ReadonlyMap<string, string | null>,
  relationOf: MechanismRelations,
): Map<string, string | null> {
  return new Map([...patternIds].map(([id, patternId]) => [id, relationOf.get(id) === 'other' ? null : patternId]));
}
