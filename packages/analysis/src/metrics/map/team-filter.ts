import type { ChangeWithPaths, ObservedEpisode } from '@refrain/domain';
import type { TeamLookup } from '../../catalogue/create-team-lookup.ts';
import type { MapRow } from './rows.ts';

/** Tells what belongs to a team; accepts everything if no team is selected. */
export interface TeamFilter {
  hasRow(row: MapRow): boolean;
  hasLocation(repository: string, paths: readonly string[]): boolean;
  hasEpisode(episode: ObservedEpisode): boolean;
  hasChange(change: ChangeWithPaths): boolean;
}

const all = () => true;

/** @param teams null if no owners are known; a selected team then owns nothing */
export function createTeamFilter(team: string | null, teams: TeamLookup | null): TeamFilter {
  if (team === null) return { hasRow: all, hasLocation: all, hasEpisode: all, hasChange: all };
  const hasService = (service: string) => teams?.ofService(service).has(team) === true;
  const hasLocation = (repository: string, paths: readonly string[]) =>
    teams?.ofLocation(repository, paths).has(team) === true;
  return {
    hasRow: ({ service, repository }) =>
      service === null ? repository !== null && hasLocation(repository, []) : hasService(service),
    hasLocation,
    // The paths of an episode are those in its first repository.
    hasEpisode: ({ services, repositories, paths }) =>
      services.some(hasService) || repositories.some((name, place) => hasLocation(name, place === 0 ? paths : [])),
    hasChange: ({ repository, paths }) => hasLocation(repository, paths),
  };
}
