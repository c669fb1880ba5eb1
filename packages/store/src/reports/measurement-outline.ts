import type { BacktestHorizon, ControlChart, Instant, Pattern, Recurrence, TrendMeasure } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

export interface MeasurementOutline {
  readonly asOf: Instant;
  readonly measuredAt: Instant;
  readonly controlChart: ControlChart | null;
  /** The trend of failures per week; null while the recorded period is too short. */
  readonly perWeek: TrendMeasure | null;
  readonly per100Changes: TrendMeasure | null;
  readonly backtest: BacktestHorizon | null;
}

export interface PatternOutline extends Pick<Pattern, 'id' | 'name' | 'episodes' | 'lastAt'> {
  readonly recurrence: Recurrence | null;
  readonly isRising: boolean;
  /** The probability of a further episode; null if there is no forecast for the requested horizon. */
  readonly probability: number | null;
  readonly expected: number | null;
}

export function createMeasurementOutlineQueries(db: Kysely<Database>) {
  return {
    /**
     * Returns the most important figures of the latest measurement; null before the first. The whole measurement can
     * have half a megabyte.
     * @param days horizon of the forecasts in days
     */
    async outlineMeasurement(days: number): Promise<MeasurementOutline | null> {
      const { rows } = await sql<MeasurementOutline>`
        select as_of, measured_at, "controlChart" as control_chart,
          trends #> '{organisation,perWeek}' as per_week,
          nullif(trends #> '{organisation,per100Changes}', 'null') as per100_changes,
          (select horizon from jsonb_path_query(backtest, '$.horizons[*] ? (@.days == $days)', ${`{"days":${days}}`}::jsonb) as one (horizon) limit 1) as backtest
        from measurement
        cross join lateral jsonb_to_record(content) as told ("controlChart" jsonb, trends jsonb, backtest jsonb)`.execute(
        db,
      );
      return rows[0] ?? null;
    },

    /**
     * Lists all measured patterns except dismissed ones, highest harm first. Too slow to be called for every request.
     */
    async outlinePatterns(days: number): Promise<PatternOutline[]> {
      const { rows } = await sql<PatternOutline>`
        select id, name, episodes, last_at, told.recurrence,
          told.trend #>> '{perWeek,direction}' is not distinct from 'rising' as is_rising,
          (horizon ->> 'probability')::float8 as probability, (horizon ->> 'expected')::float8 as expected
        from pattern_measurement
        join pattern on pattern.id = pattern_id and retired_at is null and judgement is distinct from 'dismissed'
        -- One call, because each operator on the column would decompress the whole document again.
        cross join lateral jsonb_to_record(content) as told (recurrence text, trend jsonb, forecast jsonb)
        left join lateral jsonb_path_query(told.forecast, '$.horizons[*] ? (@.days == $days)', ${`{"days":${days}}`}::jsonb) as horizon on true
        order by harm desc, last_at desc, id`.execute(db);
      return rows;
    },
  };
}
