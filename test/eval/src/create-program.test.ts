import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toAppError } from '@refrain/domain';
import { CommanderError } from 'commander';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProgram } from './create-program.ts';
import { exitCodeOf } from './exit-code.ts';

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

async function runCommand(...args: readonly string[]) {
  let [stdout, stderr, code] = ['', '', 0];
  const context = {
    print: (text: string) => {
      stdout += text;
    },
    note: () => undefined,
    resolveFile: (path: string) => join(folder, path),
  };
  const writeError = (text: string) => {
    stderr += text;
  };
  try {
    await createProgram(context, writeError).parseAsync(args, { from: 'user' });
  } catch (error) {
    code = exitCodeOf(error, args[0]);
    if (!(error instanceof CommanderError)) stderr += toAppError(error).message;
  }
  return { code, stdout, stderr };
}

async function give(records: readonly object[]) {
  await writeFile(join(folder, 'in.jsonl'), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

async function run(task: string, input: readonly object[]) {
  await give(input);
  const { code, stdout, stderr } = await runCommand(task, '--input', 'in.jsonl', '--output', 'out.jsonl');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const output = (await readFile(join(folder, 'out.jsonl'), 'utf8')).trimEnd().split('\n');
  return { summary: JSON.parse(stdout), output: output.map((line) => JSON.parse(line) as unknown) };
}

test("eval similar writes each record's neighbours without the record itself, and scores them", async () => {
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
  expect(summary.peakMemoryMb).toBeGreaterThan(10);
  expect(summary.seconds).toBeGreaterThan(0);
});

test('eval cluster writes a pattern or null for each record, and scores the patterns', async () => {
  const { summary, output } = await run('cluster', records);
  expect(output).toEqual([
    { id: 'a', pattern: 'a' },
    { id: 'b', pattern: 'a' },
    { id: 'c', pattern: null },
  ]);
  expect(summary).toMatchObject({ task: 'cluster', scores: { bCubed: { f1: 1 }, patterns: 1 } });
});

test.each(['similar', 'cluster'])('eval %s predicts the same if labels are changed or removed', async (task) => {
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

test.each(['similar', 'cluster'])('eval %s accepts numbers as ids, dates and groups', async (task) => {
  const numbered = records.map((record, index) => ({
    ...record,
    id: index,
    created: 2024,
    group: index < 2 ? 7 : null,
  }));
  const { summary, output } = await run(task, numbered);
  expect((output as { id: unknown }[]).map(({ id }) => id)).toEqual(['0', '1', '2']);
  expect(summary.scores).toMatchObject(task === 'similar' ? { scored: 2, recallAt1: 1 } : { bCubed: { f1: 1 } });
});

test('a failed eval command explains the error and leaves no file', async () => {
  const files = ['--input', 'in.jsonl', '--output', 'out.jsonl'] as const;
  await give([...records.slice(0, 1), ...records.slice(0, 1)]);
  expect(await runCommand('similar', ...files)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/occurs twice/u),
  });
  await give([]);
  expect(await runCommand('cluster', ...files)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/has no records/u),
  });
  await give(records);
  const nowhere = await runCommand('similar', '--input', 'in.jsonl', '--output', 'no/such/out.jsonl');
  expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Cannot write/u) });
  expect(await readdir(folder)).toEqual(['in.jsonl']);
});

test.each(['similar', 'cluster', 'cause', 'reverts'])('eval %s rejects a file that does not exist', async (task) => {
  expect(await runCommand(task, '--input', 'absent.jsonl', '--output', 'out.jsonl')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/There is no file .*absent\.jsonl: check the path/u),
  });
});

const predictions = ['similar', 'cluster', 'cause', 'reverts', 'forecast'];
const measurements = ['compare', 'trend', 'effect', 'link', 'precheck', 'org', 'resolution', 'seen', 'measure'];

test.each([...predictions, ...measurements])('eval %s has a help text', async (command) => {
  const { code, stdout } = await runCommand(command, '--help');
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Usage: npm run --silent eval -- ${command} `, 'u'));
});

test.each([...predictions.map((name) => [name, 2] as const), ...measurements.map((name) => [name, 1] as const)])(
  'eval %s exits with %i for an unknown option',
  async (command, code) => {
    expect(await runCommand(command, '--bogus')).toMatchObject({ code, stderr: expect.stringContaining('--help') });
  },
);

test('eval lists its commands if called without arguments, and rejects an unknown command', async () => {
  expect(await runCommand()).toMatchObject({ code: 2, stderr: expect.stringContaining('Commands:') });
  expect(await runCommand('nonsense')).toMatchObject({ code: 2, stderr: expect.stringContaining("'nonsense'") });
});
