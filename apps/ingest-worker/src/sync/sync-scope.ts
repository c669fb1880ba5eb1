import { isDeepStrictEqual } from 'node:util';
import type { FailureSource, ProviderEntry, RepositoryOrService } from '@refrain/connectors';
import { type Connection, type ScopeSelection, toAppError } from '@refrain/domain';
import type { RepositoryRename, ScopeMember } from '@refrain/store';
import type { IngestDeps } from '../worker/deps.ts';
import { compareScope, type ScopeComparison } from './compare-scope.ts';
import { findStreamRepositoryOrService } from './compare-streams.ts';
import { findSyncStart } from './plan-sync.ts';

/**
 * Maximum of unlisted repositories or services that one sync looks up with a request each. Later syncs look up the
 * rest.
 */
const maxLookups = 20;
/** Maximum of names in the message about missing members. */
const maxNames = 5;

/**
 * Updates the stored repositories or services of a connection, and the teams of services, to what the provider lists. Missing
 * members are reported as a problem until they are back or the account is connected again.
 */
export async function syncScope(
  deps: IngestDeps,
  connection: Connection,
  source: FailureSource,
  signal: AbortSignal,
): Promise<ScopeComparison> {
  const { store, providers } = deps;
  const { id, scope } = connection;
  const { account, descriptor } = providers.get(connection.provider);
  const selection = descriptor.scope?.selects ?? null;
  const known = await store.connections.listScopeMembers(id);
  const current = known.filter(({ state }) => state !== 'former');
  const ids = new Set(current.map((member) => member.id));
  const present = await source.listInScope(scope, ids, signal).catch(noneIfRefused);
  if (present === null) return { members: known, renames: [] };
  if (selection === 'services') await store.catalogue.replaceServiceTeams(id, present);
  const presentNames = await findPresentNames(account, selection, source, current, present, signal);
  const found = compareScope(known, present, presentNames);
  const renamed = selection === 'repositories' ? { renames: found.renames } : { renames: [], services: found.renames };
  const isChanged = found.renames.length > 0 || !isDeepStrictEqual(byId(known), byId(found.members));
  if (isChanged && !(await store.connections.changeScopeMembers(id, { known, members: found.members, ...renamed }))) {
    return { members: await store.connections.listScopeMembers(id), renames: [] };
  }
  const gone = found.members.filter(({ state }) => state === 'gone');
  const now = (await store.connections.find(id)) ?? connection;
  await store.connections.setProblem(id, 'scope', describeMissingScopeMembers(now, found.members, selection));
  await clearProblemsOf(store, id, gone);
  await restartRenamed(deps, id, found.renames);
  return found;
}

function byId(members: readonly ScopeMember[]): ReadonlyMap<string, ScopeMember> {
  return new Map(members.map((member) => [member.id, member]));
}

/** Restarts the streams of renamed members, because events with the new name were dropped while that name was unknown. */
async function restartRenamed(
  { store, producer, now }: IngestDeps,
  id: string,
  renames: readonly RepositoryRename[],
): Promise<void> {
  if (renames.length === 0) return;
  const names = new Set(renames.map(({ to }) => to));
  const rows = (await store.connections.listStreams(id)).filter(({ stream }) =>
    names.has(findStreamRepositoryOrService(stream) ?? ''),
  );
  for (const row of rows) {
    const point = findSyncStart(row, now());
    if (point !== null) await store.connections.restartStream(id, row.stream, point, row.updatedAt);
  }
  await producer.enqueueMany(
    'pull-stream',
    rows.map(({ stream }) => ({ connectionId: id, stream })),
  );
}

/** Returns null if a permission is missing, because the connection check reports that. */
function noneIfRefused(thrown: unknown): null {
  if (toAppError(thrown).code === 'permission_missing') return null;
  throw thrown;
}

async function findPresentNames(
  account: ProviderEntry['account'],
  selection: ScopeSelection | null,
  source: FailureSource,
  known: readonly ScopeMember[],
  present: readonly RepositoryOrService[],
  signal: AbortSignal,
): Promise<Map<string, string | null>> {
  const ids = new Set(present.map(({ id }) => id));
  const absent = known.filter(({ id }) => !ids.has(id));
  const byPriority = [
    ...absent.filter(({ state }) => state === 'present'),
    ...absent.filter(({ state }) => state === 'gone'),
  ];
  const presentNames = new Map<string, string | null>();
  for (const { id, name } of byPriority.slice(0, maxLookups)) {
    const stream = account === undefined ? null : await source.findMoved(account.streamOf({ id, name }), signal);
    presentNames.set(
      id,
      stream === null ? null : selection === 'repositories' ? findStreamRepositoryOrService(stream) : name,
    );
  }
  return presentNames;
}

/**
 * Clears the problems of streams whose repository or service is gone, because another problem already reports what is gone.
 */
async function clearProblemsOf(
  store: IngestDeps['store'],
  connectionId: string,
  gone: readonly ScopeMember[],
): Promise<void> {
  const locations = new Set(gone.flatMap(({ id, name }) => [id, name]));
  for (const { subject } of await store.connections.listProblems(connectionId)) {
    const location = findStreamRepositoryOrService(subject);
    if (location !== null && locations.has(location)) await store.connections.setProblem(connectionId, subject, null);
  }
}

/**
 * Describes which repositories or services are gone, and what to do; null if none is gone. Ignores patterns such as
 * `acme/*`, because they may match nothing yet.
 */
export function describeMissingScopeMembers(
  { scope }: Pick<Connection, 'scope'>,
  members: readonly ScopeMember[],
  selection: ScopeSelection | null,
): string | null {
  const there = new Set(members.filter(({ state }) => state === 'present').map(({ name }) => name.toLowerCase()));
  const gone = members.filter(({ state }) => state === 'gone').map(({ name }) => name);
  const chosen = selection === null ? [] : scope[selection];
  const unseen = chosen.filter((name) => !/[*?]/u.test(name) && !there.has(name.toLowerCase()));
  const byName = new Map([...gone, ...unseen].map((name) => [name.toLowerCase(), name]));
  const names = [...byName.values()].sort();
  if (names.length === 0) return null;
  const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : '';
  return `These ${selection ?? 'parts of the account'} are gone, or hidden from the credential: ${names.slice(0, maxNames).join(', ')}${more}; give the credential access to them again, or connect again to continue without them`;
}
