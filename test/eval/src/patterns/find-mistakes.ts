import type { CorrectionDecision } from '@refrain/domain';

export type PatternMistakeKind = 'merge' | 'move' | 'split';

/** A mistake in the patterns, and the decisions that correct it. A person who knows the failures would notice this mistake. */
export interface PatternMistake {
  readonly kind: PatternMistakeKind;
  readonly patternIds: readonly string[];
  /** The decisions that correct the mistake. A wrong member is moved by two decisions: a separation and a link. */
  readonly decisions: readonly CorrectionDecision[];
}

export interface PatternWithMembers {
  readonly id: string;
  readonly members: readonly { readonly failureId: string }[];
}

export interface TrueGroupsAndEpisodes {
  /** Returns the true group of a failure; a unique group for a failure without one. */
  readonly groupOf: (failureId: string) => string;
  readonly episodeOf: (failureId: string) => string;
}

interface ReadPattern {
  readonly id: string;
  /** Group to which most members belong; if several groups are equally frequent, the alphabetically first one. */
  readonly group: string;
  /** Members of the pattern that belong to `group`. */
  readonly own: readonly string[];
  /** Whether more than half of the members belong to `group`. */
  readonly isClear: boolean;
  readonly outsiders: readonly (readonly string[])[];
}

/**
 * Lists the mistakes in patterns, by pattern id. If most members of several patterns belong to the same group, the patterns are merged into
 * the largest of them. Wrong members of a single episode move to the pattern of their group, or out of all patterns if there is none. Wrong
 * members of several episodes become a new pattern. Failures in no pattern are ignored.
 */
export function findMistakes(patterns: readonly PatternWithMembers[], truth: TrueGroupsAndEpisodes): PatternMistake[] {
  const read = patterns.map((pattern) => readPattern(pattern, truth)).sort((a, b) => compare(a.id, b.id));
  const largestOf = new Map<string, ReadPattern>();
  for (const pattern of read.filter(({ isClear }) => isClear)) {
    const known = largestOf.get(pattern.group);
    if (known === undefined || pattern.own.length > known.own.length) largestOf.set(pattern.group, pattern);
  }
  return read.flatMap((pattern) => {
    const largest = pattern.isClear ? largestOf.get(pattern.group) : undefined;
    const merges = largest === undefined || largest === pattern ? [] : [merge(largest, pattern)];
    const splits = pattern.outsiders.map((outsiders): PatternMistake => {
      if (new Set(outsiders.map(truth.episodeOf)).size > 1) return split(pattern, outsiders);
      return move(pattern, outsiders, largestOf.get(truth.groupOf(outsiders[0] as string)));
    });
    return [...merges, ...splits];
  });
}

function readPattern({ id, members }: PatternWithMembers, { groupOf }: TrueGroupsAndEpisodes): ReadPattern {
  const byGroup = new Map<string, string[]>();
  for (const { failureId } of members)
    byGroup.set(groupOf(failureId), [...(byGroup.get(groupOf(failureId)) ?? []), failureId]);
  const [first = ['', []], ...others] = [...byGroup].sort(([a, x], [b, y]) => y.length - x.length || compare(a, b));
  const [group, own] = first;
  return { id, group, own, isClear: own.length > members.length / 2, outsiders: others.map(([, ids]) => ids) };
}

function merge(into: ReadPattern, from: ReadPattern): PatternMistake {
  return { kind: 'merge', patternIds: [into.id, from.id], decisions: bind([...into.own, ...from.own]) };
}

function split(pattern: ReadPattern, outsiders: readonly string[]): PatternMistake {
  return { kind: 'split', patternIds: [pattern.id], decisions: [part(pattern, outsiders), ...bind(outsiders)] };
}

function move(from: ReadPattern, outsiders: readonly string[], to: ReadPattern | undefined): PatternMistake {
  const patternIds = to === undefined ? [from.id] : [from.id, to.id];
  const company = to === undefined ? [] : to.own.slice(0, 1);
  return { kind: 'move', patternIds, decisions: [part(from, outsiders), ...bind([...outsiders, ...company])] };
}

/** Separates a wrong member from a right member of the pattern. One pair is enough, and a person would also separate only one. */
function part({ own }: ReadPattern, outsiders: readonly string[]): CorrectionDecision {
  return { kind: 'cannot_link', failureIds: [own[0] as string, outsiders[0] as string] };
}

function bind(failureIds: readonly string[]): CorrectionDecision[] {
  return failureIds.length < 2 ? [] : [{ kind: 'must_link', failureIds: [...failureIds] }];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
