import { comparePeriods, formatRateChange } from '@refrain/analysis';
import type { ControlChart, ObservedPeriod, Overview, OverviewComparison, PeriodFigures } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { findComparedPeriod, type MeasuredHistory } from './resolve-period.ts';

export type PeriodOverview = Pick<Overview, 'period' | 'figures' | 'periodBefore' | 'figuresBefore' | 'comparison'>;

interface History extends MeasuredHistory {
  readonly controlChart: ControlChart | null;
}

/** Reads the figures of a period, and compares them with the period before if the recorded history contains it. */
export async function readPeriodOverview(
  store: Store,
  period: ObservedPeriod,
  { controlChart, ...history }: History,
): Promise<PeriodOverview> {
  const before = findComparedPeriod(period, history);
  const [figures, figuresBefore] = await Promise.all([
    readFigures(store, period),
    before && readFigures(store, before),
  ]);
  return {
    period,
    figures,
    periodBefore: before,
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
  const history = { counts: weeks.map(({ episodes }) => episodes), exposures: weeks.map(({ exposure }) => exposure) };
  const { direction, unit, ratio } = comparePeriods(before, recent, history, chart?.unit ?? 'week');
  const change = formatRateChange(ratio);
  const rate = unit === 'week' ? 'Episodes per week' : 'Episodes per change';
  return { direction, unit, ratio, explanation: change && `${rate}: ${change}.` };
}
