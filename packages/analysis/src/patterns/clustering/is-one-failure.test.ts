import type { Correction, FailureKind } from '@refrain/domain';
import { expect, test } from 'vitest';
import { indexStatementDecisions } from '../../extraction/statement-decisions.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { isOneFailure } from './is-one-failure.ts';

const similar = [
  'Parcel labels print slowly in the north',
  'Label printing is slow again, depots wait',
  'Labels take minutes to print',
];

function episodes(titles: readonly string[], kind: FailureKind | null = 'incident') {
  return titles.map((title, at) => {
    const failure = { id: `f${at}`, title, text: '', occurredAt: `2026-01-0${at + 1}T00:00:00.000Z` };
    const own = kind === null ? failure : { ...failure, kind };
    return { episodeId: `e${at}`, document: normaliseDocument(own), failures: [own] };
  });
}

function isOne(titles: readonly string[], kind?: FailureKind | null, corrections: readonly Correction[] = []): boolean {
  return isOneFailure(episodes(titles, kind), indexStatementDecisions(corrections));
}

test('isOneFailure needs three episodes of incidents that share only words', () => {
  expect(isOne(similar)).toBe(true);
  expect(isOne(similar.slice(0, 2))).toBe(false);
});

test('isOneFailure accepts two incidents with the same title', () => {
  expect(isOne(['Sync job stuck for 40 minutes', 'Sync job stuck for 7 minutes'])).toBe(true);
});

test('isOneFailure accepts two incidents that clearly state the same mechanism', () => {
  const full = ['The disk of the ledger is full: no space left on device', 'Photos fail because the disk ran full'];
  expect(isOne(full)).toBe(true);
});

test('isOneFailure does not accept failures that only state that tests fail', () => {
  const red = [
    'The smoke test failed: AssertionError on the vouchers page',
    'AssertionError in the test of the tour plan',
  ];
  expect(isOne(red)).toBe(false);
});

test('isOneFailure needs six failed deployments that share only words, even with the same title', () => {
  const titles = Array.from({ length: 6 }, () => 'production: stage red');
  expect(isOne(titles, 'failed_deployment')).toBe(true);
  expect(isOne(titles.slice(1), 'failed_deployment')).toBe(false);
});

test('isOneFailure accepts two reverted changes, and documents of no kind', () => {
  expect(isOne(similar.slice(0, 2), 'reverted_change')).toBe(true);
  expect(isOne(similar.slice(0, 2), null)).toBe(true);
});

test('isOneFailure counts the mechanism that a person chose', () => {
  const corrections = ['f0', 'f1'].map((failureId, at) => ({
    id: `c${at}`,
    decidedAt: '2026-02-01T00:00:00.000Z',
    decision: {
      kind: 'statement' as const,
      failureId,
      statement: 'mechanism' as const,
      mechanism: 'Disk full',
      quote: null,
    },
  }));
  expect(isOne(similar.slice(0, 2), 'incident', corrections)).toBe(true);
});
