import type { ObservedEpisode, TouchingChange } from '@refrain/domain';

/** The beginning of a day of 2026, counted from 0. */
export function day(count: number): string {
  return new Date(Date.UTC(2026, 0, 1 + count)).toISOString();
}

export function episode(id: string, given: Partial<ObservedEpisode> = {}): ObservedEpisode {
  return {
    id,
    patternId: null,
    cause: 'unknown',
    trigger: 'unknown',
    kinds: ['incident'],
    startedAt: day(1),
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

export function touching(id: string, given: Partial<TouchingChange> = {}): TouchingChange {
  return { id, at: day(1), repository: 'acme/shop', environment: null, services: [], paths: [], ...given };
}
