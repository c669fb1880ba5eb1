import type { Evidence, Membership } from '@refrain/domain';
import { roundToThousandths } from '../../stats/round-to-thousandths.ts';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { countDocumentsByTerm } from '../../text/tf-idf.ts';
import { isReadableTerm } from '../names/distinguishing-terms.ts';
import type { DocumentCollection } from '../similarity/document-collection.ts';
import {
  type DocumentNameField,
  explainSimilarity,
  listDocumentNamesInField,
} from '../similarity/explain-similarity.ts';
import type { SimilaritySignal } from '../similarity/features.ts';
import { dot, dotProductByPart, type SparseVector, sumVectors } from '../similarity/sparse-vector.ts';
import type { PointClustering } from './cluster-points.ts';
import type { Point } from './constrained-points.ts';

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
  const centres = new Map<readonly number[], ReturnType<typeof createGroupCentre>>();
  const centreOf = (group: readonly number[]) => {
    const centre = centres.get(group) ?? createGroupCentre(group, events);
    centres.set(group, centre);
    return centre;
  };

  return (failureId) => {
    const position = positionOf.get(failureId) as number;
    const { isShared, compareWithOthers } = centreOf(groupOf.get(position) ?? []);
    const parts = compareWithOthers(events.vectors[position] as SparseVector);
    const evidence = [
      ...byEpisode(points[position] as Point),
      ...explainSimilarity(events.documents[position] as NormalisedDocument, isShared, parts, events.vocabulary),
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
    : [{ signal: 'episode', detail: `part of one episode with ${failureIds.length} failures`, weight: 0 }];
}

const nameFields = ['terms', 'signature', 'files', 'places'] as const;

function createGroupCentre(positions: readonly number[], { documents, vectors, vocabulary }: DocumentCollection) {
  const members = positions.map((position) => documents[position] as NormalisedDocument);
  const counts = new Map(
    nameFields.map((field) => [
      field,
      countDocumentsByTerm(members.map((member) => listDocumentNamesInField(member, field))),
    ]),
  );
  const total = sumVectors(positions.map((position) => vectors[position] as SparseVector));
  const squared = dot(total, total);
  return {
    /** Tells whether several members contain a name, such as a file. Words must be in a third of the members. */
    isShared(field: DocumentNameField, name: string): boolean {
      const count = counts.get(field)?.get(name) ?? 0;
      return count >= 2 && (field !== 'terms' || (isReadableTerm(name) && 3 * count >= members.length));
    },
    /** Returns a member's cosine with the centre of the others, by signal (words, files …); empty without others. */
    compareWithOthers(member: SparseVector): ReadonlyMap<SimilaritySignal, number> {
      const withTotal = dotProductByPart(member, total, vocabulary.signalOf);
      const withItself = dotProductByPart(member, member, vocabulary.signalOf);
      const length = Math.sqrt(Math.max(0, squared - 2 * sum(withTotal) + sum(withItself)));
      if (positions.length < 2 || length === 0) return new Map();
      return new Map(
        [...withTotal].map(([signal, value]) => [signal, Math.max(0, value - (withItself.get(signal) ?? 0)) / length]),
      );
    },
  };
}

function sum(parts: ReadonlyMap<SimilaritySignal, number>): number {
  return [...parts.values()].reduce((total, value) => total + value, 0);
}
