import type { ReportMember } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeEffectVerdict, describeNewEpisodes } from './issue-evidence.ts';

const member = (episodeId: string, day: number): ReportMember => ({
  failureId: `${episodeId}-${day}`,
  episodeId,
  kind: 'incident',
  title: `On day ${day}`,
  excerpt: '',
  services: [],
  repository: null,
  occurredAt: `2026-03-0${day}T00:00:00.000Z`,
  resolvedAt: null,
  url: null,
  confidence: 1,
  evidence: [],
});

test('describeEffectVerdict quotes and escapes the sentences about the effect of a fix', () => {
  const comment = describeEffectVerdict({
    verdict: 'held',
    explanation: ['Held: 1 episode since the fix of @team.', 'By changes too.'],
  });
  expect(comment).toMatch(/^### The fix held\n\nHeld: 1 episode since the fix of @\u200bteam\. By changes too\.$/u);
});

test('describeNewEpisodes lists all failures of the episodes that began since a time', () => {
  const members = [member('old', 1), member('old', 5), member('new', 4), member('new', 6)];
  const listed = describeNewEpisodes({ members, links: [] }, '2026-03-03T00:00:00.000Z');
  expect(listed.match(/On day \d/gu)).toEqual(['On day 4', 'On day 6']);
  expect(describeNewEpisodes({ members, links: [] }, '2026-04-01T00:00:00.000Z')).toBe('');
});
