import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseRecordStart, predictRecurrence } from './predict-recurrence.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refrain-eval-forecast-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Two components over a year: one fails every week, and the other fails together with it every eighth week. */
const records = Array.from({ length: 53 }, (_, week) => ({
  id: week,
  start: new Date(Date.UTC(2024, 0, 1) + week * 604_800_000).toISOString(),
  parts: week % 8 === 0 ? ['api', 'web'] : ['api'],
  region: week % 8 === 0 ? 'eu' : null,
}));

async function run(by: string, input: readonly object[] = records, output?: string) {
  const path = join(folder, 'in.jsonl');
  await writeFile(path, input.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return predictRecurrence({ input: path, by, ...(output === undefined ? {} : { output }) });
}

test('the summary of eval forecast starts with the documented keys', async () => {
  const summary = await run('parts');
  const agreed = ['task', 'series', 'brierSkill', 'skillOverHoltWinters', 'skillOverPoisson', 'coverage90', 'ece'];
  expect(Object.keys(summary).slice(0, agreed.length)).toEqual(agreed);
  expect(summary).toMatchObject({
    task: 'forecast',
    series: 2,
    brierSkill: { 7: expect.any(Number), 30: expect.any(Number), 90: expect.any(Number) },
    skillOverHoltWinters: expect.any(Number),
    skillOverPoisson: expect.any(Number),
    coverage90: expect.any(Number),
    ece: expect.any(Number),
    records: 53,
    skipped: 0,
  });
});

test('each value of a text or list field is one series, and records without a value are counted', async () => {
  const summary = await run('region');
  expect(summary).toMatchObject({ series: 1, skipped: 46 });
  const { seconds: _, peakMemoryMb: __, ...figures } = summary;
  expect(await run('region', [...records].reverse())).toMatchObject(figures);
});

test('each forecast is written with its outcome and the forecasts of the baselines', async () => {
  const output = join(folder, 'out.jsonl');
  const summary = await run('parts', records, output);
  const lines = (await readFile(output, 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(summary.forecasts as number);
  expect(Object.keys(JSON.parse(lines[0] ?? '')).sort()).toEqual(
    ['id', 'origin', 'days', 'chance', 'expected', 'low', 'high', 'count', 'baseRate', 'poisson', 'holtWinters'].sort(),
  );
});

test('eval forecast reports an error if no record has both a start and the field', async () => {
  await expect(run('colour')).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(/Check --by/u),
  });
  await expect(run('parts', [{ id: 1, start: 'soon', parts: 'api' }])).rejects.toThrow(/a start and a parts/u);
});

test('eval forecast computes no figures for a series of one event', async () => {
  expect(await run('parts', records.slice(0, 1))).toMatchObject({ series: 2, skillOverPoisson: null, ece: null });
});

test.each([
  ['2022-03-26T01:43:00Z', '2022-03-26T01:43:00.000Z'],
  ['2022-03-26T01:43:00+02:00', '2022-03-25T23:43:00.000Z'],
  ['2022-03-26T01:43:00', '2022-03-26T01:43:00.000Z'],
  ['2022-03-26 01:43:00 +0000', '2022-03-26T01:43:00.000Z'],
  ['2022-03-26', '2022-03-26T00:00:00.000Z'],
  ['03/26/2022', '2022-03-26T00:00:00.000Z'],
])('the start %s of a record is parsed as %s, whatever the time zone of the machine', (text, instant) => {
  expect(new Date(parseRecordStart(text) ?? 0).toISOString()).toBe(instant);
});

test.each(['', 'soon', '2022-13-40'])('the text "%s" is not a valid start of a record', (text) => {
  expect(parseRecordStart(text)).toBeNull();
});
