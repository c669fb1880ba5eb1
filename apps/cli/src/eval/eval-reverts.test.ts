import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evalCause } from './eval-cause.ts';
import { evalReverts } from './eval-reverts.ts';

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

describe('evalReverts', () => {
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

  it('writes one line for each revert, with exactly the documented fields', async () => {
    await give(second, first);
    expect(await evalReverts({ input, output })).toMatchObject({ records: 2 });
    expect(await written()).toEqual([
      {
        ...{ sha: second.sha, mergeShas: [], revertedShas: [first.sha], revertedPr: 7, isRevertOfRevert: false },
        ...{ verdict: 'unclear', isFailure: false, confidence: 0.5, evidence: [] },
      },
    ]);
  });

  it('scores against a list, beside what the branch alone would find', async () => {
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
    expect((await evalReverts({ input, output, truth })).scores).toEqual({
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
  ])('refuses %s and writes nothing', async (_, record, message) => {
    await give(record);
    await expect(evalReverts({ input, output })).rejects.toThrow(message);
    await expect(readFile(output)).rejects.toThrow(/ENOENT/u);
  });

  it('refuses an empty file', async () => {
    await give();
    await expect(evalReverts({ input, output })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('evalCause', () => {
  const expired = { id: 'x', title: 'Certificate expired', text: 'Nobody renewed the TLS certificate.' };

  it('writes cause and trigger and does not look at the label', async () => {
    await give({ ...expired, cause: 'capacity' }, { id: 'y', title: 'Odd', text: null });
    const { scores } = await evalCause({ input, output });
    expect(await written()).toMatchObject([
      { id: 'x', cause: 'expiry_time', trigger: 'time' },
      { id: 'y', cause: 'unknown', trigger: 'unknown', confidence: 0 },
    ]);
    expect(scores).toMatchObject({ accuracy: 0 });
  });

  it('predicts whatever the labels are; those outside the closed list are counted and not scored', async () => {
    await give(
      { ...expired, cause: 'expiry_time' },
      { ...expired, id: 2, cause: 'gremlins' },
      { ...expired, id: 'c', cause: ['expiry_time', 'gremlins', 7] },
      { ...expired, id: 'd', cause: { deep: true } },
    );
    const { records, scores, unknownLabels } = await evalCause({ input, output });
    expect((await written()).map(({ id, cause }) => [id, cause])).toEqual(
      ['x', '2', 'c', 'd'].map((id) => [id, 'expiry_time']),
    );
    expect({ records, scores, unknownLabels }).toMatchObject({ records: 4, scores: { accuracy: 1 }, unknownLabels: 4 });
  });

  it('gives no scores where no label is known', async () => {
    await give({ ...expired, cause: 'gremlins' });
    expect(await evalCause({ input, output })).toEqual({ records: 1, scores: null, unknownLabels: 1 });
  });

  it('gives no scores without labels', async () => {
    await give(expired);
    expect(await evalCause({ input, output })).toEqual({ records: 1, scores: null });
  });
});
