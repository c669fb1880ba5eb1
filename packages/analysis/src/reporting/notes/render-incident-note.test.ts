import type { EarlierResolution, ResolvingChange, SearchResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { type IncidentNoteInput, renderIncidentNote } from './render-incident-note.ts';

const startedAt = '2026-03-02T03:00:00.000Z';
const bounded: ResolvingChange = {
  kind: 'merged_pull_request',
  title: 'Bound the pool',
  url: 'https://github.com/acme/api/pull/7',
  certainty: 'nearly_certain',
  reason: 'the incident names #7',
};
const resolution = { stated: null, change: bounded };

function render(
  confidence: number | null,
  change: Partial<IncidentNoteInput> = {},
  earlier: Partial<EarlierResolution> = {},
): string | null {
  const failure = {
    id: 'f',
    kind: 'incident',
    title: 'Pool exhausted',
    services: [],
    repository: null,
    environment: null,
    occurredAt: '2026-02-01T00:00:00.000Z',
    resolvedAt: null,
    precision: 'instant',
    url: 'https://acme.pagerduty.com/incidents/P1',
  } as const;
  const match = {
    failure,
    score: 0.9,
    isRepeat: false,
    hasSameTitle: false,
    isWeak: false,
    pattern: { id: 'p1', name: 'Pool' },
    resolution,
    evidence: [],
  };
  const pattern = {
    id: 'p1',
    name: 'The pool\u202e runs dry',
    episodes: 4,
    lastAt: '2026-02-01T00:00:00.000Z',
    lesson: 'No bound.',
  };
  const answer = {
    asked: { kind: 'text', id: null, title: null },
    searched: 9,
    failures: 9,
    complete: true,
    meaning: null,
    verdict: { seenBefore: true, confidence: confidence ?? 0 },
    matches: [match, { ...match, failure: { ...failure, title: 'Another thing' }, pattern: null }],
    recorded: null,
    repeats: null,
    unspecific: null,
    possiblePattern: null,
    pattern: confidence === null ? null : { ...pattern, confidence: 0.6 },
    resolution: {
      ...resolution,
      source: 'pattern',
      failureId: 'f',
      title: 'Pool exhausted',
      occurredAt: '2026-02-01T01:00:00.000Z',
      precision: 'instant',
      ...earlier,
    },
  } as unknown as SearchResponse;
  const changes = [
    { kind: 'deployment', title: 'v42', repository: 'acme/api', occurredAt: '2026-03-02T02:48:00.000Z', url: null },
  ] as const;
  return renderIncidentNote({
    answer,
    confidence: confidence ?? 1,
    changes,
    startedAt,
    publicUrl: 'https://refrain.example',
    ...change,
  });
}

test('renderIncidentNote describes the pattern, its last resolution and recent changes', () => {
  expect(render(0.92)?.split('\n')).toEqual([
    'This incident resembles the pattern “The pool runs dry” (92 % confidence): 4 episodes, most recently on 1 Feb 2026.',
    'No bound.',
    'An earlier one (1 Feb 2026) was resolved by merged pull request “Bound the pool” https://github.com/acme/api/pull/7',
    'Similar incidents:',
    '- 1 Feb 2026 “Pool exhausted” https://acme.pagerduty.com/incidents/P1, resolved by merged pull request “Bound the pool” https://github.com/acme/api/pull/7',
    'Recent changes, which may be unrelated:',
    '- 12 minutes before: deployment “v42” of acme/api',
    'Pattern report: https://refrain.example/patterns/p1',
  ]);
});

test('renderIncidentNote quotes a stated resolution, and names a possible change only if no resolution is stated', () => {
  const stated = { quote: 'We raised the pool to 60 and restarted the service.', confidence: 0.7 };
  const change = { ...bounded, certainty: 'possible', reason: '10 min before the resolution' } as const;
  expect(render(0.92, {}, { stated, change })).toContain(
    '\nAn earlier one (1 Feb 2026) was resolved by: “We raised the pool to 60 and restarted the service.”\nSimilar',
  );
  expect(render(0.92, {}, { change })).toContain(
    '\nAn earlier one (1 Feb 2026) was possibly resolved by merged pull request “Bound the pool” https://github.com/acme/api/pull/7 (10 min before the resolution)\n',
  );
});

test('renderIncidentNote returns null if the confidence is too low', () => {
  expect(render(null)).toBeNull();
  expect(render(0.79)).toBeNull();
});

test('renderIncidentNote omits unknown parts, such as the resolution', () => {
  expect(render(0.95, { changes: [], publicUrl: null })).not.toMatch(/Changed|All of it/u);
});

test('renderIncidentNote breaks links and mentions in external titles', () => {
  const title = 'See https://evil.example/x, www.evil.example or @octocat\u001b[31m';
  const changes = [
    { kind: 'deployment', title, repository: 'acme/api', occurredAt: '2026-03-02T02:48:00.000Z', url: 'javascript:x' },
  ] as const;
  const note = render(0.92, { changes }) ?? '';
  expect(note).toContain('evil.example/x');
  expect(note.match(/https?:\/\/[^\s/]+|www\.\w|@\w|javascript|\p{Cc}(?<!\n)/gu)).toEqual([
    'https://github.com',
    'https://acme.pagerduty.com',
    'https://github.com',
    'https://refrain.example',
  ]);
});
