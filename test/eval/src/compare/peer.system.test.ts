import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { scoreClusters } from '../patterns/score-clusters.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { type NeighbourList, scoreSimilarRecords } from '../similarity/score-similar-records.ts';
import { clusterBaselines } from './cluster-baselines.ts';
import { ensureSklearn, findSklearn } from './ensure-sklearn.ts';
import { runProgram } from './run-program.ts';
import { similarBaselines } from './similar-baselines.ts';

const { signal } = new AbortController();
const print = (line: string) => void process.stderr.write(`${line}\n`);
const mayInstall = process.env.CI && process.getuid?.() === 0;
/** CI installs scikit-learn as root. On other machines the tests use scikit-learn only if it is already installed. */
const python = mayInstall ? await ensureSklearn({ print, signal }) : await findSklearn(signal);
if (python === null) print('scikit-learn for Python is absent: the tests of the baselines are left out.');
const peer = fileURLToPath(new URL('../../peer/main.py', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'refrain-peer-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ten failures, each with three texts, of which the third has a different wording. */
const records = [
  ['checkout postgres connection pool exhausted', 'capacity'],
  ['gateway tls certificate expired overnight', 'expiry_time'],
  ['search index shard lost quorum', 'infrastructure'],
  ['billing queue consumer lagging behind', 'capacity'],
  ['login token signing key rotated early', 'expiry_time'],
  ['video encoder worker segmentation fault', 'code_defect'],
  ['inventory cache eviction storm', 'capacity'],
  ['mailer smtp relay rejected sender', 'dependency'],
  ['warehouse label printer firmware loop', 'code_defect'],
  ['recommendation model feature drift', 'code_defect'],
].flatMap(([words = '', cause = ''], group) =>
  [words, `${words} again`, words.split(' ').slice(1).join(' ')].map((title, at) => ({
    id: `${group}-${at}`,
    title,
    text: `Seen in ${words.split(' ').slice(0, 2).join(' and ')}`,
    created: `2024-0${at + 1}-${10 + group}`,
    group: `g${group}`,
    cause: [cause],
  })),
);
const input = join(folder, 'in.jsonl');
writeFileSync(input, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
const groups = new Map(records.map(({ id, group }) => [id, group]));

async function run<T>(task: string, method: string): Promise<T[]> {
  const output = join(folder, `${task}-${method}.jsonl`);
  const args = ['-B', peer, task, method, '--input', input, '--output', output];
  const { printed, seconds } = await runProgram(python ?? '', args, signal);
  expect(printed).toMatchObject({ records: 30 });
  expect(printed.peakMemoryMb).toBeGreaterThan(10);
  expect(seconds).toBeGreaterThan(0);
  return readAllJsonLines<T>(output);
}

describe.skipIf(python === null)('the Python baselines make valid predictions', () => {
  test.each(similarBaselines)(
    'the baseline %s finds duplicates, and returns only records created before the record as earlier neighbours',
    async (method) => {
      const predicted = await run<NeighbourList & { earlier: NeighbourList['neighbours'] }>('similar', method);
      expect(scoreSimilarRecords(predicted, groups)?.recallAt5).toBeGreaterThan(0.9);
      expect(predicted.every(({ id, neighbours }) => !neighbours.some((found) => found.id === id))).toBe(true);
      const months = predicted.flatMap(({ id, earlier }) =>
        earlier.map((found) => records.find((one) => one.id === found.id)).map((found) => [id, found?.created ?? '']),
      );
      const created = new Map(records.map((one) => [one.id, one.created]));
      expect(months.every(([id = '', at = '']) => at < (created.get(id) ?? ''))).toBe(true);
      expect(predicted.find(({ id }) => id === '0-0')?.earlier).toEqual([]);
    },
  );

  test.each(clusterBaselines)('the clustering baseline %s joins similar records', async (method) => {
    const predicted = await run<{ id: string; pattern: string | null }>('cluster', method);
    const score = scoreClusters(predicted.map((item) => ({ ...item, group: groups.get(item.id) ?? null })));
    expect(score.bCubed.precision).toBeGreaterThan(0.8);
    expect(score.bCubed.recall).toBeGreaterThan(0.5);
  });

  test('the cause baseline learns only from records in the other folds', async () => {
    const predicted = await run<{ id: string; cause: string; confidence: number }>('cause', 'logistic-regression');
    const right = predicted.filter(({ id, cause }) => records.find((one) => one.id === id)?.cause[0] === cause);
    expect(predicted).toHaveLength(30);
    expect(right.length).toBeGreaterThan(15);
    expect(predicted.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
  });

  test('an unknown baseline method leads to an error that names the methods', async () => {
    await expect(run('cluster', 'magic')).rejects.toThrow(/knows no method "magic": choose one of hdbscan-lsa/u);
  });
});
