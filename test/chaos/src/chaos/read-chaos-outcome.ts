import type { Failure } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** Failures, patterns and links after a run, named by the providers' ids, so that two runs can be compared. */
export interface ChaosOutcome {
  /** Failures as JSON, by name. Excludes dismissed failures, because a later backfill would not find them. */
  readonly failures: ReadonlyMap<string, string>;
  /** Names of the failures of each pattern. Pattern ids are excluded, because they depend on the order of arrival. */
  readonly patterns: ReadonlySet<string>;
  readonly episodes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

export async function readChaosOutcome(store: Store): Promise<ChaosOutcome> {
  const connections = await store.connections.list();
  const [failures, changes, members, episodes, links] = await Promise.all([
    store.failures.listAll(),
    store.changes.listAll(),
    store.patterns.listAllMembers(),
    store.reports.listEpisodes({ from: '0001-01-01T00:00:00.000Z', until: '9999-01-01T00:00:00.000Z' }),
    store.changes.listAllLinks(),
  ]);
  const providerOf = new Map(connections.map(({ id, provider }) => [id, provider]));
  const names = new Map(
    [...failures, ...changes].map(({ id, connectionId, kind, externalId }) => [
      id,
      `${providerOf.get(connectionId)} ${kind} ${externalId}`,
    ]),
  );
  const nameOf = (id: string) => names.get(id) ?? `unknown ${id}`;
  const groups = new Map<string, string[]>();
  for (const { patternId, failureId } of members) {
    const group = groups.get(patternId);
    if (group === undefined) groups.set(patternId, [nameOf(failureId)]);
    else group.push(nameOf(failureId));
  }
  const together = (items: readonly string[]) => [...items].sort().join('\n');
  return {
    failures: new Map(
      failures.filter(({ isFailure }) => isFailure).map((failure) => [nameOf(failure.id), describe(failure)]),
    ),
    patterns: new Set([...groups.values()].map(together)),
    episodes: new Set(episodes.map(({ failureIds }) => together(failureIds.map(nameOf)))),
    links: new Set(links.map(({ type, failureId, targetId }) => `${type} ${nameOf(failureId)} ${nameOf(targetId)}`)),
  };
}

/** Formats a failure as JSON without the fields that depend on how and when it was ingested. */
function describe({ id: _id, connectionId: _connectionId, version: _version, ...known }: Failure): string {
  return JSON.stringify(known);
}

/** Lists the differences between two outcomes, one line for each item that only one of them contains. */
export function listOutcomeDifferences(undisturbed: ChaosOutcome, disturbed: ChaosOutcome): string[] {
  const lines: string[] = [];
  for (const [name, known] of undisturbed.failures) {
    const other = disturbed.failures.get(name);
    if (other === undefined) lines.push(`failure ${name}: only undisturbed`);
    else if (other !== known) lines.push(`failure ${name}:\n    undisturbed ${known}\n    disturbed   ${other}`);
  }
  for (const name of disturbed.failures.keys()) {
    if (!undisturbed.failures.has(name)) lines.push(`failure ${name}: only disturbed`);
  }
  for (const what of ['episodes', 'links', 'patterns'] as const) {
    const only = (side: string, one: ReadonlySet<string>, other: ReadonlySet<string>) => {
      for (const item of one) {
        if (!other.has(item)) lines.push(`${what}, only ${side}: ${item.replaceAll('\n', ', ').slice(0, 600)}`);
      }
    };
    only('undisturbed', undisturbed[what], disturbed[what]);
    only('disturbed', disturbed[what], undisturbed[what]);
  }
  return lines;
}
