import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { PageRequest } from '../../contract/failure-source.ts';
import { isFailedConclusion } from '../records/actions-conclusion.ts';
import { runRecord } from '../records/records.ts';
import { triesOut } from '../records/tries-out.ts';
import { findRun, mayHaveFailed, runDetailsRecord } from './run-details.ts';
import type { StreamContext } from './stream.ts';

/** The Actions run that carried out a deployment that failed, and where it deployed to. */
const Carrier = z.object({ id: z.number().int(), environment: z.string().nullable() });
export type Carrier = z.output<typeof Carrier>;

/** Runs that are waited for at a time; each costs a request in each pass. */
const maxRunning = 20;
export const Carriers = z.array(Carrier).max(maxRunning);
/** Runs that are known to have failed, the last one first; they cost nothing until they deploy again. */
const maxFailed = 100;
export const FailedCarriers = z.array(Carrier).max(maxFailed);

interface ReadCarriers {
  readonly records: RawRecord[];
  readonly running: Carrier[];
  readonly failed: Carrier[];
  /** Ids of runs that try out what nobody has shipped. */
  readonly trials: ReadonlySet<number>;
}

/**
 * The runs of failed deployments, with their logs. A job sets its deployment's status before its run has ended, and the list
 * of deployments does not show the end of a run: those that are not over yet are given back, to be asked for again. So are
 * those that failed, as each attempt of a job makes a deployment of its own: the one that succeeds says nothing of a failure.
 */
export async function readCarriers(
  context: StreamContext,
  carriers: readonly Carrier[],
  { findKnown }: Pick<PageRequest, 'findKnown'>,
): Promise<ReadCarriers> {
  const records: RawRecord[] = [];
  const running: Carrier[] = [];
  const failed: Carrier[] = [];
  const trials = new Set<number>();
  // One run may carry out several deployments.
  for (const carrier of new Map(carriers.map((one) => [one.id, one])).values()) {
    const found = await findRun(context, carrier.id);
    if (found === null) continue;
    const { run, isChosen } = found;
    if (triesOut(run, context.repository, run.repository?.private === false)) trials.add(carrier.id);
    if (isChosen) continue;
    if (run.status !== 'completed') running.push(carrier);
    if (isFailedConclusion(run.conclusion)) failed.push(carrier);
    if (!mayHaveFailed(run)) continue;
    const { deliveryKey } = runRecord(context.repository, run, null);
    const known = await findKnown?.([deliveryKey]);
    if (!known?.has(deliveryKey)) records.push(await runDetailsRecord(context, run, carrier.environment));
  }
  return { records, running: running.slice(0, maxRunning), failed, trials };
}

/** The failed runs to look out for: those that were just read, and of the ones before those that were not. */
export function keepFailed(
  { failed }: Pick<ReadCarriers, 'failed'>,
  asked: readonly Carrier[],
  before: readonly Carrier[],
): Carrier[] {
  const ids = new Set(asked.map(({ id }) => id));
  return [...failed, ...before.filter(({ id }) => !ids.has(id))].slice(0, maxFailed);
}
