import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { StreamPageRequest } from '../../contract/failure-source.ts';
import { isFailedRunConclusion, isRunOfUnmergedCode } from '../records/actions-runs.ts';
import { createRunRecord } from '../records/records.ts';
import { createRunDetailsRecord, findActionsRun, mayRunHaveFailed } from './run-details.ts';
import type { StreamReaderOptions } from './stream.ts';

/** An Actions run of a failed deployment, with the environment that it deployed to. */
const DeploymentRun = z.object({ id: z.number().int(), environment: z.string().nullable() });
export type DeploymentRun = z.output<typeof DeploymentRun>;

/** Limits the unfinished runs that are tracked, since each costs a request per sync. */
const maxRunning = 20;
export const DeploymentRuns = z.array(DeploymentRun).max(maxRunning);
/**
 * Limits the failed runs that are tracked, newest first. Tracking a failed run costs no requests until the run is
 * repeated.
 */
const maxFailed = 100;
export const FailedDeploymentRuns = z.array(DeploymentRun).max(maxFailed);

/**
 * Reads the runs of failed deployments. Returns the runs that the next sync has to read again: unfinished runs, because
 * their end does not change the list of deployments, and failed runs, because a re-run creates deployments that do not
 * name the failed one.
 */
export async function readDeploymentRuns(
  context: StreamReaderOptions,
  carriers: readonly DeploymentRun[],
  { findKnown }: Pick<StreamPageRequest, 'findKnown'>,
) {
  const records: RawRecord[] = [];
  const running: DeploymentRun[] = [];
  const failed: DeploymentRun[] = [];
  const trials = new Set<number>();
  // Reads each run once, since one run may have several deployments.
  for (const carrier of new Map(carriers.map((one) => [one.id, one])).values()) {
    const found = await findActionsRun(context, carrier.id);
    if (found === null) continue;
    const { run, isChosen } = found;
    if (isRunOfUnmergedCode(run, context.repository, run.repository?.private === false)) trials.add(carrier.id);
    if (isChosen) continue;
    if (run.status !== 'completed') running.push(carrier);
    if (isFailedRunConclusion(run.conclusion)) failed.push(carrier);
    if (!mayRunHaveFailed(run)) continue;
    const { deliveryKey } = createRunRecord(context.repository, run, null);
    const known = await findKnown?.([deliveryKey]);
    if (!known?.has(deliveryKey)) records.push(await createRunDetailsRecord(context, run, carrier.environment));
  }
  return { records, running: running.slice(0, maxRunning), failed, trials };
}

export function selectFailedRunsToTrack(
  failed: readonly DeploymentRun[],
  requested: readonly DeploymentRun[],
  before: readonly DeploymentRun[],
): DeploymentRun[] {
  const ids = new Set(requested.map(({ id }) => id));
  return [...failed, ...before.filter(({ id }) => !ids.has(id))].slice(0, maxFailed);
}
