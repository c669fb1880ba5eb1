import type { Correction, CorrectionDecision } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createFailure } from '../../linking/testing.ts';
import { mergeDuplicateFailures } from './merge-duplicate-failures.ts';

const url = 'https://acme.pagerduty.com/incidents/PA1B2C3';
const page = createFailure('page', 0, {
  externalId: 'PA1B2C3',
  url,
  title: 'Checkout fails',
  text: 'CPU is high.',
  services: ['shop'],
});
const issue = createFailure('issue', 1, {
  externalId: 'acme/shop#issue/7',
  title: 'No orders',
  text: 'Each refused card leaked a connection.',
  services: ['shop', 'cards'],
  references: [url],
  resolvedAt: createFailure('', 2).occurredAt,
});
const other = createFailure('other', 50);
const all = [other, issue, page];

function decided(...decisions: CorrectionDecision[]): Correction[] {
  return decisions.map((decision, at) => ({ id: `${at}`, decision, decidedAt: '2026-02-01T00:00:00.000Z' }));
}

test('a primary includes the content of its duplicates after its own content', () => {
  const { failures, duplicates } = mergeDuplicateFailures(all, []);
  expect(duplicates).toEqual([{ failureId: 'issue', duplicateOf: 'page' }]);
  expect(failures).toEqual([
    other,
    {
      ...page,
      text: 'CPU is high.\n\nNo orders\n\nEach refused card leaked a connection.',
      services: ['shop', 'cards'],
      references: [url],
      resolvedAt: issue.resolvedAt,
    },
  ]);
});

test('a correction of a duplicate applies to its primary', () => {
  const { corrections } = mergeDuplicateFailures(
    all,
    decided(
      { kind: 'not_a_failure', failureId: 'issue' },
      { kind: 'must_link', failureIds: ['issue', 'other'] },
      { kind: 'must_link', failureIds: ['issue', 'page'] },
      { kind: 'link', type: 'caused_by', failureId: 'issue', targetId: 'change', right: true },
      { kind: 'link', type: 'same_episode', failureId: 'other', targetId: 'issue', right: true },
      { kind: 'rename', patternId: 'p', name: 'Cards' },
    ),
  );
  expect(corrections.map(({ decision }) => decision)).toEqual([
    { kind: 'not_a_failure', failureId: 'page' },
    { kind: 'must_link', failureIds: ['page', 'other'] },
    { kind: 'link', type: 'caused_by', failureId: 'page', targetId: 'change', right: true },
    { kind: 'link', type: 'same_episode', failureId: 'other', targetId: 'page', right: true },
    { kind: 'rename', patternId: 'p', name: 'Cards' },
  ]);
});

test.each<CorrectionDecision>([
  { kind: 'cannot_link', failureIds: ['page', 'issue'] },
  { kind: 'link', type: 'same_episode', failureId: 'issue', targetId: 'page', right: false },
])('mergeDuplicateFailures keeps two failures separate that a person separated: $kind', (decision) => {
  const correction = decided(decision);
  expect(mergeDuplicateFailures(all, correction)).toEqual({ duplicates: [], failures: all, corrections: correction });
});
