import type { Evidence, Membership } from '@refrain/domain';
import { roundToThousandths } from '../../stats/round-to-thousandths.ts';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import type { DocumentCollection } from '../similarity/document-collection.ts';
import { explainSimilarity } from '../similarity/explain-similarity.ts';
import type { SparseVector } from '../similarity/sparse-vector.ts';
import type { PointClustering } from './cluster-points.ts';
import type { Point } from './constrained-points.ts';
import { createGroupCentre, type GroupCentre } from './group-centre.ts';

export interface MembershipExplainerInput {
  /** One document per point, in the order of `points` */
  readonly events: DocumentCollection;
  readonly points: readonly Point[];
  readonly clustering: PointClustering;
  /** Ids of failures that a person assigned to their pattern */
  readonly decided: ReadonlySet<string>;
}

/** Creates a function that returns the probability that a failure belongs to its pattern, with the evidence. */
export function createMembershipExplainer(context: MembershipExplainerInput): (failureId: string) => Membership {
  const { events, points, clustering, decided } = context;
  const groupOf = new Map(clustering.groups.flatMap((group) => group.map((position) => [position, group] as const)));
  const positionOf = new Map(
    points.flatMap(({ failureIds }, position) => failureIds.map((id) => [id, position] as const)),
  );
  const centres = new Map<readonly number[], GroupCentre>();
  const centreOf = (group: readonly number[]): GroupCentre => {
    const centre = centres.get(group) ?? createGroupCentre(group, events);
    centres.set(group, centre);
    return centre;
  };

  return (failureId) => {
    const position = positionOf.get(failureId) as number;
    const { namesToo, compareWithOthers } = centreOf(groupOf.get(position) ?? []);
    const parts = compareWithOthers(events.vectors[position] as SparseVector);
    const evidence = [
      ...byEpisode(points[position] as Point),
      ...explainSimilarity(events.documents[position] as NormalisedDocument, namesToo, parts, events.vocabulary),
    ];
    return decided.has(failureId)
      ? { failureId, confidence: 1, evidence: [byDecision, ...evidence] }
      : { failureId, confidence: roundToThousandths(clustering.assess(position)), evidence };
  };
}

const byDecision: Evidence = { signal: 'correction', detail: 'a person put it here', weight: 1 };

function byEpisode({ failureIds }: Point): Evidence[] {
  return failureIds.length < 2
    ? []
    : [{ signal: 'episode', detail: `one event of ${failureIds.length} failures, compared as one`, weight: 0 }];
}
