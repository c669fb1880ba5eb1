import { dayInMs, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type {
  Page,
  ProviderItemsPage,
  ProviderItemsRequest,
  StreamPageRequest,
} from '../../contract/failure-source.ts';
import { matchesAnyPattern } from '../../records/match-glob.ts';
import { listAllItems } from '../client/paginate.ts';
import { findRunLinkedByStatuses, isFailedDeploymentStatus } from '../records/deployment-statuses.ts';
import { createDeploymentRecord, ListedDeployment, ListedDeploymentStatus } from '../records/records.ts';
import {
  type DeploymentRun,
  DeploymentRuns,
  FailedDeploymentRuns,
  readDeploymentRuns,
  selectFailedRunsToTrack,
} from './deployment-runs.ts';
import {
  isDeploymentOpen,
  OpenDeployments,
  readOlderOpenDeployments,
  selectDeploymentsToTrack,
} from './open-deployments.ts';
import { queryDeploymentStatuses } from './query-deployment-statuses.ts';
import {
  createBackfillPage,
  createSyncPage,
  fetchListPage,
  findSyncStart,
  isInPeriod,
  isNotBefore,
  itemsPerPage,
  parseListValidator,
  type StreamReader,
  type StreamReaderOptions,
  toInstant,
} from './stream.ts';

/** Age up to which syncs request a deployment's statuses again, if the list does not show when deployments changed. */
const finalAfterMs = dayInMs;

/**
 * Reads deployments and, for a failed one, its run and log, unless the stream of runs contains the run. A backfill of
 * 1,000 deployments takes 20 requests (1,010 without GraphQL), and up to 8 per failed deployment. A sync takes 1, and 1
 * more per new status or tracked run.
 */
export const deploymentReader: StreamReader = { pull, listExisting };

/** Lists deployments by REST, because GraphQL lacks deleted refs, commits as refs and ids beyond 2^31. */
const list = { path: 'deployments', items: z.array(ListedDeployment) };

async function pull(context: StreamReaderOptions, request: StreamPageRequest): Promise<Page> {
  const { cursor, since } = request;
  const isSync = request.findKnown !== undefined;
  const known = parseListValidator(Validator, request.validator);
  const position = { cursor, validator: known?.etag ?? null };
  const page = await fetchListPage(context, { ...list, parameters: { per_page: itemsPerPage } }, position);
  const wanted = isSync
    ? changedSince(page.items, since)
    : page.items.filter(({ created_at: at }) => isNotBefore(at, since, finalAfterMs));
  const oldest = page.items.at(-1)?.created_at;
  const shownSince = page.unchanged ? (known?.shownSince ?? null) : page.next === null ? null : (oldest ?? null);
  const before = known?.open ?? [];
  const { found, gone } = await readOlderOpenDeployments(context, before, shownSince);
  const unlisted = found.filter((deployment) => isNotBefore(changedAt(deployment), since));
  const failedBefore = known?.failed ?? [];
  const read = await recordsOf(context, [...wanted, ...unlisted], { isSync, failedBefore });
  const { open, ended } = read;
  const carriers = [...read.carriers, ...(known?.running ?? [])];
  const runs = await readDeploymentRuns(context, carriers, request);
  const records = [
    ...read.records.map(({ record, run }) => (run !== null && runs.trials.has(run) ? markTrial(record) : record)),
    ...runs.records,
  ];
  const isFarBack = oldest !== undefined && !isNotBefore(oldest, findSyncStart(request));
  const answer = isSync
    ? createSyncPage(page, records, { cursor, ended: wanted.length === 0 || isFarBack })
    : createBackfillPage(page, records, { cursor, pageSize: itemsPerPage, ended: wanted.length < page.items.length });
  if (cursor !== null) return answer;
  // If the list does not show when deployments changed, a new status may leave the list's ETag unchanged.
  const provesUnchanged = page.unchanged || page.items.length === 0 || showsChanges(page.items);
  const still = before.filter(({ id }) => !ended.has(id) && !gone.has(id) && !open.some((one) => one.id === id));
  const validator = {
    etag: provesUnchanged ? page.validator : null,
    running: runs.running,
    failed: selectFailedRunsToTrack(runs.failed, carriers, failedBefore),
    open: selectDeploymentsToTrack([...open, ...still], findSyncStart(request)),
    shownSince,
  };
  return { ...answer, validator: JSON.stringify(validator satisfies Validator) };
}

const Validator = z.object({
  etag: z.string().nullable(),
  running: DeploymentRuns,
  failed: FailedDeploymentRuns.default([]),
  open: OpenDeployments,
  /** Creation time of the oldest deployment on the page; null if the page is the whole list. */
  shownSince: z.string().nullable(),
});
type Validator = z.output<typeof Validator>;

/** Lists deployments, but not which failed, because their statuses would take a request each. */
async function listExisting(context: StreamReaderOptions, request: ProviderItemsRequest): Promise<ProviderItemsPage> {
  const page = await fetchListPage(context, { ...list, parameters: { per_page: itemsPerPage } }, request);
  const items = page.items
    .filter((item) => isInPeriod(item.created_at, request) && isWanted(context, item))
    .map(({ id, created_at: at }) => {
      return { kind: 'deployment' as const, externalId: `${context.repository}#deployment/${id}`, at: toInstant(at) };
    });
  const ended = page.items.some((item) => !isNotBefore(item.created_at, request.since));
  return { items, next: ended ? null : page.next };
}

interface ReadDeployments {
  readonly records: { readonly record: RawRecord; readonly run: number | null }[];
  readonly carriers: DeploymentRun[];
  readonly open: z.output<typeof OpenDeployments>;
  readonly ended: ReadonlySet<number>;
}

async function recordsOf(
  context: StreamReaderOptions,
  listed: readonly ListedDeployment[],
  { isSync, failedBefore }: { readonly isSync: boolean; readonly failedBefore: readonly DeploymentRun[] },
): Promise<ReadDeployments> {
  const { client, repository } = context;
  const wanted = listed.filter((item) => isWanted(context, item));
  const queried = isSync ? null : await queryDeploymentStatuses(context, wanted);
  const records: ReadDeployments['records'] = [];
  const carriers: DeploymentRun[] = [];
  const open: ReadDeployments['open'] = [];
  const ended = new Set<number>();
  for (const deployment of wanted) {
    const { id, created_at: createdAt, environment = null } = deployment;
    const what = `the statuses of deployment ${id} of ${repository}`;
    const url = `/repos/${repository}/deployments/${id}/statuses`;
    const request = { url, parameters: { per_page: itemsPerPage }, what };
    const statuses = queried?.get(id) ?? (await listAllItems(client, request, ListedDeploymentStatus));
    const run = carrierOf(repository, statuses);
    records.push({ record: createDeploymentRecord(repository, deployment, statuses), run });
    const isAgain = failedBefore.some(({ id: failed }) => failed === run);
    if (run !== null && (isAgain || statuses.some(isFailedDeploymentStatus))) carriers.push({ id: run, environment });
    if (isDeploymentOpen(statuses)) open.push({ id, createdAt });
    else ended.add(id);
  }
  return { records, carriers, open, ended };
}

function markTrial(record: RawRecord): RawRecord {
  return { ...record, payload: { ...(record.payload as object), isTrial: true } };
}

function carrierOf(repository: string, statuses: readonly ListedDeploymentStatus[]): number | null {
  const carrier = findRunLinkedByStatuses(statuses);
  return carrier?.repository.toLowerCase() === repository.toLowerCase() ? carrier.id : null;
}

function isWanted({ scope }: StreamReaderOptions, { environment }: ListedDeployment): boolean {
  return matchesAnyPattern(scope.environments, environment ?? '');
}

/** Returns deployments with a recent `updated_at` or, if GitHub does not update that field, all of the last day. */
function changedSince(listed: readonly ListedDeployment[], since: string | null): ListedDeployment[] {
  const hasChangeTimes = showsChanges(listed);
  return listed.filter((deployment) =>
    hasChangeTimes
      ? isNotBefore(changedAt(deployment), since)
      : isNotBefore(deployment.created_at, since, finalAfterMs),
  );
}

function showsChanges(listed: readonly ListedDeployment[]): boolean {
  return listed.some((deployment) => changedAt(deployment) > deployment.created_at);
}

function changedAt({ created_at: createdAt, updated_at: updatedAt }: ListedDeployment): string {
  return updatedAt ?? createdAt;
}
