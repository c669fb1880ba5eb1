import { comparePeriods, formatRateChange } from '@refrain/analysis';
import type {
  ControlChart,
  Instant,
  ObservedPeriod,
  Overview,
  OverviewComparison,
  PeriodFigures,
} from '@refrain/domain';
import type { Store } from '@refrain/store';
import { findPeriodBefore } from './overview-period.ts';

export type PeriodOverview = Pick<Overview, 'period' | 'figures' | 'periodBefore' | 'figuresBefore' | 'comparison'>;

/** The share of the period before that may be older than the recorded history, such as a few days of a year. */
const maxMissingShare = 0.02;

interface History {
  readonly historyFrom: Instant | null;
  readonly controlChart: ControlChart | null;
}

/** Reads the figures of a period, and compares them with the period before if the recorded history contains it. */
export async function readPeriodOverview(
  store: Store,
  period: ObservedPeriod,
  { historyFrom, controlChart }: History,
): Promise<PeriodOverview> {
  const before = findPeriodBefore(period);
  const missing = historyFrom === null ? Number.POSITIVE_INFINITY : Date.parse(historyFrom) - Date.parse(before.from);
  const isKnown = missing <= maxMissingShare * (Date.parse(before.until) - Date.parse(before.from));
  const [figures, figuresBefore] = await Promise.all([
    readFigures(store, period),
    isKnown ? readFigures(store, before) : null,
  ]);
  return {
    period,
    figures,
    periodBefore: isKnown ? before : null,
    figuresBefore,
    comparison: figuresBefore && compare(figuresBefore, figures, controlChart),
  };
}

async function readFigures({ reports, improvements }: Store, period: ObservedPeriod): Promise<PeriodFigures> {
  const [summary, verdicts] = await Promise.all([
    reports.summarisePeriod(period),
    improvements.countFixVerdicts(period),
  ]);
  return { ...summary, ...verdicts };
}

function compare(before: PeriodFigures, recent: PeriodFigures, chart: ControlChart | null): OverviewComparison {
  const weeks = chart?.points.filter(({ exposure }) => exposure > 0) ?? [];
  const { direction, unit, ratio } = comparePeriods(before, recent, {
    counts: weeks.map(({ episodes }) => episodes),
    exposures: weeks.map(({ exposure }) => exposure),
  });
  const change = formatRateChange(ratio);
  const rate = unit === 'week' ? 'Episodes per week' : 'Episodes per change';
  return { direction, unit, ratio, explanation: change && `${rate}: ${change}.` };
}
