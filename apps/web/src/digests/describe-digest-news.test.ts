import { expect, test } from 'vitest';
import {
  describeDigestChanges,
  describeDigestFigures,
  describeQuietDigest,
  describeQuietDigests,
} from './describe-digest-news.ts';

const month = { kind: 'month' as const, from: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' };

test('describeDigestFigures compares the episodes and the impact with the period before', () => {
  const impact = { impactHours: 9, impactHoursBefore: 22 };
  expect(describeDigestFigures({ episodes: 7, episodesBefore: 17, ...impact, period: month })).toBe(
    '7 episodes, 17 the month before · 9\u00a0h of impact, 22\u00a0h before',
  );
  const unknown = { impactHours: null, impactHoursBefore: null };
  expect(describeDigestFigures({ episodes: 0, episodesBefore: 2, ...unknown, period: month })).toBe(
    'No episodes, 2 the month before',
  );
});

test('describeDigestChanges leaves out every count of zero', () => {
  const none = { new: 0, returned: 0, rising: 0, falling: 0, quiet: 0 };
  const fixVerdicts = { verified: 1, recurred: 0 };
  expect(describeDigestChanges({ changes: { ...none, new: 1, returned: 2 }, fixes: 1, fixVerdicts })).toBe(
    '1 new pattern · 2 patterns returned · 1 fix held · 1 changed fix',
  );
  expect(describeDigestChanges({ changes: none, fixes: 0, fixVerdicts: { verified: 0, recurred: 0 } })).toBe('');
});

test('describeQuietDigests names three services or periods and counts the others', () => {
  const all = { unit: 'week' as const, isOneScope: false };
  expect(describeQuietDigests({ ...all, names: ['api'] })).toBe('Little happened this week: api');
  expect(describeQuietDigests({ ...all, names: ['api', 'web', 'ledger', 'search', 'auth'] })).toBe(
    'Little happened this week: api, web, ledger and 2 more',
  );
  const months = { names: ['May 2026', 'June 2026'], unit: 'month' as const, isOneScope: true };
  expect(describeQuietDigests(months)).toBe('Months without news: May 2026 and June 2026');
});

test('describeQuietDigest gives the episodes, the impact and the patterns that went quiet', () => {
  const digest = {
    ...{ id: 'd', title: 'api', scope: { kind: 'service' as const, name: 'api' }, period: month },
    ...{ episodes: 1, episodesBefore: 0, impactHours: 1.5, impactHoursBefore: null, asOf: '', createdAt: '' },
    changes: { new: 0, returned: 0, rising: 0, falling: 0, quiet: 1 },
    ...{ news: [], fixes: 0, costliest: [], fixVerdicts: { verified: 0, recurred: 0 } },
  };
  expect(describeQuietDigest(digest)).toBe('1 episode, 1.5\u00a0h of impact, 1 pattern gone quiet');
});
