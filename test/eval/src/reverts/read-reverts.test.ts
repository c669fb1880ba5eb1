import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readReverts } from './read-reverts.ts';

async function writeLines(...lines: readonly object[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-org-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'reverts.jsonl');
  await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
}

const revert = {
  repo: 'acme/shop',
  revert_sha: 'b',
  revert_date: '2026-01-02T10:00:00+01:00',
  revert_subject: 'Revert "A"',
};

test('readReverts reads each revert and each reverted commit once', async () => {
  const again = {
    ...revert,
    revert_sha: 'c',
    revert_date: '2026-01-03T10:00:00Z',
    revert_subject: 'Revert "Revert "A""',
  };
  const path = await writeLines(
    { ...revert, reverted_sha: 'a', reverted_subject: 'A', reverted_date: '2026-01-01T10:00:00Z' },
    { ...again, reverted_sha: 'b', reverted_subject: revert.revert_subject },
  );
  const commits = await readReverts(path);
  expect(commits.map(({ record }) => [record.sha, record.subject])).toEqual([
    ['a', 'A'],
    ['b', 'Revert "A"'],
    ['c', 'Revert "Revert "A""'],
  ]);
  expect(commits[1]?.change).toMatchObject({ kind: 'commit', occurredAt: '2026-01-02T09:00:00.000Z' });
});

test('if a listed revert lacks a body or a date, readReverts uses the reason as the body and the week as the date', async () => {
  const path = await writeLines({
    revert_sha: 'b',
    week: '2026-01-05',
    revert_subject: 'Revert "A"',
    reason: 'It broke',
  });
  expect(await readReverts(path)).toMatchObject([{ record: { date: '2026-01-05', body: 'It broke' } }]);
});

test('readReverts rejects a line in another format', async () => {
  const path = await writeLines({ sha: 'b' });
  await expect(readReverts(path)).rejects.toThrow('revert_sha');
});
