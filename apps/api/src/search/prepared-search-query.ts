import type { FailureDocument } from '@refrain/analysis';
import { AppError, type Change, type Failure, type SearchQuery, type SearchResponse } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { requireFound } from '../http/responses/problem.ts';
import { listPossiblePageUrls } from './page-addresses.ts';
import { readFailuresForIndex } from './read-failures-for-index.ts';

/** A search query, converted for the index. */
export interface PreparedSearchQuery {
  readonly query: SearchResponse['query'];
  readonly document: FailureDocument;
  /** The failures that the search excludes: those of the episode of the searched failure. */
  readonly except: readonly string[];
}

/** @throws {AppError} `not_found` for an unknown failure or web page; `invalid_input` for an invalid URL */
export async function prepareSearchQuery(
  store: Pick<Store, 'failures'>,
  { text, failureId, url }: SearchQuery,
): Promise<PreparedSearchQuery> {
  if (text !== undefined) return aboutText(text);
  if (failureId !== undefined) return aboutFailure(store, failureId);
  return aboutPage(store, url ?? '');
}

/** Uses the first line of the text as the title. */
function aboutText(text: string): PreparedSearchQuery {
  const [title = '', ...lines] = text.trim().split(/\r?\n/u);
  const document = { id: '', title, text: lines.join('\n'), occurredAt: '' };
  return { query: { kind: 'text', id: null, title: null }, document, except: [] };
}

async function aboutFailure(store: Pick<Store, 'failures'>, id: string): Promise<PreparedSearchQuery> {
  const unknown = `There is no failure ${id}. Check the id in the list of failures, or search by text.`;
  const { id: failureId, title, episodeId } = requireFound(await findPrimary(store, id), unknown);
  const [[document], except] = await Promise.all([
    readFailuresForIndex(store, [failureId]),
    episodeId === null ? [] : store.failures.listByEpisode(episodeId),
  ]);
  return { query: { kind: 'failure', id: failureId, title }, document: requireFound(document, unknown), except };
}

/** Finds the failure, or the original failure of a duplicate. */
async function findPrimary(store: Pick<Store, 'failures'>, id: string): Promise<Failure | null> {
  const failure = await store.failures.find(id);
  return failure === null || failure.duplicateOf === null ? failure : store.failures.find(failure.duplicateOf);
}

async function aboutPage(store: Pick<Store, 'failures'>, url: string): Promise<PreparedSearchQuery> {
  for (const address of listPossiblePageUrls(url)) {
    const { failureIds, changes } = await store.failures.findByUrl([address]);
    const [failureId] = failureIds.length > 0 ? failureIds : await failuresOf(store, changes);
    if (failureId !== undefined) return aboutFailure(store, failureId);
    const [change] = changes;
    if (change !== undefined) return aboutChange(change);
  }
  throw new AppError(
    'not_found',
    'No stored failure or change has this URL. Connect the account, backfill further back, or search by text.',
  );
}

function failuresOf(store: Pick<Store, 'failures'>, changes: readonly Change[]): Promise<string[]> {
  return store.failures.listByChanges(changes.map(({ id }) => id));
}

function aboutChange({ id, title, text, occurredAt, repository, paths }: Change): PreparedSearchQuery {
  const document = { id, title, text, occurredAt, repository, paths };
  return { query: { kind: 'change', id, title }, document, except: [] };
}
