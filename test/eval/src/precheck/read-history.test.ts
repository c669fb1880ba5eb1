import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readHistory } from './read-history.ts';

const folder = mkdtempSync(join(tmpdir(), 'refrain-precheck-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha = (at: number) => `${at}`.padStart(40, 'a');
const subjects = [
  'feat(cart): Keep what was chosen (#1)',
  'fix(mail): Say less (#2)',
  'Revert "feat(cart): Keep what was chosen (#1)" (#3)',
  'build(deps): bump left from 1.2.0 to 1.3.0 (#4)',
  'Revert "Revert "feat(cart): Keep what was chosen (#1)" (#3)" (#5)',
];
const commits = subjects.map((subject, at) => ({
  repo: 'acme/shop',
  sha: sha(at),
  date: new Date(Date.UTC(2026, 0, 1 + at)).toISOString(),
  parents: at === 0 ? [] : [sha(at - 1)],
  subject,
  body: '',
  pr: at + 1,
}));
const write = (name: string, lines: readonly unknown[]) => {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
};
const commitsFile = write('commits-shop.jsonl', commits);

test('readHistory uses the date of the revert as the date of a failure, and omits reverts from the tested changes', async () => {
  const { past, tested } = await readHistory(commitsFile, null);
  expect(past.failures.map(({ changeId, knownAt }) => [changeId, knownAt])).toEqual([[sha(0), commits[2]?.date]]);
  expect(tested.map(({ id, hasFailed, isReland, isVersionBump }) => [id, hasFailed, isReland, isVersionBump])).toEqual([
    [sha(0), true, false, false],
    [sha(1), false, false, false],
    [sha(3), false, false, true],
    [sha(4), false, true, false],
  ]);
  expect(past.changes.map(({ id, paths }) => [id, paths])).toEqual(tested.map(({ id }) => [id, null]));
});

test('readHistory takes the truth from a list of reverts, but takes known failures only from detected reverts', async () => {
  const listed = write('reverts-shop.jsonl', [{ revert_sha: sha(2), reverted_sha: sha(1), reverted_files: ['a.ts'] }]);
  const { past, tested } = await readHistory(commitsFile, listed);
  expect(tested.filter(({ hasFailed }) => hasFailed).map(({ id }) => id)).toEqual([sha(1)]);
  expect(past.failures.map(({ changeId }) => changeId)).toEqual([sha(0)]);
});
