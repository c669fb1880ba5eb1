import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { predictCauses } from './predict-causes.ts';

const records = [
  { id: 'a', title: 'Certificate expired on the gateway', text: 'Nobody had renewed it.', cause: ['expiry_time'] },
  { id: 2, title: 'Slow', text: 'Root cause: the disk was full.', cause: 'capacity' },
  { id: 'c', title: 'Some users saw errors', text: null, cause: 'data' },
];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refrain-eval-cause-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(input: readonly object[]) {
  const files = { input: join(folder, 'in.jsonl'), output: join(folder, 'out.jsonl') };
  await writeFile(files.input, input.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const summary = await predictCauses(files);
  const lines = (await readFile(files.output, 'utf8')).trimEnd().split('\n');
  return { summary, predicted: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('each record gets one cause and one trigger with a confidence; the cause is unknown if there is no evidence', async () => {
  const { summary, predicted } = await run(records);
  expect(predicted.map(({ id, cause }) => [id, cause])).toEqual([
    ['a', 'expiry_time'],
    ['2', 'capacity'],
    ['c', 'unknown'],
  ]);
  expect(Object.keys(predicted[0] ?? {})).toEqual(['id', 'cause', 'trigger', 'confidence']);
  expect(predicted[2]?.confidence).toBe(0);
  expect(summary).toMatchObject({ records: 3, scores: { accuracy: 0.6667 } });
});

test('a predicted cause depends neither on labels nor on other records', async () => {
  const { predicted } = await run(records);
  const unlabelled = await run(records.map(({ cause: _, ...record }) => record));
  expect(unlabelled.predicted).toEqual(predicted);
  expect(unlabelled.summary.scores).toBeNull();
  const relabelled = await run(records.map((record) => ({ ...record, cause: 'process' })));
  expect(relabelled.predicted).toEqual(predicted);
  expect((await run(records.slice(1, 2))).predicted).toEqual(predicted.slice(1, 2));
});

const expired = { id: 'x', title: 'Certificate expired', text: 'Nobody renewed the TLS certificate.' };

test('a wrong label does not influence the predicted cause', async () => {
  const { summary, predicted } = await run([
    { ...expired, cause: 'capacity' },
    { id: 'y', title: 'Odd', text: null },
  ]);
  expect(predicted).toMatchObject([
    { id: 'x', cause: 'expiry_time', trigger: 'time' },
    { id: 'y', cause: 'unknown', trigger: 'unknown', confidence: 0 },
  ]);
  expect(summary.scores).toMatchObject({ accuracy: 0 });
});

test('labels that name no cause of Refrain are counted and not scored', async () => {
  const { summary, predicted } = await run([
    { ...expired, cause: 'expiry_time' },
    { ...expired, id: 2, cause: 'gremlins' },
    { ...expired, id: 'c', cause: ['expiry_time', 'gremlins', 7] },
    { ...expired, id: 'd', cause: { deep: true } },
  ]);
  expect(predicted.map(({ id, cause }) => [id, cause])).toEqual(['x', '2', 'c', 'd'].map((id) => [id, 'expiry_time']));
  expect(summary).toMatchObject({ records: 4, scores: { accuracy: 1 }, unknownLabels: 4 });
});

test('scores are null without a known label', async () => {
  expect((await run([{ ...expired, cause: 'gremlins' }])).summary).toEqual({
    records: 1,
    scores: null,
    unknownLabels: 1,
  });
  expect((await run([expired])).summary).toEqual({ records: 1, scores: null });
});
