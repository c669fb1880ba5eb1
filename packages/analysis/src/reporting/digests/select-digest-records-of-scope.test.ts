import { expect, test } from 'vitest';
import { createTeamLookup } from '../../catalogue/create-team-lookup.ts';
import { createObservedEpisode } from '../../metrics/observation/testing.ts';
import { type DigestRecords, listDigestScopes, selectDigestRecordsOfScope } from './select-digest-records-of-scope.ts';

const common = { title: 'Down', url: null };
const pattern = (id: string) => ({ id, name: id, lesson: '', harm: 1, measurement: null });
const source: DigestRecords = {
  episodes: [
    { ...createObservedEpisode('old', '2024-01-01T00:00:00.000Z', { services: ['Tax'] }), ...common },
    { ...createObservedEpisode('mail', '2026-01-01T00:00:00.000Z', { services: ['Mail'], patternId: 'p' }), ...common },
    {
      ...createObservedEpisode('cart', '2026-01-02T00:00:00.000Z', {
        repositories: ['acme/shop'],
        paths: ['cart/a.ts'],
      }),
      ...common,
    },
  ],
  changes: ['cart/b.ts', 'docs/a.md'].map((path) => ({
    id: path,
    at: '2026-01-01T00:00:00.000Z',
    repository: 'acme/shop',
    environment: null,
    services: path.startsWith('docs') ? ['Mail'] : [],
    paths: [path],
  })),
  patterns: [pattern('p'), pattern('q')],
  improvements: [],
  completeness: { accounts: 0, problems: [], gaps: 0, unassigned: { failures: 0, of: 0 } },
  measurement: null,
  asOf: '2026-01-03T00:00:00.000Z',
};
const teams = createTeamLookup({
  serviceTeams: [],
  episodes: source.episodes,
  changes: source.changes,
  catalogue: [],
  owners: [
    { repository: 'acme/shop', path: 'cart', teams: ['checkout'], file: 'codeowners' },
    { repository: 'acme/shop', path: null, teams: ['platform'], file: 'codeowners' },
  ],
});
const idsOf = ({ episodes, changes, patterns }: DigestRecords) =>
  [episodes, changes, patterns].map((all) => all.map(({ id }) => id));

test('selectDigestRecordsOfScope selects all data for the organisation, and only its own data for a service or a team', () => {
  expect(selectDigestRecordsOfScope(source, { kind: 'organisation' }, teams)).toBe(source);
  expect(idsOf(selectDigestRecordsOfScope(source, { kind: 'service', name: 'Mail' }, teams))).toEqual([
    ['mail'],
    ['docs/a.md'],
    ['p'],
  ]);
  expect(idsOf(selectDigestRecordsOfScope(source, { kind: 'team', name: 'checkout' }, teams))).toEqual([
    ['cart'],
    ['cart/b.ts'],
    [],
  ]);
  expect(idsOf(selectDigestRecordsOfScope(source, { kind: 'team', name: 'nobody' }, teams))).toEqual([[], [], []]);
});

test('listDigestScopes omits services and teams without a recent episode', () => {
  expect(listDigestScopes(source, teams, Date.parse('2025-01-01T00:00:00.000Z'))).toEqual([
    { kind: 'service', name: 'Mail' },
    { kind: 'team', name: 'checkout' },
  ]);
});
