import type { Failure, Pattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describePatterns } from './describe-patterns.ts';

const failure = (id: string, title: string) =>
  ({
    id,
    title,
    text: `What  ${id} tells`,
    kind: 'incident',
    occurredAt: '2026-01-02T00:00:00.000Z',
    services: ['shop'],
    repository: null,
  }) as unknown as Failure;
const pattern = (name: string, ...ids: string[]) => ({
  pattern: {
    name,
    lesson: '',
    cause: 'capacity',
    trigger: 'traffic',
    episodes: 2,
    confidence: 0.9,
  } as unknown as Pattern,
  members: ids.map((failureId) => ({ failureId, confidence: 1 })),
});

test('describePatterns writes the first patterns in order, each with its members', () => {
  const written = describePatterns(
    [pattern('Pool dry', 'a', 'b'), pattern('Disk full', 'c')],
    [failure('a', 'Pool'), failure('b', 'Pool again'), failure('c', 'Disk')],
    1,
  );
  expect(written).toBe(
    [
      '## 1. Pool dry',
      'Lesson: none',
      'Cause: capacity; trigger: traffic; episodes: 2; members: 2; sure: 0.90',
      '- **2026-01-02 incident (shop): Pool**\n  What a tells',
      '- **2026-01-02 incident (shop): Pool again**\n  What b tells',
    ].join('\n\n'),
  );
});
