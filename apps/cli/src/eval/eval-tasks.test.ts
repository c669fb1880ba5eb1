import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evalTasks } from './index.ts';

const records = [
  { id: 'a', title: 'Connection pool exhausted', text: 'postgres pool of checkout', created: '2024-01-01', group: 'g' },
  {
    id: 'b',
    title: 'Pool of connections exhausted',
    text: 'checkout postgres pool',
    created: '2024-01-02',
    group: 'g',
  },
  { id: 'c', title: 'Certificate expired', text: 'the gateway', created: '2024-01-03', group: null },
];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refrain-eval-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(task: string, input: readonly object[]) {
  const files = { input: join(folder, 'in.jsonl'), output: join(folder, 'out.jsonl') };
  await writeFile(files.input, input.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const summary = await evalTasks[task]?.run(files);
  const output = (await readFile(files.output, 'utf8')).trimEnd().split('\n');
  return { summary, output: output.map((line) => JSON.parse(line) as unknown) };
}

describe('eval', () => {
  test('similar writes neighbours without the record itself, and scores them', async () => {
    const { summary, output } = await run('similar', records);
    const found = output as { id: string; neighbours: { id: string; score: number }[] }[];
    expect(found.map(({ id, neighbours }) => [id, neighbours[0]?.id])).toEqual([
      ['a', 'b'],
      ['b', 'a'],
      ['c', expect.any(String)],
    ]);
    for (const { id, neighbours } of found) {
      expect(neighbours.map((neighbour) => neighbour.id)).not.toContain(id);
      expect(neighbours.map(({ score }) => score)).toEqual(neighbours.map(({ score }) => score).sort((x, y) => y - x));
    }
    expect(summary).toMatchObject({ task: 'similar', records: 3, scores: { scored: 2, recallAt1: 1 } });
    expect(summary?.peakMemoryMb).toBeGreaterThan(10);
    expect(summary?.seconds).toBeGreaterThan(0);
  });

  test('cluster writes a pattern or null, and scores them', async () => {
    const { summary, output } = await run('cluster', records);
    expect(output).toEqual([
      { id: 'a', pattern: 'a' },
      { id: 'b', pattern: 'a' },
      { id: 'c', pattern: null },
    ]);
    expect(summary).toMatchObject({ task: 'cluster', scores: { bCubed: { f1: 1 }, patterns: 1 } });
  });

  test.each(['similar', 'cluster'])('%s predicts the same with other labels or none', async (task) => {
    const { output } = await run(task, records);
    const relabelled = await run(
      task,
      records.map((record, index) => ({ ...record, group: `g${index}` })),
    );
    const unlabelled = await run(
      task,
      records.map(({ group: _, ...record }) => record),
    );
    expect(relabelled.output).toEqual(output);
    expect(unlabelled.output).toEqual(output);
    expect(unlabelled.summary).not.toHaveProperty('scores');
  });

  test.each(['similar', 'cluster'])('%s takes numbers for ids, instants and groups', async (task) => {
    const numbered = records.map((record, index) => ({
      ...record,
      id: index,
      created: 2024,
      group: index < 2 ? 7 : null,
    }));
    const { summary, output } = await run(task, numbered);
    expect((output as { id: unknown }[]).map(({ id }) => id)).toEqual(['0', '1', '2']);
    expect(summary?.scores).toMatchObject(task === 'similar' ? { scored: 2, recallAt1: 1 } : { bCubed: { f1: 1 } });
  });

  test('what cannot be read or written leaves nothing half-written', async () => {
    const twice = [records[0], records[0]] as object[];
    await expect(run('similar', twice)).rejects.toMatchObject({ code: 'invalid_input', message: /stands twice/u });
    await expect(run('cluster', [])).rejects.toMatchObject({ code: 'invalid_input', message: /holds no records/u });
    const input = join(folder, 'in.jsonl');
    await writeFile(input, JSON.stringify(records[0]));
    const nowhere = evalTasks.similar?.run({ input, output: join(folder, 'no/such/out.jsonl') });
    await expect(nowhere).rejects.toMatchObject({ code: 'invalid_input', message: /^Cannot write/u });
    expect(await readdir(folder)).toEqual(['in.jsonl']);
  });
});
