import { expect, test } from 'vitest';
import type { Schemas } from '../api/refrain.ts';
import { omitRepeatedNews } from './omit-repeated-news.ts';

const none = { new: 0, returned: 0, rising: 0, falling: 0, quiet: 0 };
const pool = { patternId: 'pool', name: 'Pool runs dry', change: 'new' as const };
const disk = { patternId: 'disk', name: 'Disk full', change: 'quiet' as const };
const digest = (values: Partial<Schemas['ListedDigest']>): Schemas['ListedDigest'] => ({
  ...{ id: 'd', title: '', episodes: 0, episodesBefore: 0, impactHours: null, impactHoursBefore: null },
  scope: { kind: 'service', name: 'checkout' },
  period: { kind: 'week', from: '2026-11-23T00:00:00.000Z', until: '2026-11-30T00:00:00.000Z' },
  ...{ asOf: '', createdAt: '', changes: none, news: [], fixes: 0, costliest: [] },
  fixVerdicts: { verified: 0, recurred: 0 },
  ...values,
});
const service = digest({ changes: { ...none, new: 2, quiet: 1 }, news: [pool, disk] });

test('omitRepeatedNews keeps the patterns that no team names', () => {
  const team = digest({ scope: { kind: 'team', name: 'shop' }, news: [pool] });
  const { digest: rest, teams } = omitRepeatedNews(service, [team]);
  expect(rest).toMatchObject({ changes: { ...none, new: 1, quiet: 1 }, news: [disk] });
  expect(teams).toEqual(['shop']);
});

test('omitRepeatedNews refers to the one team that has all news of the service', () => {
  const team = (name: string, news: (typeof service)['news']) => digest({ scope: { kind: 'team', name }, news });
  const all = team('payments', [pool, disk]);
  const more = team('platform', [pool, disk, { ...pool, patternId: 'queue' }]);
  expect(omitRepeatedNews(service, [team('shop', [pool]), more, all]).teams).toEqual(['payments']);
});

test('omitRepeatedNews changes nothing without teams', () => {
  expect(omitRepeatedNews(service, [])).toEqual({ digest: service, teams: [] });
});
