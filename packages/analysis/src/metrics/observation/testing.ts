import type { ObservedEpisode } from '@refrain/domain';

export function createObservedEpisode(
  id: string,
  startedAt: string,
  given: Partial<ObservedEpisode> = {},
): ObservedEpisode {
  return {
    id,
    patternId: null,
    cause: 'unknown',
    trigger: 'unknown',
    kinds: ['incident'],
    startedAt,
    precision: 'instant',
    endedAt: null,
    hours: null,
    services: [],
    repositories: [],
    environments: [],
    paths: [],
    failureIds: [id],
    ...given,
  };
}
