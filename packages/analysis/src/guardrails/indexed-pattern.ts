import type { ObservedEpisode, Season } from '@refrain/domain';
import { compareStrings } from '../collections/compare-strings.ts';
import { createTextIndex, type TextIndex } from './create-text-index.ts';
import { estimateEpisodeMechanisms, type MechanismProbabilities } from './estimate-episode-mechanisms.ts';
import { findSeasons } from './find-seasons.ts';
import type { GuardrailRecommendationInput, PatternMember } from './guardrail-recommendation-input.ts';

export interface IndexedPatternMember extends Omit<PatternMember, 'document' | 'report'> {
  readonly failureId: string;
  readonly text: TextIndex;
}

export interface IndexedEpisode {
  readonly id: string;
  readonly members: readonly IndexedPatternMember[];
  readonly mechanisms: MechanismProbabilities;
  readonly serviceCount: number;
}

export interface IndexedPattern {
  /** The latest episodes, newest first; at most 60 */
  readonly episodes: readonly IndexedEpisode[];
  readonly seasons: ReadonlyMap<Season, ReadonlySet<string>>;
}

/** Number of latest episodes that are used, because a guardrail should suit the present system */
const maxEpisodes = 60;

/** Collects facts for choosing a pattern's guardrails. A failure in no episode counts as an episode of its own. */
export function createIndexedPattern({
  members,
  episodes,
}: Pick<GuardrailRecommendationInput, 'members' | 'episodes'>): IndexedPattern {
  const newestFirst = [...episodes].sort(
    (a, b) => compareStrings(b.startedAt, a.startedAt) || compareStrings(a.id, b.id),
  );
  const names = [
    ...new Set(
      newestFirst.flatMap(({ services, repositories }) => [
        ...services,
        ...repositories.map((name) => name.slice(name.indexOf('/') + 1)),
      ]),
    ),
  ];
  const byId = new Map(members.map((member) => [member.document.id, member]));
  const indexMember = ({ document, report: _, ...rest }: PatternMember): IndexedPatternMember => ({
    ...rest,
    failureId: document.id,
    text: createTextIndex(document, names),
  });
  const held = new Set(newestFirst.flatMap(({ failureIds }) => failureIds));
  const alone = [...byId.keys()].filter((id) => !held.has(id)).sort(compareStrings);
  const listed: Pick<ObservedEpisode, 'id' | 'failureIds' | 'services'>[] = [
    ...newestFirst,
    ...alone.map((id) => ({ id, failureIds: [id], services: [] })),
  ];
  const recent = listed
    .map(({ failureIds, ...episode }) => ({
      ...episode,
      own: [...failureIds].sort(compareStrings).flatMap((id) => byId.get(id) ?? []),
    }))
    .filter(({ own }) => own.length > 0)
    .slice(0, maxEpisodes);
  const mechanisms = estimateEpisodeMechanisms(recent.map(({ own }) => own));
  return {
    episodes: recent.map(({ id, own, services }, at) => ({
      id,
      members: own.map(indexMember),
      mechanisms: mechanisms[at] ?? new Map(),
      serviceCount: services.length,
    })),
    seasons: new Map(
      [...findSeasons(newestFirst)].map(([season, found]) => [season, new Set(found.map(({ id }) => id))]),
    ),
  };
}
