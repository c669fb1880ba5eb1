import { expect, test } from 'vitest';
import { renameRepositoryInExternalId, renameRepositoryInUrl, resolveCurrentRepositoryName } from './former-names.ts';

test.each([
  ['acme/api#12', 'acme/core#12'],
  ['acme/api@abc', 'acme/core@abc'],
  ['acme/api#deployment/42/rolled-back', 'acme/core#deployment/42/rolled-back'],
  ['acme/api-gateway#12', 'acme/api-gateway#12'],
  ['acme/api', 'acme/api'],
  ['PD123', 'PD123'],
])('after a rename of acme/api to acme/core, the external id %s becomes %s', (externalId, expected) => {
  expect(renameRepositoryInExternalId(externalId, 'acme/api', 'acme/core')).toBe(expected);
});

test.each([
  ['https://github.com/acme/api/pull/12', 'https://github.com/acme/core/pull/12'],
  ['https://github.com/acme/api', 'https://github.com/acme/core'],
  ['https://git.acme.example/acme/api/actions/runs/7', 'https://git.acme.example/acme/core/actions/runs/7'],
  ['https://github.com/acme/api-gateway/pull/12', 'https://github.com/acme/api-gateway/pull/12'],
  ['https://github.com/other/acme/api2', 'https://github.com/other/acme/api2'],
  ['pull/acme/api/12/2026', 'pull/acme/core/12/2026'],
])('after a rename of acme/api to acme/core, the URL %s becomes %s', (url, expected) => {
  expect(renameRepositoryInUrl(url, 'acme/api', 'acme/core')).toBe(expected);
});

test('a former name stands for the repository that had the name when the data arrived', () => {
  const name = (present: string, takenAt: string | null) => ({
    connectionId: 'c',
    former: 'acme/api',
    present,
    takenAt,
  });
  const names = [name('acme/core', '2026-02-01T00:00:00.000Z'), name('acme/second', '2026-03-01T00:00:00.000Z')];
  const at = (receivedAt: string | null) => resolveCurrentRepositoryName(names, 'acme/api', receivedAt);
  expect(at('2026-01-15T00:00:00.000Z')).toBe('acme/core');
  expect(at('2026-02-15T00:00:00.000Z')).toBe('acme/second');
  expect(at('2026-03-15T00:00:00.000Z')).toBe('acme/api');
  expect(at(null)).toBe('acme/api');
  expect(resolveCurrentRepositoryName([...names, name('acme/third', null)], 'acme/api', null)).toBe('acme/third');
  expect(resolveCurrentRepositoryName(names, 'acme/web', '2026-01-15T00:00:00.000Z')).toBe('acme/web');
});
