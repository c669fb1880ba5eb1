import type { ChangeWithPaths, DigestScope, ObservedEpisode } from '@refrain/domain';
import type { TeamLookup } from '../../catalogue/create-team-lookup.ts';
import { createTeamFilter, type TeamFilter } from '../../metrics/map/team-filter.ts';
import type { DigestInput } from './build-digest.ts';

export interface DigestRecords extends Omit<DigestInput, 'scope' | 'period' | 'changes'> {
  readonly changes: readonly ChangeWithPaths[];
}

/** Selects the data of one scope. Omits the organisation's measurement for a service or a team. */
export function selectDigestRecordsOfScope(
  source: DigestRecords,
  scope: DigestScope,
  teams: TeamLookup,
): DigestRecords {
  if (scope.kind === 'organisation') return source;
  const part = scope.kind === 'team' ? createTeamFilter(scope.name, teams) : createServicePart(scope.name);
  const episodes = source.episodes.filter(part.hasEpisode);
  const patternIds = new Set(episodes.flatMap(({ patternId }) => patternId ?? []));
  return {
    ...source,
    measurement: null,
    episodes,
    allEpisodes: source.episodes,
    changes: source.changes.filter(part.hasChange),
    patterns: source.patterns.filter(({ id }) => patternIds.has(id)),
    improvements: source.improvements.filter(({ patternId }) => patternIds.has(patternId)),
  };
}

/** Lists services and teams with episodes from `since` (ms) on. Each gets its own digest. */
export function listDigestScopes(
  { episodes }: Pick<DigestRecords, 'episodes'>,
  teams: TeamLookup,
  since: number,
): DigestScope[] {
  const recent = episodes.filter(({ startedAt }) => Date.parse(startedAt) >= since);
  const services = [...new Set(recent.flatMap((episode) => episode.services))].sort();
  return [
    ...services.map((name) => ({ kind: 'service' as const, name })),
    ...teams.names
      .filter((name) => recent.some(createTeamFilter(name, teams).hasEpisode))
      .map((name) => ({ kind: 'team' as const, name })),
  ];
}

function createServicePart(name: string): Pick<TeamFilter, 'hasEpisode' | 'hasChange'> {
  const has = ({ services }: Pick<ObservedEpisode, 'services'>) => services.includes(name);
  return { hasEpisode: has, hasChange: has };
}
