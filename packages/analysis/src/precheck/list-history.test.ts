import type { Link } from '@refrain/domain';
import { expect, test } from 'vitest';
import { at, createChange, createFailure, shaOf } from '../linking/testing.ts';
import { listPrecheckHistory } from './list-history.ts';

const pull = createChange('pull', 1, { paths: ['src/pool.ts'], sha: shaOf('merge'), number: 3 });
const commit = createChange('commit', 1, { kind: 'commit', sha: shaOf('merge') });
const other = createChange('other', 2, { kind: 'deployment', sha: shaOf('elsewhere') });
const cause = (failureId: string, targetId: string, given: Partial<Link> = {}): Link => ({
  type: 'caused_by',
  failureId,
  targetId,
  score: 0.8,
  evidence: [],
  status: 'suggested',
  ...given,
});

function listed(links: readonly Link[], failures = [createFailure('f', 5)]) {
  return listPrecheckHistory({
    asOf: at(9),
    changes: [pull, commit, other],
    failures,
    links,
    members: [{ patternId: 'p', failureId: 'f' }],
    episodes: [{ id: 'e', failureIds: ['f'] }],
  });
}

test('listPrecheckHistory assigns a failure to a pull request if the pull request or its merge commit is linked as the cause', () => {
  const known = { id: 'f', changeId: 'pull', knownAt: at(5), patternId: 'p', episodeId: 'e' };
  expect(listed([cause('f', 'pull')]).failures).toEqual([known]);
  expect(listed([cause('f', 'commit')]).failures).toEqual([known]);
  expect(listed([]).changes).toEqual([expect.objectContaining({ id: 'pull', paths: ['src/pool.ts'] })]);
});

test.each([
  ['targets a deployment without pull request', [cause('f', 'other')]],
  ['targets an unknown change', [cause('f', 'gone')]],
  ['scores below 0.5', [cause('f', 'pull', { score: 0.49 })]],
  ['was rejected', [cause('f', 'pull', { status: 'rejected' })]],
  ['is a resolution', [cause('f', 'pull', { type: 'resolved_by' })]],
])('listPrecheckHistory ignores a failure whose link %s', (_what, links) => {
  expect(listed(links).failures).toEqual([]);
});

test('listPrecheckHistory ignores dismissed failures and duplicates', () => {
  expect(listed([cause('f', 'pull')], [createFailure('f', 5, { isFailure: false })]).failures).toEqual([]);
  expect(listed([cause('f', 'pull')], [createFailure('f', 5, { duplicateOf: 'g' })]).failures).toEqual([]);
});

test('listPrecheckHistory treats an empty list of paths as unknown paths', () => {
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
