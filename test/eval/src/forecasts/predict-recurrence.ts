import type { RecurrenceSeries } from '@refrain/analysis/evaluation';
import { AppError, dayInMs } from '@refrain/domain';
import { z } from 'zod';
import { measureProcessCost } from '../figures/measure-process-cost.ts';
import { roundAllNumbers } from '../figures/round.ts';
import { readJsonLines } from '../records/read-json-lines.ts';
import { IdField, TextField } from '../records/text-field.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { compareForecasts, type ForecastScore } from './compare-forecasts.ts';

const zone = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/iu;

const isoDay = /^\d{4}-\d{2}-\d{2}$/u;

const isoTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/u;

const EventRecord = z.looseObject({ id: IdField, start: z.string().nullish() });
const SeriesField = z.union([TextField.transform((one) => [one]), z.array(TextField)]).nullish();

export interface PredictRecurrenceOptions {
  readonly input: string;
  /** Name of a record field. The records with the same value of this field are one series. */
  readonly by: string;
  /** Path of a JSON Lines file, which is replaced if it exists. */
  readonly output?: string;
}

/** Forecasts one series for each value of a field, every week. Each forecast uses only earlier events. Also scores the forecasts. */
export async function predictRecurrence({ input, output, by }: PredictRecurrenceOptions) {
  const startedAt = performance.now();
  const { times, records, skipped } = await readTimes(input, by);
  const all = [...times.values()].flat();
  const [first, last] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  const series = [...times].map(([id, own]): RecurrenceSeries => ({ id, at: own.map(toInstant) }));
  const made: object[] = [];
  const period = { from: toInstant(first), until: toInstant(last + 1) };
  const compared = compareForecasts(series, period, ({ day, probability, ...forecast }) => {
    // The output format must not change, so `chance` is still the key for the forecast probability of at least one episode.
    if (output !== undefined)
      made.push(roundAllNumbers({ ...forecast, chance: probability, origin: toInstant(first + day * dayInMs) }));
  });
  if (output !== undefined) await writeJsonLines(output, made);
  const { pooled, byHorizon } = compared;
  return {
    task: 'forecast',
    series: compared.series,
    brierSkill: Object.fromEntries([...byHorizon].map(([days, { brierSkill }]) => [days, roundAllNumbers(brierSkill)])),
    ...pick(pooled),
    byHorizon: Object.fromEntries([...byHorizon].map(([days, score]) => [days, roundAllNumbers(score)])),
    forecasts: pooled.forecasts,
    origins: compared.origins,
    records,
    skipped,
    ...measureProcessCost(startedAt),
  };
}

async function readTimes(input: string, by: string) {
  const times = new Map<string, number[]>();
  let records = 0;
  let skipped = 0;
  for await (const record of readJsonLines(input, EventRecord)) {
    records += 1;
    const time = parseRecordStart(record.start ?? '');
    const values = SeriesField.safeParse(record[by]).data ?? [];
    if (time === null || values.length === 0) skipped += 1;
    else for (const value of new Set(values)) times.set(value, [...(times.get(value) ?? []), time]);
  }
  if (times.size === 0)
    throw new AppError('invalid_input', `${input} has no record with a start and a ${by}. Check --by and the dates.`);
  return { times, records, skipped };
}

function pick({ skillOverHoltWinters, skillOverPoisson, coverage90, coverageOfCounts, ece }: ForecastScore) {
  return roundAllNumbers({ skillOverHoltWinters, skillOverPoisson, coverage90, ece, coverageOfCounts });
}

function toInstant(time: number): string {
  return new Date(time).toISOString();
}

/** Parses a date to milliseconds since 1970, in UTC unless it names a time zone. Returns null for an invalid date. */
export function parseRecordStart(text: string): number | null {
  const trimmed = text.trim();
  const hasZone = isoDay.test(trimmed) || zone.test(trimmed);
  const time = Date.parse(hasZone ? trimmed : `${trimmed}${isoTime.test(trimmed) ? 'Z' : ' UTC'}`);
  return Number.isNaN(time) ? null : time;
}
