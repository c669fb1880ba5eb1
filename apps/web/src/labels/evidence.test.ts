import { expect, test } from 'vitest';
import { describeEvidence, removeTitleLines } from './evidence.ts';

test('describeEvidence formats a share with its evidence', () => {
  const evidence = [
    { signal: 'time', detail: '4 min before', weight: 0.3 },
    { signal: 'service', detail: 'the same service', weight: 0.2 },
  ];
  expect(describeEvidence(0.5, evidence)).toBe('(50\u00a0%): 4 min before; the same service');
});

test('removeTitleLines removes lines that are part of the title', () => {
  const excerpt = 'Smoke test red\n\nRef: main\nsmoke test red: merchants';
  expect(removeTitleLines(excerpt, 'Deployment failed: smoke test red')).toBe('Ref: main\nsmoke test red: merchants');
  expect(removeTitleLines('the same', 'The same')).toBe('');
});
