import { dayInMs, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type {
  Page,
  ProviderItem,
  ProviderItemsPage,
  ProviderItemsRequest,
  StreamPageRequest,
} from '../../contract/failure-source.ts';
import { isSelectedWorkflow } from '../records/actions-runs.ts';
import { createRunRecord, ListedRun, ListedWorkflow } from '../records/records.ts';
import { type MergedListsOptions, readMergedListsPage } from './merged-lists-options.ts';
import { createRunDetailsRecord, hasRunFailed, mayRunHaveFailed } from './run-details.ts';
import {
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

/** Margin for runs that started before a period and ended in it. */
const finalAfterMs = dayInMs;
/** Small pages keep each call of `pull` short, since a failed run costs several requests and has logs. */
const runsPerPage = 30;
const workflowsAtOnce = 3;

/**
 * Reads failed and repeated runs of the selected workflows. A backfill takes 1 request for the list of workflows, 1 per
 * 30 runs of a workflow, and 3 to 7 per failed run. A sync takes 1 for the list, and 1 per selected workflow.
 */
export const workflowRunReader: StreamReader = { pull, listExisting };

const items = z.looseObject({ workflow_runs: z.array(ListedRun) }).transform((page) => page.workflow_runs);
const workflows = z.looseObject({ workflows: z.array(ListedWorkflow) }).transform((page) => page.workflows);

/** Makes a sync read the first pages of all workflows in one call, because most have no new runs. */
const wholeSync = { pageSize: itemsPerPage, begunAtOnce: Number.POSITIVE_INFINITY };

async function pull(context: StreamReaderOptions, request: StreamPageRequest): Promise<Page> {
  const { cursor, findKnown } = request;
  const chosen = cursor === null ? await listChosen(context, parseListValidator(Validator, request.validator)) : null;
  const size = findKnown === undefined ? { pageSize: runsPerPage, begunAtOnce: workflowsAtOnce } : wholeSync;
  const isIngested = (run: ListedRun) => isWanted(run, request) && mayRunHaveFailed(run);
  const lists = listsOf(context, chosen, { ...size, isIngested, isEnd: (page) => isEnd(page, request) });
  const { pages, next, expected: inAll } = await readMergedListsPage(lists, cursor);
  const wanted = pages.flatMap(({ page }) => page.items.filter(isIngested));
  const keyOf = (run: ListedRun) => createRunRecord(context.repository, run, null).deliveryKey;
  const known = await findKnown?.(wanted.map(keyOf));
  const records: RawRecord[] = [];
  for (const run of wanted) if (!known?.has(keyOf(run))) records.push(await createRunDetailsRecord(context, run));
  // A sync that needs more pages gives no estimate, because most runs on those pages are already stored.
  const expected = findKnown === undefined ? inAll : chosen !== null && next === null ? records.length : null;
  if (chosen === null) return { records, next, expected };
  const validators = Object.fromEntries(pages.map(({ name, page }) => [name, page.validator]));
  const validator = JSON.stringify({ ...chosen, lists: validators } satisfies Validator);
  return { records, next, expected, validator };
}

function isWanted(run: ListedRun, { since, findKnown }: StreamPageRequest): boolean {
  return findKnown === undefined
    ? isNotBefore(run.created_at, since, finalAfterMs)
    : isNotBefore(run.updated_at, since);
}

function isEnd(page: readonly ListedRun[], request: StreamPageRequest): boolean {
  if (request.findKnown === undefined) return !page.every((run) => isWanted(run, request));
  const oldest = page.at(-1);
  const isFarBack = oldest !== undefined && !isNotBefore(oldest.created_at, findSyncStart(request));
  return isFarBack || !page.some((run) => isWanted(run, request));
}

/** Returns one list of runs per selected workflow, unfiltered, because GitHub cuts filtered lists after 1,000 runs. */
function listsOf(
  context: StreamReaderOptions,
  chosen: Validator | null,
  options: Pick<MergedListsOptions<ListedRun>, 'begunAtOnce' | 'pageSize' | 'isEnd' | 'isIngested'>,
): MergedListsOptions<ListedRun> {
  return {
    ...options,
    names: (chosen?.workflows ?? []).map(String),
    fetchPage(workflow, cursor) {
      const path = `actions/workflows/${workflow}/runs`;
      const parameters = { per_page: options.pageSize, exclude_pull_requests: true };
      const known = { cursor, validator: chosen?.lists[workflow] ?? null };
      // GitHub responds with 404 if the workflow was deleted since it was listed.
      return fetchListPage(context, { path, parameters, none: [404], items }, known);
    },
    timeOf: (run) => run.created_at,
  };
}

/** Lists the ids of the selected workflows; returns the known ones if the list is unchanged. */
async function listChosen(context: StreamReaderOptions, known: Validator | null): Promise<Validator> {
  const patterns = context.scope.workflows.join('\n');
  const list = { path: 'actions/workflows', parameters: { per_page: itemsPerPage }, items: workflows };
  const validator = known?.patterns === patterns ? known.etag : null;
  const first = await fetchListPage(context, list, { cursor: null, validator });
  if (first.unchanged && known !== null) return known;
  const all = [...first.items];
  for (let { next } = first; next !== null; ) {
    const page = await fetchListPage(context, list, { cursor: next });
    all.push(...page.items);
    next = page.next;
  }
  const chosen = all.filter((workflow) => isSelectedWorkflow(context.scope.workflows, workflow));
  return { etag: first.validator, patterns, workflows: chosen.map(({ id }) => id), lists: known?.lists ?? {} };
}

/** Lists the runs that started in a period and failed in any attempt. Repeated runs take 1 request each. */
async function listExisting(context: StreamReaderOptions, request: ProviderItemsRequest): Promise<ProviderItemsPage> {
  const chosen = request.cursor === null ? await listChosen(context, null) : null;
  const lists = listsOf(context, chosen, {
    pageSize: itemsPerPage,
    begunAtOnce: workflowsAtOnce,
    isEnd: (page) => page.some((run) => !isNotBefore(run.created_at, request.since)),
    isIngested: mayRunHaveFailed,
  });
  const { pages, next } = await readMergedListsPage(lists, request.cursor);
  const found: ProviderItem[] = [];
  for (const run of pages.flatMap(({ page }) => page.items)) {
    if (!isInPeriod(run.created_at, request) || !mayRunHaveFailed(run) || !(await hasRunFailed(context, run))) continue;
    const externalId = `${context.repository}#run/${run.id}`;
    found.push({ kind: 'failed_deployment', externalId, at: toInstant(run.created_at) });
  }
  return { items: found, next };
}

const Validator = z.object({
  etag: z.string().nullable(),
  /** Patterns of selected workflows; if the patterns change, the list of workflows is read again. */
  patterns: z.string(),
  workflows: z.array(z.number().int()),
  lists: z.record(z.string(), z.string().nullable()),
});
type Validator = z.output<typeof Validator>;
