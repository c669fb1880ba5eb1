import { expect, test } from 'vitest';
import { describeDigestNews } from './describe-digest-news.ts';

test('describeDigestNews counts the episodes and lists only what changed', () => {
  const changes = { new: 1, returned: 2, rising: 0, falling: 0, quiet: 0 };
  const period = { kind: 'month' as const, from: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' };
  const impact = { impactHours: 9, impactHoursBefore: 22 };
  expect(describeDigestNews({ episodes: 7, episodesBefore: 17, ...impact, changes, fixes: 1, period })).toBe(
    '7 episodes, 17 the month before · 9\u00a0h of impact, 22\u00a0h before · 1 new pattern · 2 patterns returned · 1 changed fix',
  );
});

test('describeDigestNews leaves out every count of zero', () => {
  const changes = { new: 0, returned: 0, rising: 0, falling: 0, quiet: 1 };
  const period = { kind: 'week' as const, from: '2026-11-02T00:00:00.000Z', until: '2026-11-09T00:00:00.000Z' };
  const news = { changes, fixes: 0, period, impactHours: null, impactHoursBefore: null };
  expect(describeDigestNews({ ...news, episodes: 1, episodesBefore: 0 })).toBe('1 episode · 1 pattern gone quiet');
  expect(describeDigestNews({ ...news, episodes: 0, episodesBefore: 2 })).toBe(
    'no episode, 2 the week before · 1 pattern gone quiet',
  );
});
