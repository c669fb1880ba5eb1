import type { PipelineOutput } from '@refrain/analysis';
import type { Truth } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { createCauseCorrections, findTruePatterns, scorePatternCauses } from './score-pattern-causes.ts';

const ref = (id: string) => ({ kind: 'incident' as const, id, sameAs: [] });
const truth = {
  episodes: ['a', 'b', 'c'].map((id) => ({ id, failures: [ref(id)], patternId: id === 'c' ? 'late' : 'full' })),
  patterns: [
    { id: 'full', cause: 'capacity', trigger: 'traffic' },
    { id: 'late', cause: 'expiry_time', trigger: 'time' },
  ],
} as unknown as Truth;
const found = (id: string, members: readonly string[], cause: string, trigger: string) =>
  ({
    pattern: { id, cause, trigger },
    members: members.map((name) => ({ failureId: `incident ${name}`, confidence: 1, evidence: [] })),
  }) as unknown as PipelineOutput['patterns'][number];

test('a found pattern is compared with the true pattern of most of its members, and a mixed pattern is not scored', () => {
  const patterns = [
    found('p1', ['a', 'b'], 'capacity', 'unknown'),
    found('p2', ['c'], 'data', 'time'),
    found('p3', ['a', 'c'], 'data', 'time'),
  ];
  const trulyIs = findTruePatterns(patterns, truth);
  expect([...trulyIs].map(([id, { id: trueId }]) => [id, trueId])).toEqual([
    ['p1', 'full'],
    ['p2', 'late'],
  ]);
  expect(scorePatternCauses(patterns, trulyIs)).toMatchObject({ patterns: 2, accuracy: 0.5, triggers: 0.5 });
  expect(createCauseCorrections(['p1', 'p3'], trulyIs).map(({ decision }) => decision)).toEqual([
    { kind: 'cause', patternId: 'p1', cause: 'capacity', trigger: 'traffic' },
  ]);
});
