import { expect, test } from 'vitest';
import { describeDigestNews } from './describe-digest-news.ts';

test('describeDigestNews counts the episodes and lists only what changed', () => {
  const changes = { new: 1, returned: 2, rising: 0, falling: 0, quiet: 0 };
  const period = { kind: 'month' as const, from: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' };
  expect(describeDigestNews({ episodes: 7, episodesBefore: 17, changes, fixes: 1, period })).toBe(
    '7 episodes (17 the month before) · 1 new pattern · 2 returned patterns · 1 changed fix',
  );
});
