import type { Correction, CorrectionDecision, Episode } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FailureDocument } from '../../text/failure-document.ts';
import { clusterDocuments } from './cluster-documents.ts';
import type { ClusteringInput, FailureClustering } from './clustering-result.ts';
import { findPatterns } from './find-patterns.ts';

function write(id: string, day: number, title: string, text: string): FailureDocument {
  return { id, title, text, occurredAt: new Date(Date.UTC(2024, 0, day)).toISOString() };
}

const failures = [
  write('pool1', 1, 'Connection pool exhausted in checkout', 'all connections of the postgres pool were taken'),
  write('pool2', 9, 'Checkout: connection pool exhausted', 'postgres pool had no connections left'),
  write('pool3', 20, 'Postgres connection pool of checkout is exhausted', 'waiting for connections from the pool'),
  write('cert1', 3, 'TLS certificate of the gateway expired', 'handshakes were refused, certificate not renewed'),
  write('cert2', 30, 'Gateway certificate expired', 'TLS certificate was not renewed, handshakes failed'),
  write('rank', 5, 'Search shows results in odd order', 'ranking weights swapped in an experiment'),
  write('disk', 6, 'Build agents out of inodes', 'temporary folders of old builds were never removed'),
];

function group(input: Partial<ClusteringInput> = {}): FailureClustering {
  return findPatterns({
    failures,
    episodes: [],
    corrections: [],
    previous: [],
    newPatternId: (id) => `pattern-${id}`,
    ...input,
  });
}

function membersOf({ patterns }: FailureClustering): Record<string, string[]> {
  return Object.fromEntries(patterns.map(({ id, members }) => [id, members.map(({ failureId }) => failureId)]));
}

function correct(...decisions: CorrectionDecision[]): Correction[] {
  return decisions.map((decision, index) => ({
    id: `c${index}`,
    decision,
    decidedAt: `2024-02-0${index + 1}T00:00:00.000Z`,
  }));
}

const expected = { 'pattern-cert1': ['cert1', 'cert2'], 'pattern-pool1': ['pool1', 'pool2', 'pool3'] };

describe('findPatterns', () => {
  test('findPatterns groups recurring failures and omits failures that happened once', () => {
    expect(membersOf(group())).toEqual(expected);
  });

  test('findPatterns gives each member a confidence within [0, 1] and evidence', () => {
    for (const { members, confidence, terms } of group().patterns) {
      expect(confidence).toBeGreaterThan(0.2);
      expect(terms.length).toBeGreaterThan(0);
      for (const member of members) {
        expect(member.confidence).toBeGreaterThan(0);
        expect(member.confidence).toBeLessThanOrEqual(1);
        expect(member.evidence.map(({ signal }) => signal)).toContain('words');
      }
    }
  });

  test('findPatterns does not count failures of one episode as a recurrence', () => {
    const episodes: Episode[] = [{ id: 'cert1', failureIds: ['cert1', 'cert2'] }];
    expect(Object.keys(membersOf(group({ episodes })))).toEqual(['pattern-pool1']);
  });

  test('findPatterns finds no pattern in similar reverts within a week, unless people joined the reverts or confirmed the pattern', () => {
    const reverts = (lastDay: number) =>
      failures.map((failure) =>
        failure.id === 'cert1' || failure.id === 'cert2'
          ? {
              ...failure,
              kind: 'reverted_change' as const,
              occurredAt: new Date(Date.UTC(2024, 0, failure.id === 'cert1' ? 3 : lastDay)).toISOString(),
            }
          : failure,
      );
    const certificate = { 'pattern-cert1': expected['pattern-cert1'] };
    expect(membersOf(group({ failures: reverts(9) }))).not.toMatchObject(certificate);
    expect(membersOf(group({ failures: reverts(11) }))).toMatchObject(certificate);
    const joined = correct({ kind: 'must_link', failureIds: ['cert1', 'cert2'] });
    expect(membersOf(group({ failures: reverts(9), corrections: joined }))).toMatchObject(certificate);
    const previous = [{ patternId: 'pattern-cert1', failureIds: ['cert1', 'cert2'] }];
    const confirmed = correct({ kind: 'pattern', patternId: 'pattern-cert1', right: true });
    expect(membersOf(group({ failures: reverts(9), previous, corrections: confirmed }))).toMatchObject(certificate);
  });

  test('findPatterns finds no pattern in reverts that mostly state no harm, unless people confirmed the pattern', () => {
    const reverts = (...harmful: string[]) =>
      failures.map((failure) => {
        if (!failure.id.startsWith('cert')) return failure;
        return { ...failure, kind: 'reverted_change' as const, isHarmKnown: harmful.includes(failure.id) };
      });
    const certificate = { 'pattern-cert1': expected['pattern-cert1'] };
    expect(membersOf(group({ failures: reverts() }))).not.toMatchObject(certificate);
    expect(membersOf(group({ failures: reverts('cert1') }))).toMatchObject(certificate);
    const previous = [{ patternId: 'pattern-cert1', failureIds: ['cert1', 'cert2'] }];
    const confirmed = correct({ kind: 'pattern', patternId: 'pattern-cert1', right: true });
    expect(membersOf(group({ failures: reverts(), previous, corrections: confirmed }))).toMatchObject(certificate);
  });

  test('findPatterns leaves out an episode that shares nothing with a pattern, unless people joined it', () => {
    const printers = Array.from({ length: 30 }, (_, at) => write(`printer${at}`, 40 + at, `Printer ${at} offline`, ''));
    const input = { failures: [...failures, ...printers] };
    const previous = [{ patternId: 'pattern-cert1', failureIds: ['cert1', 'cert2', 'rank'] }];
    const joined = correct({ kind: 'must_link', failureIds: ['cert1', 'rank'] });
    expect(membersOf(group({ ...input, previous }))).toMatchObject(expected);
    expect(membersOf(group({ ...input, previous, corrections: joined }))['pattern-cert1']).toContain('rank');
  });

  test('findPatterns puts all failures of an episode into one pattern', () => {
    const revert = write('revert', 9, 'Revert "Tune worker settings"', 'back to twelve workers');
    const episodes: Episode[] = [{ id: 'pool2', failureIds: ['pool2', 'revert'] }];
    expect(membersOf(group({ failures: [...failures, revert], episodes }))['pattern-pool1']).toContain('revert');
  });

  test('findPatterns joins, separates and dismisses failures as people decided', () => {
    expect(membersOf(group({ corrections: correct({ kind: 'must_link', failureIds: ['rank', 'disk'] }) }))).toEqual({
      ...expected,
      'pattern-rank': ['rank', 'disk'],
    });
    expect(membersOf(group({ corrections: correct({ kind: 'cannot_link', failureIds: ['cert1', 'cert2'] }) }))).toEqual(
      {
        'pattern-pool1': expected['pattern-pool1'],
      },
    );
    expect(
      membersOf(group({ corrections: correct({ kind: 'not_a_failure', failureId: 'pool2' }) }))['pattern-pool1'],
    ).toEqual(['pool1', 'pool3']);
  });

  test('findPatterns separates failures of one episode if a person decided so', () => {
    const episodes: Episode[] = [{ id: 'pool1', failureIds: ['pool1', 'cert1'] }];
    const corrections = correct({ kind: 'cannot_link', failureIds: ['pool1', 'cert1'] });
    expect(membersOf(group({ episodes, corrections }))).toEqual(expected);
  });

  test('findPatterns keeps pattern ids when a failure arrives, and returns the same result for the same input', () => {
    const before = group({
      failures: failures.filter(({ id }) => id !== 'pool1'),
      newPatternId: (id) => `first-${id}`,
    });
    const previous = before.patterns.map(({ id, members }) => ({
      patternId: id,
      failureIds: members.map(({ failureId }) => failureId),
    }));
    const after = group({ previous });
    expect(membersOf(after)).toEqual({
      'first-cert1': expected['pattern-cert1'],
      'first-pool2': expected['pattern-pool1'],
    });
    expect(after.lineage).toEqual([]);
    const again = after.patterns.map(({ id, members }) => ({
      patternId: id,
      failureIds: members.map(({ failureId }) => failureId),
    }));
    expect(group({ previous: again })).toEqual(after);
  });

  test('findPatterns returns no patterns for no failures', () => {
    expect(group({ failures: [] })).toEqual({ patterns: [], lineage: [] });
  });
});

const word = fc.constantFrom(
  'pool',
  'postgres',
  'certificate',
  'gateway',
  'disk',
  'inode',
  'ranking',
  'timeout',
  'quota',
  'deploy',
);
const corpus = fc
  .array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 20 })
  .map((all) =>
    all.map((words, index) =>
      write(`f${String(index).padStart(2, '0')}`, index + 1, words.slice(0, 3).join(' '), words.join(' ')),
    ),
  );
const index = fc.nat({ max: 19 });
const decisions = fc.array(
  fc.oneof(
    fc.tuple(index, index).map(
      ([a, b]): CorrectionDecision => ({
        kind: 'must_link',
        failureIds: [`f${String(a).padStart(2, '0')}`, `f${String(b).padStart(2, '0')}`],
      }),
    ),
    fc.tuple(index, index).map(
      ([a, b]): CorrectionDecision => ({
        kind: 'cannot_link',
        failureIds: [`f${String(a).padStart(2, '0')}`, `f${String(b).padStart(2, '0')}`],
      }),
    ),
  ),
  { maxLength: 6 },
);

describe('findPatterns for generated input', () => {
  test('findPatterns returns the same result for failures, episodes and corrections in any order', () => {
    fc.assert(
      fc.property(corpus, decisions, (all, decided) => {
        const corrections = correct(...decided);
        const episodes = [
          { id: 'f00', failureIds: ['f00', 'f01'] },
          { id: 'f03', failureIds: ['f03', 'f02'] },
        ];
        const one = group({ failures: all, episodes, corrections });
        const other = group({
          failures: [...all].reverse(),
          episodes: [...episodes].reverse(),
          corrections: [...corrections].reverse(),
        });
        expect(other).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  test('findPatterns applies the newest decision, and gives each failure at most one pattern and each pattern at least two episodes', () => {
    fc.assert(
      fc.property(corpus, decisions, (all, decided) => {
        const found = group({ failures: all, corrections: correct(...decided) });
        const patternOf = new Map(
          found.patterns.flatMap(({ id, members }) => members.map(({ failureId }) => [failureId, id] as const)),
        );
        expect(patternOf.size).toBe(found.patterns.reduce((sum, { members }) => sum + members.length, 0));
        for (const { members } of found.patterns) expect(members.length).toBeGreaterThanOrEqual(2);
        const newest = decided.at(-1);
        if (newest?.kind !== 'must_link' && newest?.kind !== 'cannot_link') return;
        const [a = '', b = ''] = newest.failureIds;
        const bothThere = a !== b && all.some(({ id }) => id === a) && all.some(({ id }) => id === b);
        if (!bothThere) return;
        const together = patternOf.has(a) && patternOf.get(a) === patternOf.get(b);
        expect(together).toBe(newest.kind === 'must_link');
      }),
      { numRuns: 100 },
    );
  });

  test('findPatterns returns the same patterns again if its own result is given as the previous clustering', () => {
    fc.assert(
      fc.property(corpus, (all) => {
        const first = group({ failures: all });
        const previous = first.patterns.map(({ id, members }) => ({
          patternId: id,
          failureIds: members.map(({ failureId }) => failureId),
        }));
        expect(group({ failures: all, previous })).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });

  test('findPatterns keeps clear patterns and their ids when an unrelated failure arrives', () => {
    const previous = group().patterns.map(({ id, members }) => ({
      patternId: id,
      failureIds: members.map(({ failureId }) => failureId),
    }));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('mail', 'template', 'locale', 'cart', 'colour'), { maxLength: 5 }),
        (words) => {
          const more = write('new', 40, words.join(' '), words.join(' '));
          expect(membersOf(group({ failures: [...failures, more], previous }))).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});

test('clusterDocuments finds the same groups as findPatterns, and keeps the order of the documents', () => {
  expect(clusterDocuments(failures)).toEqual([
    { id: 'pool1', pattern: 'pool1' },
    { id: 'pool2', pattern: 'pool1' },
    { id: 'pool3', pattern: 'pool1' },
    { id: 'cert1', pattern: 'cert1' },
    { id: 'cert2', pattern: 'cert1' },
    { id: 'rank', pattern: null },
    { id: 'disk', pattern: null },
  ]);
});

test('clusterDocuments compares words alone unless all failures have vectors', () => {
  const vectors = new Map(failures.map(({ id }, at) => [id, { values: Int8Array.of(at, 1), count: 1 }] as const));
  vectors.delete('disk');
  expect(clusterDocuments(failures, vectors)).toEqual(clusterDocuments(failures));
});

test('clusterDocuments compares words alone for failures whose texts have at most one passage', () => {
  const short = new Map(failures.map(({ id }, at) => [id, { values: Int8Array.of(1, at, at, 1), count: 2 }] as const));
  expect(clusterDocuments(failures, short)).toEqual(clusterDocuments(failures));
});
