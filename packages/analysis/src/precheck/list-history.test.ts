import type { Link } from '@refrain/domain';
import { expect, test } from 'vitest';
import { at, change, failure, shaOf } from '../linking/testing.ts';
import { listPrecheckHistory } from './list-history.ts';

const pull = change('pull', 1, { paths: ['src/pool.ts'], sha: shaOf('merge'), number: 3 });
const commit = change('commit', 1, { kind: 'commit', sha: shaOf('merge') });
const other = change('other', 2, { kind: 'deployment', sha: shaOf('elsewhere') });
const cause = (failureId: string, targetId: string, given: Partial<Link> = {}): Link => ({
  type: 'caused_by',
  failureId,
  targetId,
  score: 0.8,
  evidence: [],
  status: 'suggested',
  ...given,
});

function listed(links: readonly Link[], failures = [failure('f', 5)]) {
  return listPrecheckHistory({
    asOf: at(9),
    changes: [pull, commit, other],
    failures,
    links,
    members: [{ patternId: 'p', failureId: 'f' }],
    episodes: [{ id: 'e', failureIds: ['f'] }],
  });
}

test('a failure is of the pull request that set it off, also by the commit that this left', () => {
  const known = { id: 'f', changeId: 'pull', knownAt: at(5), patternId: 'p', episodeId: 'e' };
  expect(listed([cause('f', 'pull')]).failures).toEqual([known]);
  expect(listed([cause('f', 'commit')]).failures).toEqual([known]);
  expect(listed([]).changes).toEqual([expect.objectContaining({ id: 'pull', paths: ['src/pool.ts'] })]);
});

test.each([
  ['of a change that is no pull request', [cause('f', 'other')]],
  ['of a change that is not there', [cause('f', 'gone')]],
  ['that is less likely than not', [cause('f', 'pull', { score: 0.49 })]],
  ['that people rejected', [cause('f', 'pull', { status: 'rejected' })]],
  ['that only ended it', [cause('f', 'pull', { type: 'resolved_by' })]],
])('no failure is known %s', (_what, links) => {
  expect(listed(links).failures).toEqual([]);
});

test('what is no failure, and what tells of one again, counts for nothing', () => {
  expect(listed([cause('f', 'pull')], [failure('f', 5, { isFailure: false })]).failures).toEqual([]);
  expect(listed([cause('f', 'pull')], [failure('f', 5, { duplicateOf: 'g' })]).failures).toEqual([]);
});

test('that no path is listed does not say that none was touched', () => {
  const { changes } = listPrecheckHistory({
    asOf: at(9),
    failures: [],
    links: [],
    members: [],
    episodes: [],
    changes: [{ ...pull, paths: [] }],
  });
  expect(changes[0]?.paths).toBeNull();
});
