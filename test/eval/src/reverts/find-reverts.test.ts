import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findReverts } from './find-reverts.ts';

let folder: string;
let input: string;
let output: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refrain-eval-'));
  input = join(folder, 'in.jsonl');
  output = join(folder, 'out.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const give = (...records: object[]) =>
  writeFile(input, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
const written = async () =>
  (await readFile(output, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const first = {
  repo: 'acme/shop',
  sha: 'a1'.repeat(20),
  date: '2026-01-01T10:00:00+01:00',
  parents: [],
  subject: 'Cache prices (#7)',
  body: '',
  pr: 7,
};
const second = {
  ...first,
  sha: 'b2'.repeat(20),
  date: '2026-01-01T10:00:00Z',
  parents: [first.sha],
  subject: 'Revert "Cache prices (#7)" (#8)',
  pr: 8,
};

it('findReverts writes one line for each revert, with exactly the documented fields', async () => {
  await give(second, first);
  expect(await findReverts({ input, output })).toMatchObject({ records: 2 });
  expect(await written()).toEqual([
    {
      sha: second.sha,
      mergeShas: [],
      revertedShas: [first.sha],
      revertedPr: 7,
      isRevertOfRevert: false,
      verdict: 'unclear',
      isFailure: false,
      confidence: 0.5,
      evidence: [],
    },
  ]);
});

it('findReverts scores both Refrain and the rule by branch name against a list of reverts', async () => {
  const button = { ...second, subject: 'Stale prices (#8)', branch: 'revert-7-cache' };
  await give(first, button, {
    ...second,
    sha: 'c3'.repeat(20),
    parents: [button.sha],
    subject: 'Undo prices (#9)',
    pr: 9,
  });
  const truth = join(folder, 'truth.jsonl');
  await writeFile(truth, `${JSON.stringify({ revert_sha: button.sha, reverted_sha: first.sha })}\n`);
  expect((await findReverts({ input, output, truth })).scores).toEqual({
    reverts: 2,
    withTarget: 1,
    listed: 1,
    found: 2,
    recall: 1,
    precisionAtLeast: 0.5,
    rightTarget: 1,
    branchRule: { found: 1, recall: 1, precisionAtLeast: 1, rightTarget: 1 },
    missing: [],
    toRead: ['c3c3c3c3c3 Undo prices (#9)'],
  });
});

it.each([
  ['a date that is none', { ...first, date: 'soon' }, /line 1 .*date/u],
  ['a missing sha', { ...first, sha: undefined }, /line 1 .*sha/u],
])('findReverts rejects %s and writes nothing', async (_, record, message) => {
  await give(record);
  await expect(findReverts({ input, output })).rejects.toThrow(message);
  await expect(readFile(output)).rejects.toThrow(/ENOENT/u);
});

it('findReverts rejects an empty file', async () => {
  await give();
  await expect(findReverts({ input, output })).rejects.toMatchObject({ code: 'invalid_input' });
});
