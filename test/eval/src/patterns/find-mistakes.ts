import type { CorrectionDecision } from '@refrain/domain';

export type MistakeKind = 'merge' | 'move' | 'split';

/** What a person who knows the failures sees to be wrong on the page of patterns, and what they decide about it. */
export interface Mistake {
  readonly kind: MistakeKind;
  /** The patterns that are looked at when it is decided. */
  readonly patternIds: readonly string[];
  /** One decision of the person, in the words of the interface: a move parts and binds. */
  readonly decisions: readonly CorrectionDecision[];
}

export interface ShownPattern {
  readonly id: string;
  /** In the order of time. */
  readonly members: readonly { readonly failureId: string }[];
}

export interface KnownTruth {
  /** What a failure is to be grouped with; a failure that is in no group is like no other. */
  readonly groupOf: (failureId: string) => string;
  /** As it was found. */
  readonly episodeOf: (failureId: string) => string;
}

interface ReadPattern {
  readonly id: string;
  /** The group of most of its members, of equals the first by name, and these members. */
  readonly group: string;
  readonly own: readonly string[];
  /** A person takes it for this group's: more than half of its members are. */
  readonly isClear: boolean;
  /** The members of each other group. */
  readonly strangers: readonly (readonly string[])[];
}

/**
 * Lists what is wrong with patterns, in the order of their ids. Two clear patterns of one group are to be merged, each with the
 * largest of its group. Members of another group are moved to that group's pattern, or only out where it has none; from two
 * episodes on they are a pattern of their own and split off. Failures that are in no pattern are not on the page.
 */
export function findMistakes(patterns: readonly ShownPattern[], truth: KnownTruth): Mistake[] {
  const read = patterns.map((pattern) => readPattern(pattern, truth)).sort((a, b) => compare(a.id, b.id));
  const largestOf = new Map<string, ReadPattern>();
  for (const pattern of read.filter(({ isClear }) => isClear)) {
    const known = largestOf.get(pattern.group);
    if (known === undefined || pattern.own.length > known.own.length) largestOf.set(pattern.group, pattern);
  }
  return read.flatMap((pattern) => {
    const largest = pattern.isClear ? largestOf.get(pattern.group) : undefined;
    const merges = largest === undefined || largest === pattern ? [] : [merge(largest, pattern)];
    const parted = pattern.strangers.map((strangers): Mistake => {
      if (new Set(strangers.map(truth.episodeOf)).size > 1) return split(pattern, strangers);
      return move(pattern, strangers, largestOf.get(truth.groupOf(strangers[0] as string)));
    });
    return [...merges, ...parted];
  });
}

function readPattern({ id, members }: ShownPattern, { groupOf }: KnownTruth): ReadPattern {
  const byGroup = new Map<string, string[]>();
  for (const { failureId } of members)
    byGroup.set(groupOf(failureId), [...(byGroup.get(groupOf(failureId)) ?? []), failureId]);
  const [first = ['', []], ...others] = [...byGroup].sort(([a, x], [b, y]) => y.length - x.length || compare(a, b));
  const [group, own] = first;
  return { id, group, own, isClear: own.length > members.length / 2, strangers: others.map(([, ids]) => ids) };
}

function merge(into: ReadPattern, from: ReadPattern): Mistake {
  return { kind: 'merge', patternIds: [into.id, from.id], decisions: bind([...into.own, ...from.own]) };
}

function split(pattern: ReadPattern, strangers: readonly string[]): Mistake {
  return { kind: 'split', patternIds: [pattern.id], decisions: [part(pattern, strangers), ...bind(strangers)] };
}

function move(from: ReadPattern, strangers: readonly string[], to: ReadPattern | undefined): Mistake {
  const patternIds = to === undefined ? [from.id] : [from.id, to.id];
  const company = to === undefined ? [] : to.own.slice(0, 1);
  return { kind: 'move', patternIds, decisions: [part(from, strangers), ...bind([...strangers, ...company])] };
}

/** The first of each stands for all: a person points at one. */
function part({ own }: ReadPattern, strangers: readonly string[]): CorrectionDecision {
  return { kind: 'cannot_link', failureIds: [own[0] as string, strangers[0] as string] };
}

function bind(failureIds: readonly string[]): CorrectionDecision[] {
  return failureIds.length < 2 ? [] : [{ kind: 'must_link', failureIds: [...failureIds] }];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
