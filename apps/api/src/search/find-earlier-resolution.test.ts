import type { Resolution, SearchMatch } from '@refrain/domain';
import type { DatedFailure } from '@refrain/store';
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
/** @param resolved ids of the failures whose texts state a resolution */
const createDeps = (members: readonly DatedFailure[], resolved: readonly string[]) =>
  ({
    store: {
      failures: { listNewestOfPattern: async () => members, listResolvingLinks: async () => [] },
      corrections: { list: async () => [] },
    },
    index: {
      findResolutions: async (texts: readonly string[]) =>
        texts.map((text) => (resolved.includes(text) ? stated.stated : null)),
    },
  }) as unknown as ApiDeps;
const find = async (matches: readonly SearchMatch[]) =>
  (await findEarlierResolution({} as ApiDeps, { repeated: [], matches, pattern: null, excludedIds: [] }))?.failureId;

test('findEarlierResolution prefers a failure of the named service that matches nearly as well as the best one', async () => {
  expect(await find([match('other', 0.6, []), match('own', 0.5, ['bridge'])])).toBe('own');
  expect(await find([match('other', 0.6, []), match('own', 0.3, ['bridge'])])).toBe('other');
});

test('findEarlierResolution quotes the newest failure of the pattern that says how, before a more similar older one', async () => {
  const ofPattern = { ...match('similar', 0.9, []), pattern: { id: 'p', name: 'p', remedies: null } };
  const members = ['searched', 'silent', 'newest', 'similar'].map((id): DatedFailure => {
    return { id, kind: 'incident', title: id, text: id, occurredAt: '2026-06-01T00:00:00.000Z', precision: 'instant' };
  });
  const found = await findEarlierResolution(createDeps(members, ['searched', 'newest', 'similar']), {
    repeated: [],
    matches: [ofPattern],
    pattern: { id: 'p' },
    excludedIds: ['searched'],
  });
  expect(found).toMatchObject({ failureId: 'newest', source: 'pattern' });
});

test('omitPossibleChange keeps what a text states, and no change that is only possible', () => {
  expect(omitPossibleChange({ ...stated, change: possible })).toEqual(stated);
  expect(omitPossibleChange({ stated: null, change: possible })).toBeNull();
  expect(omitPossibleChange(undefined)).toBeNull();
});
