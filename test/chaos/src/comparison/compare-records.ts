import type { Change, Failure } from '@refrain/domain';
import { type ExpectedRecord, findTextMarkers } from './expected-record.ts';

export interface StoredRecord extends Pick<ExpectedRecord, 'provider' | 'table'> {
  readonly row: Failure | Change;
}

export interface RecordComparison {
  readonly existing: number;
  /** Number of distinct stored records. Excludes records of deleted repositories and records that only analysis detects. */
  readonly stored: number;
  /** Records that exist at the providers and are not stored. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly invented: readonly string[];
  readonly stale: readonly string[];
}

/** Maps each former full name of a repository to its current full name, or to null if the repository was deleted. */
export type CurrentRepositoryNames = ReadonlyMap<string, string | null>;

export function compareRecords(
  expected: readonly ExpectedRecord[],
  stored: readonly StoredRecord[],
  present: CurrentRepositoryNames,
): RecordComparison {
  const wanted = new Map(expected.map((item) => [keyOf(item), item]));
  const found = new Map<string, StoredRecord['row'][]>();
  for (const { provider, table, row } of stored) {
    const externalId = currentIdOf(row.externalId, present);
    if (externalId === null) continue;
    const key = keyOf({ provider, table, kind: row.kind, externalId });
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  const surplus = [...found].filter(([key, rows]) => !wanted.has(key) && !rows.every(isExplained)).map(([key]) => key);
  const lost = [...wanted.keys()].filter((key) => !found.has(key));
  return {
    existing: wanted.size,
    stored: wanted.size - lost.length + surplus.length,
    lost,
    twice: [...found.values()]
      .filter(({ length }) => length > 1)
      .map((rows) => rows.map(({ externalId }) => externalId).join(' = ')),
    invented: surplus,
    stale: [...wanted].flatMap(([key, item]) => {
      const [row] = found.get(key) ?? [];
      const differences = row === undefined ? [] : differencesOf(item.state, row);
      return differences.length === 0 ? [] : [`${key}: ${differences.join(', ')}, in the version of ${row?.version}`];
    }),
  };
}

export function listRecordDifferences({ lost, twice, invented, stale }: RecordComparison): string[] {
  return [...twice, ...invented, ...lost, ...stale];
}

function keyOf({ provider, table, kind, externalId }: Omit<ExpectedRecord, 'state'>): string {
  return `${provider} ${table} ${kind} ${externalId}`;
}

/** Replaces a former repository name in a record id by the current one. Returns null if the repository was deleted. */
function currentIdOf(externalId: string, present: CurrentRepositoryNames): string | null {
  const [repository = ''] = externalId.split(/[#@]/u, 1);
  const name = present.get(repository);
  if (name === undefined) return externalId;
  return name === null ? null : name + externalId.slice(repository.length);
}

/** Returns whether a stored row may be missing at the providers: a revert before the first event, or a dismissed incident. */
function isExplained(row: StoredRecord['row']): boolean {
  const isFormerRevert = row.kind === 'reverted_change' && findTextMarkers(row.title).length === 0;
  return isFormerRevert || ('isFailure' in row && !row.isFailure);
}

function differencesOf(state: ExpectedRecord['state'], row: Failure | Change): string[] {
  const differences: string[] = [];
  const look = (name: string, wanted: unknown, is: unknown): void => {
    if (wanted !== undefined && wanted !== is) differences.push(`${name} is ${is} and should be ${wanted}`);
  };
  const words = `${row.title}\n${row.text}`;
  for (const text of state.contains ?? []) {
    if (!new RegExp(`\\b${text}\\b`, 'u').test(words)) differences.push(`the text lacks ${text}`);
  }
  if ('succeeded' in row) look('succeeded', state.succeeded, row.succeeded);
  if (!('isFailure' in row)) return differences;
  look('isFailure', state.isFailure, row.isFailure);
  look('severity', state.severity, row.severity);
  look('urgency', state.urgency, row.urgency);
  look('services', state.services?.join(), row.services.join());
  look('resolvedAt', instant(state.resolvedAt), instant(row.resolvedAt));
  look('acknowledgedAt', instant(state.acknowledgedAt), instant(row.timing?.acknowledgedAt ?? null));
  look('mitigatedAt', instant(state.mitigatedAt), instant(row.timing?.mitigatedAt ?? null));
  look('reopenings', state.reopenings, row.timing?.reopenedAt.length ?? 0);
  return differences;
}

function instant(time: string | null | undefined): string | null | undefined {
  return time ? new Date(time).toISOString() : time;
}
