import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readIndexedFailures } from './answer-search-queries.ts';
import { createFailureSearcher } from './create-failure-searcher.ts';

function write(...lines: readonly object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'seen-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'records.jsonl');
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
}

const incidents = [
  {
    id: 'pool',
    title: 'Checkout slow',
    text: 'The connection pool was exhausted by a retry storm.',
    created: '2026-01-02',
  },
  { id: 'certificate', title: 'Gateway down', text: 'Its certificate expired, renewal had been switched off.' },
  ...Array.from({ length: 40 }, (_, number) => ({ id: `other${number}`, title: `Lift ${number} is stuck` })),
];

test('the search finds a described incident and reports it as seen before, but finds nothing for one that never happened', async () => {
  const { records } = await readIndexedFailures(write(...incidents));
  const ask = await createFailureSearcher(records);
  expect(await ask('retry storm exhausted the connection pool')).toMatchObject({
    neighbours: [{ id: 'pool' }],
    said: true,
  });
  expect(await ask('the tide flooded the cellar')).toMatchObject({ neighbours: [], said: false });
});

test('the search omits reverts that are not failures', async () => {
  const revert = (id: string, title: string, text: string) => ({ id, title, text, kind: 'reverted_change' });
  const { records, notFailures } = await readIndexedFailures(
    write(
      revert('broke', 'Revert "Cache prices"', 'This broke the checkout in production.'),
      revert('planned', 'Revert "Show the banner"', 'The event is over.'),
    ),
  );
  expect(records.map(({ id }) => id)).toEqual(['broke']);
  expect(notFailures).toBe(1);
});

test('the error for an invalid line names the number of the line', async () => {
  await expect(readIndexedFailures(write({ id: 'a' }, { id: 'b', kind: 'party' }))).rejects.toThrow(
    /line 2 of .*: kind: /u,
  );
  await expect(readIndexedFailures(write({ id: 'a' }, { id: 'a' }))).rejects.toThrow('The id a occurs twice');
});
