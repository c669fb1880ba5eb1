import { dayInMs, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { ExistingPage, ExistingRequest, Page, PullRequest } from '../../failure-source.ts';
import { inScope } from '../../match-glob.ts';
import { runOfStatuses } from '../actions-run-url.ts';
import { listAllPages } from '../paginate.ts';
import { deploymentRecord, ListedDeployment, type ListedRun, ListedStatus, runRecord } from '../records.ts';
import { askPage, backfillPage, isSince, isWithin, perPage, reachBack, syncPage, toInstant } from './page.ts';
import { findUnchosenRun, runDetailsRecord } from './run-details.ts';
import type { StreamContext, StreamReader } from './stream.ts';

/** Each deployment costs one more request: smaller pages keep one `pull` short. */
const deploymentsPerPage = 30;
/** A deployment's statuses are news of it that its creation time does not show: how long they are looked for. */
const settlesWithinMs = dayInMs;

/**
 * Deployments to the environments in scope with their statuses, the newest first. A failed one brings the Actions run that
 * carried it out, with its log, unless that run's workflow is chosen and so has come by its own stream.
 * A backfill costs 34 requests for 1,000 deployments and 1 for the statuses of each in scope, which GitHub's REST API gives
 * one by one only; a failed one by Actions 1 more, and up to 8 where its workflow is not chosen. A sync costs 1, which is
 * free of the hour's budget while none of the newest 100 has a new status, and 1 for each that has.
 */
export const deployments: StreamReader = { pull, listExisting };

const list = { path: 'deployments', items: z.array(ListedDeployment) };

async function pull(context: StreamContext, request: PullRequest): Promise<Page> {
  const { cursor, since } = request;
  const isSync = request.findKnown !== undefined;
  const pageSize = isSync ? perPage : deploymentsPerPage;
  const page = await askPage(context, { ...list, parameters: { per_page: pageSize } }, request);
  const wanted = isSync
    ? touchedSince(page.items, since)
    : page.items.filter(({ created_at: at }) => isSince(at, since, settlesWithinMs));
  const records = await recordsOf(context, wanted, request);
  const oldest = page.items.at(-1)?.created_at;
  const isFarBack = oldest !== undefined && !isSince(oldest, reachBack(request));
  const answer = isSync
    ? syncPage(page, records, { cursor, ended: wanted.length === 0 || isFarBack })
    : backfillPage(page, records, { cursor, pageSize, ended: wanted.length < page.items.length });
  // Where statuses leave no trace in the list, an unchanged list does not say that there is no new one.
  const isSure = page.unchanged || page.items.length === 0 || showsTouches(page.items);
  return cursor !== null || isSure ? answer : { ...answer, validator: null };
}

/** The record of a deployment tells of its failure too: only deployments are listed, as their statuses would cost a request each. */
async function listExisting(context: StreamContext, request: ExistingRequest): Promise<ExistingPage> {
  const page = await askPage(context, { ...list, parameters: { per_page: perPage } }, request);
  const items = page.items
    .filter((item) => isWithin(item.created_at, request) && isWanted(context, item))
    .map(({ id, created_at: at }) => {
      return { kind: 'deployment' as const, externalId: `${context.repository}#deployment/${id}`, at: toInstant(at) };
    });
  const ended = page.items.some((item) => !isSince(item.created_at, request.since));
  return { items, next: ended ? null : page.next };
}

async function recordsOf(
  context: StreamContext,
  listed: readonly ListedDeployment[],
  request: PullRequest,
): Promise<RawRecord[]> {
  const { client, repository, signal } = context;
  const records: RawRecord[] = [];
  for (const deployment of listed.filter((item) => isWanted(context, item))) {
    const what = `the statuses of deployment ${deployment.id} of ${repository}`;
    const url = `/repos/${repository}/deployments/${deployment.id}/statuses`;
    const statuses = await listAllPages(client, { url, parameters: { per_page: perPage }, what }, ListedStatus, signal);
    records.push(deploymentRecord(repository, deployment, statuses));
    const run = await findFailedRun(context, statuses);
    if (run === null) continue;
    const { deliveryKey } = runRecord(repository, run, null);
    const known = await request.findKnown?.([deliveryKey]);
    if (!known?.has(deliveryKey)) records.push(await runDetailsRecord(context, run, deployment.environment));
  }
  return records;
}

/** The run that carried out a deployment that failed; null where nothing says which, or where it comes by its own stream. */
async function findFailedRun(context: StreamContext, statuses: readonly ListedStatus[]): Promise<ListedRun | null> {
  const failed = statuses.some(({ state }) => state === 'failure' || state === 'error');
  const carrier = failed ? runOfStatuses(statuses) : null;
  if (carrier === null || carrier.repository.toLowerCase() !== context.repository.toLowerCase()) return null;
  return findUnchosenRun(context, carrier.id);
}

function isWanted({ scope }: StreamContext, { environment }: ListedDeployment): boolean {
  return inScope(scope.environments, environment ?? '');
}

/**
 * Those that may have a status since then. GitHub moves `updated_at` with each status; where a server shows no sign of
 * that, all of the last day are looked at.
 */
function touchedSince(listed: readonly ListedDeployment[], since: string | null): ListedDeployment[] {
  const isMoved = showsTouches(listed);
  return listed.filter((deployment) =>
    isMoved ? isSince(touchedAt(deployment), since) : isSince(deployment.created_at, since, settlesWithinMs),
  );
}

function showsTouches(listed: readonly ListedDeployment[]): boolean {
  return listed.some((deployment) => touchedAt(deployment) > deployment.created_at);
}

function touchedAt({ created_at: createdAt, updated_at: updatedAt }: ListedDeployment): string {
  return updatedAt ?? createdAt;
}
