import { dayInMs, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { ExistingItem, ExistingPage, ExistingRequest, Page, PageRequest } from '../../contract/failure-source.ts';
import { isChosenWorkflow } from '../records/chosen-workflows.ts';
import { ListedRun, ListedWorkflow, runRecord } from '../records/records.ts';
import { type MergedLists, readMerged } from './merged-lists.ts';
import { fetchPage, isSince, isWithin, parseValidator, perPage, reachBack, toInstant } from './page.ts';
import { hasFailed, mayHaveFailed, runDetailsRecord } from './run-details.ts';
import type { StreamContext, StreamReader } from './stream.ts';

/** A run that started before the period may have ended in it. */
const finalAfterMs = dayInMs;
/** A failed run costs several more requests and returns its logs, so small pages keep one `pull` short and small. */
const runsPerPage = 30;
const workflowsAtOnce = 3;

/**
 * Reads failed runs of the selected workflows, and runs that were repeated, newest first. A backfill takes 1 request
 * for the workflows, 1 for 30 runs of each selected one, and 3 to 7 for each run that failed. A sync takes 1 for the
 * workflows and 1 for each selected one, which do not count against the hour's budget if nothing changed.
 */
export const runs: StreamReader = { pull, listExisting };

const items = z.looseObject({ workflow_runs: z.array(ListedRun) }).transform((page) => page.workflow_runs);
const workflows = z.looseObject({ workflows: z.array(ListedWorkflow) }).transform((page) => page.workflows);

/** Reads all first pages in one call, since they mostly contain nothing new and share one validator. */
const wholeSync = { pageSize: perPage, begunAtOnce: Number.POSITIVE_INFINITY };

async function pull(context: StreamContext, request: PageRequest): Promise<Page> {
  const { cursor, findKnown } = request;
  const chosen = cursor === null ? await listChosen(context, parseValidator(Validator, request.validator)) : null;
  const size = findKnown === undefined ? { pageSize: runsPerPage, begunAtOnce: workflowsAtOnce } : wholeSync;
  const isIngested = (run: ListedRun) => isWanted(run, request) && mayHaveFailed(run);
  const lists = listsOf(context, chosen, { ...size, isIngested, isEnd: (page) => isEnd(page, request) });
  const { pages, next, expected: inAll } = await readMerged(lists, cursor);
  const wanted = pages.flatMap(({ page }) => page.items.filter(isIngested));
  const keyOf = (run: ListedRun) => runRecord(context.repository, run, null).deliveryKey;
  const known = await findKnown?.(wanted.map(keyOf));
  const records: RawRecord[] = [];
  for (const run of wanted) if (!known?.has(keyOf(run))) records.push(await runDetailsRecord(context, run));
  // The rest of a list is mostly known in a sync.
  const expected = findKnown === undefined ? inAll : chosen !== null && next === null ? records.length : null;
  if (chosen === null) return { records, next, expected };
  const validators = Object.fromEntries(pages.map(({ name, page }) => [name, page.validator]));
  const validator = JSON.stringify({ ...chosen, lists: validators } satisfies Validator);
  return { records, next, expected, validator };
}

function isWanted(run: ListedRun, { since, findKnown }: PageRequest): boolean {
  return findKnown === undefined ? isSince(run.created_at, since, finalAfterMs) : isSince(run.updated_at, since);
}

function isEnd(page: readonly ListedRun[], request: PageRequest): boolean {
  if (request.findKnown === undefined) return !page.every((run) => isWanted(run, request));
  const oldest = page.at(-1);
  const isFarBack = oldest !== undefined && !isSince(oldest.created_at, reachBack(request));
  return isFarBack || !page.some((run) => isWanted(run, request));
}

/**
 * Returns the lists of runs of each selected workflow. They are not filtered, because GitHub ends a filtered list after
 * 1,000.
 */
function listsOf(
  context: StreamContext,
  chosen: Validator | null,
  manner: Pick<MergedLists<ListedRun>, 'begunAtOnce' | 'pageSize' | 'isEnd' | 'isIngested'>,
): MergedLists<ListedRun> {
  return {
    ...manner,
    names: (chosen?.workflows ?? []).map(String),
    fetchPage(workflow, cursor) {
      const path = `actions/workflows/${workflow}/runs`;
      const parameters = { per_page: manner.pageSize, exclude_pull_requests: true };
      const known = { cursor, validator: chosen?.lists[workflow] ?? null };
      // A workflow may have been deleted since it was listed.
      return fetchPage(context, { path, parameters, none: [404], items }, known);
    },
    timeOf: (run) => run.created_at,
  };
}

/** Lists the ids of the selected workflows; the known ones if their list is unchanged. */
async function listChosen(context: StreamContext, known: Validator | null): Promise<Validator> {
  const patterns = context.scope.workflows.join('\n');
  const list = { path: 'actions/workflows', parameters: { per_page: perPage }, items: workflows };
  const validator = known?.patterns === patterns ? known.etag : null;
  const first = await fetchPage(context, list, { cursor: null, validator });
  if (first.unchanged && known !== null) return known;
  const all = [...first.items];
  for (let { next } = first; next !== null; ) {
    const page = await fetchPage(context, list, { cursor: next });
    all.push(...page.items);
    next = page.next;
  }
  const chosen = all.filter((workflow) => isChosenWorkflow(context.scope.workflows, workflow));
  return { etag: first.validator, patterns, workflows: chosen.map(({ id }) => id), lists: known?.lists ?? {} };
}

/** Lists failed runs by their start, and repeated runs of which an attempt failed: 1 request for each of the latter. */
async function listExisting(context: StreamContext, request: ExistingRequest): Promise<ExistingPage> {
  const chosen = request.cursor === null ? await listChosen(context, null) : null;
  const lists = listsOf(context, chosen, {
    pageSize: perPage,
    begunAtOnce: workflowsAtOnce,
    isEnd: (page) => page.some((run) => !isSince(run.created_at, request.since)),
    isIngested: mayHaveFailed,
  });
  const { pages, next } = await readMerged(lists, request.cursor);
  const found: ExistingItem[] = [];
  for (const run of pages.flatMap(({ page }) => page.items)) {
    if (!isWithin(run.created_at, request) || !mayHaveFailed(run) || !(await hasFailed(context, run))) continue;
    const externalId = `${context.repository}#run/${run.id}`;
    found.push({ kind: 'failed_deployment', externalId, at: toInstant(run.created_at) });
  }
  return { items: found, next };
}

/** The validators of all lists as of the last pass, serialised. */
const Validator = z.object({
  /** Validator of the list of workflows. */
  etag: z.string().nullable(),
  /** The patterns by which workflows were selected. If they change, the list is read again. */
  patterns: z.string(),
  workflows: z.array(z.number().int()),
  /** Validators of the lists of runs by workflow. */
  lists: z.record(z.string(), z.string().nullable()),
});
type Validator = z.output<typeof Validator>;
