import type { TrendDirection } from '@refrain/domain';
import { dayInMs } from '@refrain/domain';
import type { SimulatedTrend } from './simulate-trends.ts';
import { compareLastTwoMonths, fitWeeklyRegression, type TrendBaseline, testMannKendall } from './trend-baselines.ts';

const level = 0.05;

/** Shares of right and wrong verdicts on patterns with a constant rate and on patterns with a changed rate. */
export interface TrendTally {
  readonly patterns: number;
  /** Share of the patterns with a constant rate for which the verdict is rising or falling. */
  readonly falseAlarms: number;
  /** Share of false alarms of the test alone at a significance level of 5 %, without a correction for multiple tests. */
  readonly falseAlarmsOfTest: number;
  /** False discovery rate: among the patterns with the verdict rising or falling, the share of constant ones, averaged over organisations. */
  readonly falseDiscoveries: number;
  /** Share of the patterns with a changed rate for which the verdict is right. */
  readonly power: number | null;
  readonly powerOfTest: number | null;
}

export const trendBaselines: Readonly<Record<string, TrendBaseline>> = {
  'last 30 days against the 30 before, by a fifth': compareLastTwoMonths,
  'Mann-Kendall by week': testMannKendall,
  'slope by week': fitWeeklyRegression,
};

/** Tallies the verdicts on trends. Each organisation is a family of tests. */
export function tallyTrends(organisations: readonly (readonly SimulatedTrend[])[]): TrendTally {
  const verdicts = organisations.map((patterns) =>
    patterns.map(({ behaviour, trend }) => ({
      truth: truthOf(behaviour.change?.factor ?? null),
      called: toChangeDirection(trend?.perWeek.direction),
      isSignificant: (trend?.perWeek.test?.p ?? 1) <= level,
    })),
  );
  const all = verdicts.flat();
  const constant = all.filter(({ truth }) => truth === null);
  const changed = all.filter(({ truth }) => truth !== null);
  return {
    patterns: all.length,
    falseAlarms: share(constant, ({ called }) => called !== null) ?? 0,
    falseAlarmsOfTest: share(constant, ({ isSignificant }) => isSignificant) ?? 0,
    falseDiscoveries:
      verdicts.reduce((sum, own) => {
        const calls = own.filter(({ called }) => called !== null);
        return sum + (share(calls, ({ called, truth }) => called !== truth) ?? 0);
      }, 0) / verdicts.length,
    power: share(changed, ({ called, truth }) => called === truth),
    powerOfTest: share(changed, ({ isSignificant }) => isSignificant),
  };
}

export function tallyTrendBaseline(peer: TrendBaseline, patterns: readonly SimulatedTrend[], days: number) {
  const verdicts = patterns.map(({ behaviour, times }) => ({
    truth: truthOf(behaviour.change?.factor ?? null),
    called: peer(times, days),
  }));
  return {
    falseAlarms:
      share(
        verdicts.filter(({ truth }) => truth === null),
        ({ called }) => called !== null,
      ) ?? 0,
    power: share(
      verdicts.filter(({ truth }) => truth !== null),
      ({ called, truth }) => called === truth,
    ),
  };
}

export function tallyChangePoints(patterns: readonly SimulatedTrend[], days: number) {
  const constant = patterns.filter(({ behaviour }) => behaviour.change === null);
  const changed = patterns.flatMap(({ behaviour, trend }) =>
    behaviour.change === null ? [] : [{ ...behaviour.change, trend }],
  );
  const dated = changed.flatMap(({ day, factor, trend }) => {
    const toDay = (instant: string): number => days - (Date.parse(trend?.until ?? '') - Date.parse(instant)) / dayInMs;
    const right = (trend?.changePoints ?? []).filter(({ before, after }) => after.value > before.value === factor > 1);
    const [nearest] = right.sort((a, b) => Math.abs(toDay(a.at) - day) - Math.abs(toDay(b.at) - day));
    if (nearest === undefined) return [];
    const isWithin = toDay(nearest.earliest) <= day && day <= toDay(nearest.latest);
    return [{ error: Math.abs(toDay(nearest.at) - day), isWithin }];
  });
  const errors = dated.map(({ error }) => error).sort((a, b) => a - b);
  return {
    falseAlarms: share(constant, ({ trend }) => (trend?.changePoints.length ?? 0) > 0) ?? 0,
    power: changed.length === 0 ? null : dated.length / changed.length,
    medianDateErrorDays: errors[Math.floor(errors.length / 2)] ?? null,
    intervalCoverage: share(dated, ({ isWithin }) => isWithin),
  };
}

export function toChangeDirection(direction: TrendDirection | undefined): 'rising' | 'falling' | null {
  return direction === 'rising' || direction === 'falling' ? direction : null;
}

function truthOf(factor: number | null): 'rising' | 'falling' | null {
  if (factor === null) return null;
  return factor > 1 ? 'rising' : 'falling';
}

function share<T>(values: readonly T[], holds: (value: T) => boolean): number | null {
  return values.length === 0 ? null : values.filter(holds).length / values.length;
}
