import type { Change } from '@refrain/domain';
import { expect, test } from 'vitest';
import { linkFailures } from './link-failures.ts';
import { change, deployment, revertOf, shaOf } from './testing.ts';

/** A history of four commits, in which `revert` reverts `bad` after ten hours. */
const line: Change[] = ['start', 'bad', 'next', 'revert'].map((name, at, all) =>
  change(`commit-${name}`, at === 3 ? 10 : at, {
    kind: 'commit',
    sha: shaOf(name),
    parents: at === 0 ? [] : [shaOf(all[at - 1] ?? '')],
  }),
);
const taken = revertOf('bad', 'revert', 10);

function shipments(changes: readonly Change[]) {
  return linkFailures({ failures: [taken], changes, corrections: [] })
    .links.filter(({ type }) => type === 'shipped_by')
    .map(({ targetId, score, evidence }) => ({ targetId, score, detail: evidence[0]?.detail }));
}

test('finds the first deployment to each environment that contained the reverted change', () => {
  const found = shipments([
    ...line,
    deployment('before', 1.5, 'start'),
    deployment('staging', 2, 'bad', { environment: 'staging' }),
    deployment('failed', 2.5, 'next', { succeeded: false }),
    deployment('first', 3, 'next'),
    deployment('again', 4, 'next'),
    deployment('mended', 11, 'revert', { environment: 'europe' }),
    deployment('review', 3, 'next', { environment: 'pr-7' }),
  ]);
  expect(found.map(({ targetId }) => targetId)).toEqual(['first', 'staging']);
  expect(found[0]).toMatchObject({
    score: 0.95,
    detail: expect.stringContaining('first deployment to production that holds'),
  });
});

test('finds a delayed deployment that shipped a change after the revert', () => {
  expect(shipments([...line, deployment('late', 10.5, 'next')])).toHaveLength(1);
  expect(shipments([...line, deployment('late', 100, 'next')])).toEqual([]);
});

test('finds the first deployment between the merge and the revert if commits are unknown', () => {
  const [bad, revert] = [line[1], line[3]].map((one) => ({ ...(one as Change), parents: [] }));
  const found = shipments([
    bad as Change,
    revert as Change,
    deployment('early', 0.5, 'x'),
    deployment('after', 3, 'y'),
    deployment('later', 12, 'z', { environment: 'europe' }),
  ]);
  expect(found).toEqual([{ targetId: 'after', score: 0.6, detail: expect.stringContaining('after it landed') }]);
});

test('ignores deployment events without a commit', () => {
  expect(shipments([...line, deployment('event', 3, 'next', { sha: null, environment: null })])).toEqual([]);
});
