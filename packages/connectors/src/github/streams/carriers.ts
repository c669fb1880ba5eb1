import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { PullRequest } from '../../failure-source.ts';
import { runRecord } from '../records.ts';
import { findUnchosenRun, mayHaveFailed, runDetailsRecord } from './run-details.ts';
import type { StreamContext } from './stream.ts';

/** The Actions run that carried out a deployment that failed, and where it deployed to. */
const Carrier = z.object({ id: z.number().int(), environment: z.string().nullable() });
export type Carrier = z.output<typeof Carrier>;

/** Runs that are waited for at a time; each costs a request in each pass. */
const mostRunning = 20;
export const Carriers = z.array(Carrier).max(mostRunning);

/**
 * The runs of failed deployments, with their logs. A job sets its deployment's status before its run has ended, and the list
 * of deployments does not show the end of a run: those that are not over yet are given back, to be asked for again.
 */
export async function readCarriers(
  context: StreamContext,
  carriers: readonly Carrier[],
  { findKnown }: Pick<PullRequest, 'findKnown'>,
): Promise<{ records: RawRecord[]; running: Carrier[] }> {
  const records: RawRecord[] = [];
  const running: Carrier[] = [];
  // One run may carry out several deployments.
  for (const carrier of new Map(carriers.map((one) => [one.id, one])).values()) {
    const run = await findUnchosenRun(context, carrier.id);
    if (run === null) continue;
    if (run.status !== 'completed') running.push(carrier);
    if (!mayHaveFailed(run)) continue;
    const { deliveryKey } = runRecord(context.repository, run, null);
    const known = await findKnown?.([deliveryKey]);
    if (!known?.has(deliveryKey)) records.push(await runDetailsRecord(context, run, carrier.environment));
  }
  return { records, running: running.slice(0, mostRunning) };
}
