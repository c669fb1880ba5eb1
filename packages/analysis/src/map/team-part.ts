import type { ObservedChange, ObservedEpisode } from '@refrain/domain';
import type { Teams } from './create-teams.ts';

/** What belongs to a team; everything where none is asked for. */
export interface TeamPart {
  hasService(service: string): boolean;
  hasPlace(repository: string, paths: readonly string[]): boolean;
  /** One that hit a service of the team, or came of a place of the team. */
  hasEpisode(episode: ObservedEpisode): boolean;
  hasChange(change: ObservedChange & { readonly paths: readonly string[] }): boolean;
}

const all = () => true;

/** @param teams null where no owner is known: then no team has anything */
export function createTeamPart(team: string | null, teams: Teams | null): TeamPart {
  if (team === null) return { hasService: all, hasPlace: all, hasEpisode: all, hasChange: all };
  const hasService = (service: string) => teams?.ofService(service).has(team) === true;
  const hasPlace = (repository: string, paths: readonly string[]) =>
    teams?.ofPlace(repository, paths).has(team) === true;
  return {
    hasService,
    hasPlace,
    // Paths are of the first repository.
    hasEpisode: ({ services, repositories, paths }) =>
      services.some(hasService) || repositories.some((name, place) => hasPlace(name, place === 0 ? paths : [])),
    hasChange: ({ repository, paths }) => hasPlace(repository, paths),
  };
}
