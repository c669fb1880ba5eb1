import type { Evidence, Membership } from '@refrain/domain';
import type { Collection } from '../similarity/collection.ts';
import { explain, round } from '../similarity/explain.ts';
import { createNearestVectors } from '../similarity/nearest.ts';
import { add, type SparseVector, scaleTo } from '../similarity/sparse-vector.ts';
import type { NormalisedDocument } from '../text/document.ts';
import { assessMembership } from './confidence.ts';
import type { Point } from './points.ts';

export interface MembershipContext {
  readonly collection: Collection;
  readonly points: readonly Point[];
  /** All groups of points, singletons included. */
  readonly groups: readonly (readonly number[])[];
  /** Failures that a person put where they are. */
  readonly decided: ReadonlySet<string>;
}

/** Reads how surely a failure belongs to its group, and why: compared with the group's other episodes taken together. */
export function createMembershipReader(context: MembershipContext): (failureId: string) => Membership {
  const { collection, points, groups, decided } = context;
  const sums = groups.map((group) => group.map((position) => (points[position] as Point).vector).reduce(add));
  const groupOf = new Map(groups.flatMap((group, index) => group.map((position) => [position, index] as const)));
  const positionOf = new Map(
    points.flatMap(({ failureIds }, position) => failureIds.map((id) => [id, position] as const)),
  );
  const rivalOf = createRivalFinder(
    sums,
    groups.map((group) => group.length),
  );

  return (failureId) => {
    const position = positionOf.get(failureId) as number;
    const index = groupOf.get(position) as number;
    const group = groups[index] as readonly number[];
    const point = points[position] as Point;
    const others = group.filter((other) => other !== position).map((other) => points[other] as Point);
    const evidence = explain(
      { documents: documentsOf(collection, point.failureIds), vector: point.vector },
      {
        documents: documentsOf(
          collection,
          others.flatMap(({ failureIds }) => failureIds),
        ),
        vector: scaleTo(others.map(({ vector }) => vector).reduce(add), 1),
      },
      collection.statistics,
    );
    if (decided.has(failureId)) return { failureId, confidence: 1, evidence: [byDecision, ...evidence] };
    const confidence = assessMembership(
      point.vector,
      sums[index] as SparseVector,
      group.length,
      rivalOf(point.vector, index),
    );
    return { failureId, confidence: round(confidence), evidence: [...byEpisode(point), ...evidence] };
  };
}

const byDecision: Evidence = { signal: 'correction', detail: 'a person put it here', weight: 1 };

function byEpisode({ failureIds }: Point): Evidence[] {
  return failureIds.length < 2
    ? []
    : [{ signal: 'episode', detail: `one event of ${failureIds.length} failures, compared as one`, weight: 0 }];
}

function documentsOf(collection: Collection, failureIds: readonly string[]): NormalisedDocument[] {
  return failureIds.flatMap((id) => collection.documents[collection.positions.get(id) ?? -1] ?? []);
}

/** Finds the highest mean score of a point to any group of two or more but its own. */
function createRivalFinder(sums: readonly SparseVector[], sizes: readonly number[]) {
  const rivals = sums.flatMap((sum, group) => {
    const size = sizes[group] as number;
    return size < 2 ? [] : [{ group, mean: { ids: sum.ids, values: sum.values.map((value) => value / size) } }];
  });
  const nearest = createNearestVectors(rivals.map(({ mean }) => mean));
  const positions = new Map(rivals.map(({ group }, position) => [group, position]));
  return (vector: SparseVector, own: number): number => nearest.find(vector, 1, positions.get(own))[0]?.score ?? 0;
}
