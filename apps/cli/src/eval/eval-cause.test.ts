import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { evalCause } from './eval-cause.ts';

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
  const summary = await evalCause(files);
  const lines = (await readFile(files.output, 'utf8')).trimEnd().split('\n');
  return { summary, predicted: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('a record gets one cause and one trigger and how sure they are, unknown where nothing speaks', async () => {
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

test('what is predicted does not depend on labels, nor on the other records', async () => {
  const { predicted } = await run(records);
  const unlabelled = await run(records.map(({ cause: _, ...record }) => record));
  expect(unlabelled.predicted).toEqual(predicted);
  expect(unlabelled.summary.scores).toBeNull();
  const relabelled = await run(records.map((record) => ({ ...record, cause: 'process' })));
  expect(relabelled.predicted).toEqual(predicted);
  expect((await run(records.slice(1, 2))).predicted).toEqual(predicted.slice(1, 2));
});
