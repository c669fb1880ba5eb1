import { dayInMs, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { ExistingPage, ExistingRequest, Page, PageRequest } from '../../contract/failure-source.ts';
import { inScope } from '../../records/match-glob.ts';
import { listAllPages } from '../client/paginate.ts';
import { runOfStatuses } from '../records/actions-run-url.ts';
import { deploymentRecord, ListedDeployment, ListedStatus } from '../records/records.ts';
import { statusesInOrder } from '../records/statuses-in-order.ts';
import { type Carrier, Carriers, FailedCarriers, keepFailed, readCarriers } from './carriers.ts';
import { findHidden, isOpen, keepOpen, OpenDeployments } from './open-deployments.ts';
import {
  backfillPage,
  fetchPage,
  isSince,
  isWithin,
  parseValidator,
  perPage,
  reachBack,
  syncPage,
  toInstant,
} from './page.ts';
import { queryStatuses } from './query-statuses.ts';
import type { StreamContext, StreamReader } from './stream.ts';

/** A deployment's statuses are news of it that its creation time does not show: how long they are looked for. */
const finalAfterMs = dayInMs;

/**
 * Deployments to the environments in scope with their statuses, the newest first. A failed one brings the Actions run that
 * carried it out, with its log, as soon as that run has ended too, unless its workflow is chosen and so it has come by its
 * own stream. A run that failed is read again when it deploys again, as its re-run makes another deployment: so it recovers.
 * A backfill costs 20 requests for 1,000 deployments (measured: 22 for 1,020): 10 of REST for the list, and 10 of GraphQL for
 * the statuses of those in scope, which have a budget of their own. REST gives statuses one by one only: 1,010 where GraphQL is
 * closed, and 1 for each deployment whose statuses GraphQL does not tell clearly. A failed one by Actions costs 1 more, and up
 * to 8 where its workflow is not chosen. A sync costs 1, which is free of the hour's budget while none of the newest 100 has a
 * new status, 1 for each that has, and 1 for each run and each older deployment that is waited for; a successful deployment
 * costs 1 more only where its run had failed before.
 * The list is REST's for a backfill too: GraphQL tells of a deployment neither a ref that is deleted or a commit nor, beyond
 * 2^31, its number, so that the record would be another one than a sync brings.
 */
export const deployments: StreamReader = { pull, listExisting };

const list = { path: 'deployments', items: z.array(ListedDeployment) };

async function pull(context: StreamContext, request: PageRequest): Promise<Page> {
  const { cursor, since } = request;
  const isSync = request.findKnown !== undefined;
  const known = parseValidator(Validator, request.validator);
  const place = { cursor, validator: known?.etag ?? null };
  const page = await fetchPage(context, { ...list, parameters: { per_page: perPage } }, place);
  const wanted = isSync
    ? changedSince(page.items, since)
    : page.items.filter(({ created_at: at }) => isSince(at, since, finalAfterMs));
  const oldest = page.items.at(-1)?.created_at;
  const shownSince = page.unchanged ? (known?.shownSince ?? null) : page.next === null ? null : (oldest ?? null);
  const before = known?.open ?? [];
  const { found, gone } = await findHidden(context, before, shownSince);
  const touched = found.filter((deployment) => isSince(changedAt(deployment), since));
  const failedBefore = known?.failed ?? [];
  const told = await recordsOf(context, [...wanted, ...touched], { isSync, failedBefore });
  const { open, ended } = told;
  const carriers = [...told.carriers, ...(known?.running ?? [])];
  const runs = await readCarriers(context, carriers, request);
  const records = [
    ...told.records.map(({ record, run }) => (run !== null && runs.trials.has(run) ? markTrial(record) : record)),
    ...runs.records,
  ];
  const isFarBack = oldest !== undefined && !isSince(oldest, reachBack(request));
  const answer = isSync
    ? syncPage(page, records, { cursor, ended: wanted.length === 0 || isFarBack })
    : backfillPage(page, records, { cursor, pageSize: perPage, ended: wanted.length < page.items.length });
  if (cursor !== null) return answer;
  // Where statuses leave no trace in the list, an unchanged list does not say that there is no new one.
  const isConfident = page.unchanged || page.items.length === 0 || showsChanges(page.items);
  const still = before.filter(({ id }) => !ended.has(id) && !gone.has(id) && !open.some((one) => one.id === id));
  const validator = {
    etag: isConfident ? page.validator : null,
    running: runs.running,
    failed: keepFailed(runs, carriers, failedBefore),
    open: keepOpen([...open, ...still], reachBack(request)),
    shownSince,
  };
  return { ...answer, validator: JSON.stringify(validator satisfies Validator) };
}

/** What the next pass begins with: the state of the list's first page, and what was waited for. */
const Validator = z.object({
  etag: z.string().nullable(),
  running: Carriers,
  failed: FailedCarriers.default([]),
  open: OpenDeployments,
  /** When the last deployment was created that the page shows; null where it shows all. */
  shownSince: z.string().nullable(),
});
type Validator = z.output<typeof Validator>;

/** The record of a deployment tells of its failure too: only deployments are listed, as their statuses would cost a request each. */
async function listExisting(context: StreamContext, request: ExistingRequest): Promise<ExistingPage> {
  const page = await fetchPage(context, { ...list, parameters: { per_page: perPage } }, request);
  const items = page.items
    .filter((item) => isWithin(item.created_at, request) && isWanted(context, item))
    .map(({ id, created_at: at }) => {
      return { kind: 'deployment' as const, externalId: `${context.repository}#deployment/${id}`, at: toInstant(at) };
    });
  const ended = page.items.some((item) => !isSince(item.created_at, request.since));
  return { items, next: ended ? null : page.next };
}

interface ReadDeployments {
  /** Each with the id of the run that carried it out, where that is known. */
  readonly records: { readonly record: RawRecord; readonly run: number | null }[];
  /** The runs of those that failed, and runs that had failed and deploy again. */
  readonly carriers: Carrier[];
  readonly open: z.output<typeof OpenDeployments>;
  /** Ids of those that are not open. */
  readonly ended: ReadonlySet<number>;
}

async function recordsOf(
  context: StreamContext,
  listed: readonly ListedDeployment[],
  { isSync, failedBefore }: { readonly isSync: boolean; readonly failedBefore: readonly Carrier[] },
): Promise<ReadDeployments> {
  const { client, repository, signal } = context;
  const wanted = listed.filter((item) => isWanted(context, item));
  const queried = isSync ? null : await queryStatuses(context, wanted);
  const records: ReadDeployments['records'] = [];
  const carriers: Carrier[] = [];
  const open: ReadDeployments['open'] = [];
  const ended = new Set<number>();
  for (const deployment of wanted) {
    const { id, created_at: createdAt, environment = null } = deployment;
    const what = `the statuses of deployment ${id} of ${repository}`;
    const url = `/repos/${repository}/deployments/${id}/statuses`;
    const request = { url, parameters: { per_page: perPage }, what };
    const statuses = queried?.get(id) ?? (await listAllPages(client, request, ListedStatus, signal));
    const run = carrierOf(repository, statuses);
    records.push({ record: deploymentRecord(repository, deployment, statuses), run });
    const isAgain = failedBefore.some(({ id: failed }) => failed === run);
    if (run !== null && (isAgain || statuses.some(isFailed))) carriers.push({ id: run, environment });
    if (isOpen(statuses)) open.push({ id, createdAt });
    else ended.add(id);
  }
  return { records, carriers, open, ended };
}

function markTrial(record: RawRecord): RawRecord {
  return { ...record, payload: { ...(record.payload as object), isTrial: true } };
}

/** The id of the run that carried out a deployment; null where nothing says which. */
function carrierOf(repository: string, statuses: readonly ListedStatus[]): number | null {
  const carrier = runOfStatuses(statusesInOrder(statuses));
  return carrier?.repository.toLowerCase() === repository.toLowerCase() ? carrier.id : null;
}

function isFailed({ state }: ListedStatus): boolean {
  return state === 'failure' || state === 'error';
}

function isWanted({ scope }: StreamContext, { environment }: ListedDeployment): boolean {
  return inScope(scope.environments, environment ?? '');
}

/**
 * Those that may have a status since then. GitHub moves `updated_at` with each status; where a server shows no sign of
 * that, all of the last day are looked at.
 */
function changedSince(listed: readonly ListedDeployment[], since: string | null): ListedDeployment[] {
  const isMoved = showsChanges(listed);
  return listed.filter((deployment) =>
    isMoved ? isSince(changedAt(deployment), since) : isSince(deployment.created_at, since, finalAfterMs),
  );
}

function showsChanges(listed: readonly ListedDeployment[]): boolean {
  return listed.some((deployment) => changedAt(deployment) > deployment.created_at);
}

function changedAt({ created_at: createdAt, updated_at: updatedAt }: ListedDeployment): string {
  return updatedAt ?? createdAt;
}
