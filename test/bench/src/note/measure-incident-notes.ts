import { setTimeout as wait } from 'node:timers/promises';
import type { Producer } from '@refrain/jobs';
import { quantile, sortAscending } from '../page/sort-ascending.ts';
import type { OrganisationServer } from './organisation-server.ts';

export interface IncidentNoteMeasurementOptions {
  readonly organisation: OrganisationServer;
  readonly producer: Producer;
  readonly known: readonly string[];
  readonly incidents: number;
  readonly rate: number;
}

export interface IncidentNoteMeasurement {
  readonly incidents: number;
  readonly notes: number;
  /** Number of duplicate notes: all notes except the first one of each incident. */
  readonly twice: number;
  /** Median seconds from sending the webhook until the note was written, over incidents with a note. */
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly before: number;
  readonly left: number;
}

/** Milliseconds to wait after the last webhook; far longer than the goal for a note, so that late notes are measured too. */
const timeoutMs = 30_000;
const pollEveryMs = 100;

export async function measureIncidentNotes({
  organisation,
  producer,
  known,
  incidents,
  rate,
}: IncidentNoteMeasurementOptions): Promise<IncidentNoteMeasurement> {
  const earlier = await organisation.readState();
  const before = await countJobs(producer);
  let left = before;
  let seen = earlier.notes;
  const readProgress = async () => {
    const served = await organisation.readState();
    if (served.notes > seen) left = await countJobs(producer);
    seen = served.notes;
    const triggered = served.triggered.slice(earlier.triggered.length);
    return { triggered, noted: triggered.filter(({ notedAt }) => notedAt !== null).length };
  };
  const begun = performance.now();
  for (let nth = 0; nth < incidents; nth += 1) {
    while (performance.now() < begun + (nth * 1_000) / rate) {
      await wait(Math.min(pollEveryMs, Math.max(1, begun + (nth * 1_000) / rate - performance.now())));
      await readProgress();
    }
    organisation.trigger(known[nth % known.length] ?? '');
    if (nth % 20 === 19) process.stderr.write(`${nth + 1} of ${incidents} incidents began …\n`);
  }
  const sent = performance.now();
  while ((await readProgress()).noted < incidents && performance.now() < sent + timeoutMs) await wait(pollEveryMs);
  const { triggered, noted } = await readProgress();
  const seconds = triggered.flatMap(({ sentAt, notedAt }) => (notedAt === null ? [] : [(notedAt - sentAt) / 1_000]));
  return {
    incidents,
    notes: noted,
    twice: seen - earlier.notes - noted,
    ...summarise(seconds),
    before,
    left,
  };
}

async function countJobs(producer: Producer): Promise<number> {
  const counts = Object.values(await producer.counts());
  return counts.reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0);
}

function summarise(seconds: readonly number[]): Pick<IncidentNoteMeasurement, 'p50' | 'p99' | 'longest'> {
  const sorted = sortAscending(seconds);
  const at = (share: number) => Math.round(quantile(sorted, share) * 100) / 100;
  return { p50: at(0.5), p99: at(0.99), longest: at(1) };
}
