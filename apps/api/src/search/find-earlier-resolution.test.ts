import type { Resolution, SearchMatch } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { ApiDeps } from '../api-deps.ts';
import { findEarlierResolution, omitPossibleChange } from './find-earlier-resolution.ts';

const stated: Resolution = { stated: { quote: 'Renewed the certificate', confidence: 0.9 }, change: null };
const possible = { kind: 'commit', title: 'Remove a role', url: null, certainty: 'possible', reason: null } as const;

const match = (id: string, score: number, services: readonly string[]): SearchMatch => ({
  failure: {
    id,
    kind: 'incident',
    title: id,
    occurredAt: '2026-01-01T00:00:00.000Z',
    resolvedAt: null,
    precision: 'instant',
    url: null,
    services: [...services],
    repository: null,
    environment: null,
  },
  score,
  isRepeat: false,
  hasSameTitle: false,
  isWeak: false,
  pattern: null,
  resolution: stated,
  excerpt: null,
  shared: { hasLine: false, words: [], services: [...services] },
  evidence: [],
});
const find = async (matches: readonly SearchMatch[]) =>
  (await findEarlierResolution({} as ApiDeps, { repeated: [], matches, pattern: null }))?.failureId;

test('findEarlierResolution prefers a failure of the named service that matches nearly as well as the best one', async () => {
  expect(await find([match('other', 0.6, []), match('own', 0.5, ['bridge'])])).toBe('own');
  expect(await find([match('other', 0.6, []), match('own', 0.3, ['bridge'])])).toBe('other');
});

test('omitPossibleChange keeps what a text states, and no change that is only possible', () => {
  expect(omitPossibleChange({ ...stated, change: possible })).toEqual(stated);
  expect(omitPossibleChange({ stated: null, change: possible })).toBeNull();
  expect(omitPossibleChange(undefined)).toBeNull();
});
