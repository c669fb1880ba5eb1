import type { ChangeWithPaths, ObservedEpisode } from '@refrain/domain';
import { createObservedEpisode } from '../observation/testing.ts';

/** Returns the start of day `count` of 2026, counted from 0. */
export function day(count: number): string {
  return new Date(Date.UTC(2026, 0, 1 + count)).toISOString();
}

export function createEpisode(id: string, given: Partial<ObservedEpisode> = {}): ObservedEpisode {
  return createObservedEpisode(id, day(1), given);
}

export function createChangeWithPaths(id: string, given: Partial<ChangeWithPaths> = {}): ChangeWithPaths {
  return { id, at: day(1), repository: 'acme/shop', environment: null, services: [], paths: [], ...given };
}
