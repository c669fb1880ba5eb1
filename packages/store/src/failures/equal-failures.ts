import { type FailureDraft, hasTimeOfDay, type TimePrecision } from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { KnownNamesReader } from '../names/known-names-reader.ts';
import type { Database } from '../schema/database.ts';
import { toStorableText } from '../sql/json-text.ts';

export type FailureStart = Pick<FailureDraft, 'kind' | 'occurredAt' | 'precision'>;
/** The fields by which a failure of another connection counts as equal (ADR 90). */
export type ComparedFailure = FailureStart & Pick<FailureDraft, 'title' | 'text'>;

const minuteInMs = 60_000;

export function createEqualFailureQueries(db: Kysely<Database>, knownNames: KnownNamesReader) {
  return {
    /**
     * Returns for each of the given starts whether a failure of the same kind has the same start. Most imported rows have none,
     * so that their titles need not be parsed.
     * @param exceptConnectionId the connection that is not searched; null searches all
     */
    async hasFailuresAt(
      starts: readonly FailureStart[],
      exceptConnectionId: string | null,
    ): Promise<readonly boolean[]> {
      if (starts.length === 0) return [];
      const { rows } = await sql<{ position: number }>`
        select position from ${startTable(starts)}
        where exists (select from failure where ${hasStart} and connection_id <> ${exceptConnectionId ?? ''})`.execute(
        db,
      );
      const found = new Set(rows.map(({ position }) => position));
      return starts.map((_, position) => found.has(position));
    },

    /**
     * Finds the connections that have a failure with the same kind, title and start and a text that is at least as long, for each
     * of the given failures. A longer text is new, even if the failure is not.
     * @param exceptConnectionId the connection that is not searched; null searches all
     */
    async findConnectionsWithEqualFailures(
      failures: readonly ComparedFailure[],
      exceptConnectionId: string | null,
    ): Promise<readonly (readonly string[])[]> {
      if (failures.length === 0) return [];
      const { redact, redactOf } = await knownNames(db);
      const redactTitle = exceptConnectionId === null ? redact : redactOf(exceptConnectionId);
      const titles = failures.map(({ title }) => toStorableText(redactTitle(title)));
      const { rows } = await sql<{ position: number; connectionId: string }>`
        select distinct position, connection_id from ${startTable(failures)}
        join failure on ${hasStart} and connection_id <> ${exceptConnectionId ?? ''}
          and lower(title) = lower((${titles}::text[])[position + 1])
          and char_length(text) >= (${failures.map(({ text }) => text.length)}::integer[])[position + 1]
        order by connection_id`.execute(db);
      const found = failures.map((): string[] => []);
      for (const { position, connectionId } of rows) found[position]?.push(connectionId);
      return found;
    },
  };
}

const hasStart = sql<SqlBool>`
  failure.occurred_at >= given.since and failure.occurred_at < given.since + interval '1 minute'
  and failure.kind = given.kind and replace(failure.precision, 'instant', 'minute') = given.unit`;

function startTable(starts: readonly FailureStart[]): RawBuilder<unknown> {
  const minutes = starts.map(({ occurredAt }) => Math.floor(Date.parse(occurredAt) / minuteInMs) * minuteInMs);
  return sql`unnest(
    ${starts.map((_, position) => position)}::integer[],
    ${starts.map(({ kind }) => kind)}::text[],
    ${minutes.map((ms) => new Date(ms).toISOString())}::timestamptz[],
    ${starts.map(({ precision }) => toUnit(precision))}::text[]) as given(position, kind, since, unit)`;
}

/** Returns the unit in which starts are compared. Exports often omit seconds, so times of day are compared by the minute. */
function toUnit(precision: TimePrecision): TimePrecision {
  return hasTimeOfDay(precision) ? 'minute' : precision;
}
