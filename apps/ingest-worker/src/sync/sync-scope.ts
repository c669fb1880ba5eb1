import { isDeepStrictEqual } from 'node:util';
import type { FailureSource, InScope } from '@refrain/connectors';
import { type Connection, toAppError } from '@refrain/domain';
import type { Rename, ScopeMember } from '@refrain/store';
import { describeGone } from '../health/describe-health.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { compareScope, type ScopeComparison } from './compare-scope.ts';
import { syncPointOf } from './plan-sync.ts';
import { placeOf } from './sort-streams.ts';

/** Those that are no longer listed are asked for one by one: the others have their turn in the next look. */
const askedAtOnce = 20;

/**
 * Looks what of the account is there. What has another name goes on under it, with everything that is stored of it; what
 * was taken in and is gone needs the owner, until it is back or the account is connected anew.
 */
export async function lookAtScope(
  deps: IngestDeps,
  connection: Connection,
  source: FailureSource,
  signal: AbortSignal,
): Promise<ScopeComparison> {
  const { store } = deps;
  const { id, provider, scope } = connection;
  const known = await store.scope.listMembers(id);
  const live = known.filter(({ state }) => state !== 'former');
  const ids = new Set(live.map((member) => member.id));
  const present = await source.listInScope(scope, ids, signal).catch(noneIfRefused);
  if (present === null) return { members: known, renames: [] };
  const asked = await askForAbsent(provider, source, live, present, signal);
  const found = compareScope(known, present, asked);
  const renamed = provider === 'github' ? { renames: found.renames } : { renames: [], services: found.renames };
  const isNews = found.renames.length > 0 || !isDeepStrictEqual(byId(known), byId(found.members));
  if (isNews && !(await store.scope.change(id, { known, members: found.members, ...renamed }))) {
    // Someone else looked meanwhile.
    return { members: await store.scope.listMembers(id), renames: [] };
  }
  const gone = found.members.filter(({ state }) => state === 'gone');
  const now = (await store.connections.find(id)) ?? connection;
  await store.problems.set(id, 'scope', describeGone(now, found.members));
  await forgetTroubleOf(store, id, gone);
  await goOnUnder(deps, id, found.renames);
  return found;
}

function byId(members: readonly ScopeMember[]): ReadonlyMap<string, ScopeMember> {
  return new Map(members.map((member) => [member.id, member]));
}

/** Events under a new name were not understood before it was known: what is drained is read again, from before it. */
async function goOnUnder({ store, producer, now }: IngestDeps, id: string, renames: readonly Rename[]): Promise<void> {
  if (renames.length === 0) return;
  const names = new Set(renames.map(({ to }) => to));
  const rows = (await store.connections.listStreams(id)).filter(({ stream }) => names.has(placeOf(stream) ?? ''));
  for (const row of rows) {
    const point = syncPointOf(row, now());
    if (point !== null) await store.connections.restartStream(id, row.stream, point, row.updatedAt);
  }
  await producer.enqueueMany(
    'pull-stream',
    rows.map(({ stream }) => ({ connectionId: id, stream })),
  );
}

/** Who may not list services has that told among the permissions. */
function noneIfRefused(thrown: unknown): null {
  if (toAppError(thrown).code === 'permission_missing') return null;
  throw thrown;
}

async function askForAbsent(
  provider: Connection['provider'],
  source: FailureSource,
  known: readonly ScopeMember[],
  present: readonly InScope[],
  signal: AbortSignal,
): Promise<Map<string, string | null>> {
  const ids = new Set(present.map(({ id }) => id));
  const absent = known.filter(({ id }) => !ids.has(id));
  const inTurn = [
    ...absent.filter(({ state }) => state === 'present'),
    ...absent.filter(({ state }) => state === 'gone'),
  ];
  const asked = new Map<string, string | null>();
  for (const { id, name } of inTurn.slice(0, askedAtOnce)) {
    const stream = await source.findMoved(provider === 'github' ? `commits:${name}` : `incidents:${id}`, signal);
    asked.set(id, stream === null ? null : provider === 'github' ? placeOf(stream) : name);
  }
  return asked;
}

/** That a repository is gone says why nothing of it can be read: each of its streams need not say it again. */
async function forgetTroubleOf(
  store: IngestDeps['store'],
  connectionId: string,
  gone: readonly ScopeMember[],
): Promise<void> {
  const places = new Set(gone.flatMap(({ id, name }) => [id, name]));
  for (const { subject } of await store.problems.list(connectionId)) {
    const place = placeOf(subject);
    if (place !== null && places.has(place)) await store.problems.set(connectionId, subject, null);
  }
}
