import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

type Status = Pick<Schemas['StatusResponse'], 'failures' | 'pending' | 'queues'>;

/** Says in a few words what is updated, for the header. Names Refrain, because every user sees the text. */
export function describeWork({ pending, queues }: Pick<Status, 'pending' | 'queues'>): string {
  return pending > 0 || isWorking(queues['ingest']) ? 'Refrain is importing records…' : 'Updating patterns…';
}

/** Describes the step of the analysis of an import, and what is left of it. */
export function describeAnalysisStep({ failures, pending, queues }: Status): string {
  if (pending > 0) return `Step 1 of 2: reading the imported records. ${count(pending, 'record')} left.`;
  if (isWorking(queues['ingest'])) return 'Step 1 of 2: importing records.';
  return `Step 2 of 2: finding patterns in ${count(failures, 'failure')} and writing their reports.`;
}

function isWorking(queue: Status['queues'][string] | undefined): boolean {
  return queue !== undefined && queue.waiting + queue.active > 0;
}
