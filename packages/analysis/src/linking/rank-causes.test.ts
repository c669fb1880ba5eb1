import type { Change, Failure } from '@refrain/domain';
import { describe, expect, it } from 'vitest';
import { linkFailures } from './link-failures.ts';
import { at, createChange, createDeployment, createFailure, createRevert, routineChanges, shaOf } from './testing.ts';

const merged = createChange('p1', 0, {
  number: 12,
  title: 'Retry refund postings',
  paths: ['src/fees.ts', 'CHANGELOG.md'],
});
const live = createDeployment('d1', 0.2, 'p1');
/** Routine changes, so that neither a path nor a day with a change is unusual. */
const everyday = Array.from({ length: 40 }, (_, index) =>
  createChange(`old${index}`, -100 - index * 40, {
    title: 'Routine work',
    paths: ['CHANGELOG.md', `src/part${index}.ts`],
  }),
);
const world: readonly Change[] = [...routineChanges, ...everyday, merged, live];
const incident = createFailure('i1', 0.7, { title: 'Payments red', services: ['Payments'], resolvedAt: at(2) });

function causeOf(overrides: Partial<Failure>, more: readonly Change[] = [], failures: readonly Failure[] = []) {
  const input = {
    failures: [{ ...incident, ...overrides }, ...failures],
    changes: [...world, ...more],
    corrections: [],
  };
  return linkFailures(input).links.find(({ type, failureId }) => type === 'caused_by' && failureId === 'i1') ?? null;
}

describe('linkFailures, given a change of the service shortly before an incident', () => {
  it('linkFailures does not name the change as the cause by time and location alone', () => {
    expect(causeOf({})).toBeNull();
  });

  it.each<[string, Partial<Failure>, Change[], Failure[], string]>([
    [
      'is reverted',
      {},
      [createChange('r1', 1.8, { kind: 'commit' })],
      [createRevert('p1', 'r1', 1.8)],
      'taken back 66 min',
    ],
    [
      'is changed again during the incident',
      {},
      [createChange('fix', 1.8, { number: 13, paths: ['src/fees.ts'] })],
      [],
      'acme/payments#13, which landed before it ended, touches src/fees.ts again',
    ],
    ['is named in the text', { text: 'Suspect acme/payments#12' }, [], [], 'the incident names acme/payments#12'],
    [
      'is named in the text without its owner',
      { text: 'Suspect payments#12' },
      [],
      [],
      'the incident names payments#12',
    ],
    [
      'is mentioned as a release',
      { text: 'Errors since the release. Looking.' },
      [],
      [],
      'speaks of a change: since the release',
    ],
    [
      'shares rare words with the text',
      { text: 'refund postings run twice on retry' },
      [],
      [],
      'both mention posting, refund, retry',
    ],
    ['touches the same file', { paths: ['src/fees.ts'] }, [], [], 'both touch src/fees.ts'],
  ])('linkFailures names the change as the cause if it %s', (_, overrides, more, failures, detail) => {
    const link = causeOf(overrides, more, failures);
    expect(link).toMatchObject({ targetId: 'p1' });
    expect(link?.evidence.map((weighedSignal) => weighedSignal.detail).join('; ')).toContain(
      detail.replace('66 min', '1.1 h'),
    );
  });

  it.each<[string, Partial<Failure>, Change[], Failure[]]>([
    [
      'a file that all changes touch is changed',
      {},
      [createChange('fix', 1.8, { number: 13, paths: ['CHANGELOG.md'] })],
      [],
    ],
    ['the text asks whether a release did it', { text: 'Since the release?' }, [], []],
    ["the text mentions a vendor's release", { text: 'The vendor had a bad release.' }, [], []],
    [
      'the text names a later rollback',
      { text: 'Rolled back with payments#14' },
      [createChange('p14', 1.8, { number: 14, paths: [] })],
      [],
    ],
    [
      'the change was reverted before the incident',
      { occurredAt: at(6), resolvedAt: null },
      [createChange('r1', 1, { kind: 'commit' })],
      [createRevert('p1', 'r1', 1)],
    ],
    ['the text repeats the service name', { title: 'Payments of payments', text: 'payments' }, [], []],
  ])('linkFailures does not name the change as the cause because %s', (_, overrides, more, failures) => {
    expect(causeOf(overrides, more, failures)).toBeNull();
  });
});

describe('linkFailures, given the base rate of changes', () => {
  /** Common words are a weak third signal besides time and location. */
  const given = { text: 'refund postings run twice on retry' };

  it('linkFailures scores a change in a quiet repository higher than one in a busy repository', () => {
    const busy = Array.from({ length: 60 }, (_, index) =>
      createChange(`busy${index}`, -0.5 - index, { title: `Step ${index}`, paths: [] }),
    );
    const quiet = causeOf(given)?.score ?? 0;
    const crowded = causeOf(given, busy)?.score ?? 0;
    expect(quiet).toBeGreaterThan(0.5);
    expect(crowded).toBeLessThan(quiet);
  });
});

describe('linkFailures, given a change in another repository', () => {
  const rules = createChange('e1', 0, {
    repository: 'acme/network-rules',
    number: 4,
    title: 'Remove unused ranges',
    paths: ['policies/card-desk.yaml'],
  });
  const elsewhere = { title: 'Timeouts', services: ['Card Desk (prod)'], text: 'suspect network-rules#4' };

  it('linkFailures finds the change if its path names the service', () => {
    const link = causeOf(elsewhere, [rules]);
    expect(link).toMatchObject({ targetId: 'e1' });
    expect(link?.evidence.map(({ detail }) => detail)).toContain(
      'names the service Card Desk (prod): policies/card-desk.yaml',
    );
  });

  it("linkFailures finds the change if its path contains the name of the service's repository", () => {
    const own = createChange('own', -900, { repository: 'acme/card-desk', title: 'Begin' });
    const link = causeOf({ ...elsewhere, services: ['Cards Desk'] }, [rules, own]);
    expect(link?.evidence.map(({ detail }) => detail)).toContain(
      'names the service Cards Desk: policies/card-desk.yaml',
    );
  });

  it('linkFailures finds the change if it is reverted right before the incident ends', () => {
    const back = createRevert('e1', 'r9', 1.9, {
      repository: 'acme/network-rules',
      externalId: `acme/network-rules@${shaOf('r9')}`,
    });
    const text = 'Nothing gets out to the bank';
    const reverting = createChange('r9', 1.9, { kind: 'commit', repository: 'acme/network-rules' });
    const link = causeOf({ ...elsewhere, text }, [rules, reverting], [back]);
    expect(link).toMatchObject({ targetId: 'e1' });
    expect(link?.evidence[0]?.detail).toBe('taken back 1.2 h after it began, right before it ended');
  });

  it('linkFailures does not find the change by a short name that two repositories have', () => {
    const twin = { ...rules, id: 'e2', repository: 'other/network-rules', sha: shaOf('e2'), paths: [] };
    expect(causeOf(elsewhere, [{ ...rules, paths: [] }, twin])).toBeNull();
  });
});

describe('linkFailures, given a commit on a branch', () => {
  const merge = createChange('m1', 3, { number: 20, title: 'Rewrite fees' });
  const mergeCommit = createChange('m1c', 3, {
    kind: 'commit',
    sha: shaOf('m1'),
    title: 'Merge pull request #20 from author/fees',
    text: 'Rewrite fees',
    parents: [shaOf('p1c'), shaOf('b1')],
  });
  const inner = createChange('b1', 0.5, { kind: 'commit', title: 'Rewrite fees', parents: [shaOf('p1c')] });
  const base = createChange('p1c', -0.1, { kind: 'commit', sha: shaOf('p1c'), title: 'Begin' });
  const branch = [base, inner, mergeCommit, merge];

  it('linkFailures does not name the commit as the cause before it is merged', () => {
    expect(causeOf({ text: `bisected to ${shaOf('b1').slice(0, 12)}` }, branch)).toBeNull();
  });

  it("linkFailures links the incident to the commit's pull request after the merge", () => {
    const late = { occurredAt: at(3.5), resolvedAt: null, text: `bisected to ${shaOf('b1').slice(0, 12)}` };
    expect(causeOf(late, branch)).toMatchObject({ targetId: 'm1' });
  });
});

it('linkFailures does not name a pull request into a non-default branch as the cause unless its commits are deployed', () => {
  const side = createChange('s1', 0.4, { number: 21, title: 'Cache fees', base: 'fees-v2' });
  const words = { text: 'Suspect acme/payments#21' };
  expect(causeOf(words, [side])).toBeNull();
  expect(causeOf(words, [{ ...side, base: null }])).toMatchObject({ targetId: 's1' });
  expect(causeOf(words, [side, createDeployment('d9', 0.5, 's1')])).toMatchObject({ targetId: 's1' });
});
