import type { Change } from '@refrain/domain';
import { expect, test } from 'vitest';
import { linkFailures } from './link-failures.ts';
import { createChange, createDeployment, createRevert, shaOf } from './testing.ts';

/** A history of four commits, in which `revert` reverts `bad` after ten hours. */
const line: Change[] = ['start', 'bad', 'next', 'revert'].map((name, at, all) =>
  createChange(`commit-${name}`, at === 3 ? 10 : at, {
    kind: 'commit',
    sha: shaOf(name),
    parents: at === 0 ? [] : [shaOf(all[at - 1] ?? '')],
  }),
);
const taken = createRevert('bad', 'revert', 10);

function shipments(changes: readonly Change[]) {
  return linkFailures({ failures: [taken], changes, corrections: [] })
    .links.filter(({ type }) => type === 'shipped_by')
    .map(({ targetId, score, evidence }) => ({ targetId, score, detail: evidence[0]?.detail }));
}

test('linkFailures finds the first deployment to each environment that contained the reverted change', () => {
  const found = shipments([
    ...line,
    createDeployment('before', 1.5, 'start'),
    createDeployment('staging', 2, 'bad', { environment: 'staging' }),
    createDeployment('failed', 2.5, 'next', { succeeded: false }),
    createDeployment('first', 3, 'next'),
    createDeployment('again', 4, 'next'),
    createDeployment('mended', 11, 'revert', { environment: 'europe' }),
    createDeployment('review', 3, 'next', { environment: 'pr-7' }),
  ]);
  expect(found.map(({ targetId }) => targetId)).toEqual(['first', 'staging']);
  expect(found[0]).toMatchObject({
    score: 0.95,
    detail: expect.stringContaining('first deployment to production that holds'),
  });
});

test('linkFailures finds a delayed deployment that shipped a change after the revert of that change', () => {
  expect(shipments([...line, createDeployment('late', 10.5, 'next')])).toHaveLength(1);
  expect(shipments([...line, createDeployment('late', 100, 'next')])).toEqual([]);
});

test('linkFailures finds the first deployment between the merge and the revert if commits are unknown', () => {
  const [bad, revert] = [line[1], line[3]].map((one) => ({ ...(one as Change), parents: [] }));
  const found = shipments([
    bad as Change,
    revert as Change,
    createDeployment('early', 0.5, 'x'),
    createDeployment('after', 3, 'y'),
    createDeployment('later', 12, 'z', { environment: 'europe' }),
  ]);
  expect(found).toEqual([{ targetId: 'after', score: 0.6, detail: expect.stringContaining('after it landed') }]);
});

test('linkFailures ignores deployment events without a commit', () => {
  expect(shipments([...line, createDeployment('event', 3, 'next', { sha: null, environment: null })])).toEqual([]);
});
