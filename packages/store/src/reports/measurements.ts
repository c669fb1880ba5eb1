import type {
  ControlChart,
  DeliveryMetrics,
  HorizonBacktest,
  Instant,
  Measurement,
  Pattern,
  PatternMeasurement,
  RevertTemplate,
  TrendDirection,
} from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { writeEvents } from '../events/write-events.ts';
import { type ClusterRunStart, lockAnalysisResults } from '../patterns/lock-analysis-results.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { jsonBatches, toJsonText } from '../sql/json-text.ts';

export interface MeasurementOutline {
  readonly asOf: Instant;
  readonly measuredAt: Instant;
  readonly controlChart: ControlChart | null;
  /** When the recorded history begins; null while it is too short. */
  readonly historyFrom: Instant | null;
  /** The direction of the weekly rate over the recorded history; null while it is too short. */
  readonly historyTrend: TrendDirection | null;
  readonly backtest: HorizonBacktest | null;
}

export interface ForecastPattern extends Pick<Pattern, 'id' | 'name'> {
  /** The probability of a further episode within the requested horizon. */
  readonly probability: number;
  readonly expected: number;
}

/** The figures of one pattern, and a digest (`headline`) of the figures whose change a reader would notice. */
export interface MeasuredPattern {
  readonly patternId: string;
  readonly measurement: PatternMeasurement;
  readonly headline: string;
}

export function createMeasurementQueries(db: Kysely<Database>) {
  return {
    /**
     * Replaces the previous measurement. Skips retired patterns.
     * @returns the sorted ids of patterns whose headline has changed
     * @throws {AppError} `conflict` if a newer clustering run has begun
     */
    writeMeasurement: (
      measurement: Measurement,
      patterns: readonly MeasuredPattern[],
      run?: ClusterRunStart,
    ): Promise<{ changedPatternIds: string[] }> =>
      inTransaction(db, async (transaction) => {
        await lockAnalysisResults(transaction, run);
        await sql`
          insert into measurement (as_of, content) values (${measurement.asOf}, ${toJsonText(measurement)}::jsonb)
          on conflict (only_row) do update set as_of = excluded.as_of, content = excluded.content, measured_at = now()`.execute(
          transaction,
        );
        const ids = patterns.map(({ patternId }) => patternId);
        await sql`delete from pattern_measurement where pattern_id <> all(${ids}::text[])`.execute(transaction);
        const written: WrittenPattern[] = [];
        for await (const batch of jsonBatches(patterns)) written.push(...(await writePatterns(transaction, batch)));
        const idsOf = (what: (pattern: WrittenPattern) => boolean) =>
          written
            .filter(what)
            .map(({ patternId }) => patternId)
            .sort();
        await writeEvents(transaction, [
          ...idsOf(({ isRising }) => isRising).map((patternId) => ({ type: 'pattern_rising' as const, patternId })),
          ...idsOf(({ isBack }) => isBack).map((patternId) => ({ type: 'pattern_returned' as const, patternId })),
        ]);
        return { changedPatternIds: idsOf(({ isOther }) => isOther) };
      }),

    async findMeasurement(): Promise<Measurement | null> {
      const row = await db.selectFrom('measurement').select('content').executeTakeFirst();
      return row?.content ?? null;
    },

    /** Groups revert titles by form (variable parts replaced by placeholders), most frequent form first. */
    async listRevertTemplates(): Promise<RevertTemplate[]> {
      const { rows } = await sql<{ revertTemplates: RevertTemplate[] | null }>`
        select content -> 'revertTemplates' as revert_templates from measurement`.execute(db);
      return rows[0]?.revertTemplates ?? [];
    },

    /** Returns null before the first measurement, and while the recorded period is too short. */
    async findDeliveryMetrics(): Promise<DeliveryMetrics | null> {
      const { rows } = await sql<{ delivery: DeliveryMetrics | null }>`
        select nullif(content -> 'delivery', 'null') as delivery from measurement`.execute(db);
      return rows[0]?.delivery ?? null;
    },

    /** Returns the time of the latest measurement, and the time up to which it includes failures (`asOf`). */
    async findMeasurementTime(): Promise<{ asOf: Instant; measuredAt: Instant } | null> {
      return (await db.selectFrom('measurement').select(['asOf', 'measuredAt']).executeTakeFirst()) ?? null;
    },

    /** Returns null for a pattern that is retired or not measured yet. */
    async findPatternMeasurement(patternId: string): Promise<PatternMeasurement | null> {
      const row = await db
        .selectFrom('patternMeasurement')
        .select('content')
        .where('patternId', '=', patternId)
        .executeTakeFirst();
      return row?.content ?? null;
    },

    listPatternMeasurements(): Promise<{ patternId: string; measurement: PatternMeasurement }[]> {
      return db
        .selectFrom('patternMeasurement')
        .select(['patternId', 'content as measurement'])
        .orderBy('patternId')
        .execute();
    },

    /**
     * Returns only the most important figures of the latest measurement, because a whole measurement can have half a
     * megabyte. Returns null before the first measurement.
     * @param days horizon of the forecasts in days
     */
    async outlineMeasurement(days: number): Promise<MeasurementOutline | null> {
      const { rows } = await sql<MeasurementOutline>`
        select as_of, measured_at, "controlChart" as control_chart,
          trends #>> '{period,from}' as history_from,
          trends #>> '{organisation,perWeek,direction}' as history_trend,
          (select horizon from jsonb_path_query(backtest, '$.horizons[*] ? (@.days == $days)', ${`{"days":${days}}`}::jsonb) as one (horizon) limit 1) as backtest
        from measurement
        cross join lateral jsonb_to_record(content) as told ("controlChart" jsonb, trends jsonb, backtest jsonb)`.execute(
        db,
      );
      return rows[0] ?? null;
    },

    /** Lists the patterns with a forecast, except dismissed ones. Too slow to be called for every request. */
    async listForecasts(days: number): Promise<ForecastPattern[]> {
      const { rows } = await sql<ForecastPattern>`
        select id, name, (horizon ->> 'probability')::float8 as probability, (horizon ->> 'expected')::float8 as expected
        from pattern_measurement
        join pattern on pattern.id = pattern_id and retired_at is null and judgement is distinct from 'dismissed'
        cross join lateral jsonb_path_query(content -> 'forecast', '$.horizons[*] ? (@.days == $days)', ${`{"days":${days}}`}::jsonb) as horizon
        where horizon ->> 'probability' is not null and horizon ->> 'expected' is not null
        order by id`.execute(db);
      return rows;
    },
  };
}

interface WrittenPattern {
  readonly patternId: string;
  readonly isOther: boolean;
  /** Whether the pattern is rising now, but was not at the previous measurement. */
  readonly isRising: boolean;
  /** Whether the pattern has returned, but had not at the previous measurement. */
  readonly isBack: boolean;
}

async function writePatterns(db: Kysely<Database>, batch: string): Promise<WrittenPattern[]> {
  const direction = (content: string) => sql`${sql.ref(content)} #>> '{trend,perWeek,direction}'`;
  const { rows } = await sql<WrittenPattern>`
    with wanted as (
      select "patternId", measurement, headline
      from json_to_recordset(${batch}::json) as one ("patternId" text, measurement jsonb, headline text)
      join pattern on pattern.id = "patternId" and pattern.retired_at is null
    ), known as (
      select pattern_id, content, pattern_measurement.headline
      from pattern_measurement join wanted on "patternId" = pattern_id
    ), written as (
      insert into pattern_measurement (pattern_id, content, headline)
      select "patternId", measurement, headline from wanted
      on conflict (pattern_id) do update set content = excluded.content, headline = excluded.headline
    )
    select
      "patternId" as pattern_id,
      known.headline is distinct from wanted.headline as is_other,
      known.pattern_id is not null and ${direction('measurement')} is not distinct from 'rising'
        and ${direction('content')} is distinct from 'rising' as is_rising,
      known.pattern_id is not null and measurement ->> 'recurrence' is not distinct from 'returned'
        and content ->> 'recurrence' is distinct from 'returned' as is_back
    from wanted left join known on known.pattern_id = "patternId"`.execute(db);
  return rows;
}
