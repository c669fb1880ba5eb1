import { isCustomPeriod, type PeriodParameters, periodPresets } from './period.ts';
import { findQuarter, toDay } from './quarter.ts';

export const customPeriod = 'custom';

export interface PeriodOption {
  readonly value: string;
  readonly label: string;
  readonly period: PeriodParameters;
}

/** Lists the periods of the calendar that a select offers. The current quarter ends with the newest data. */
export function listQuarterOptions(now: Date): readonly PeriodOption[] {
  const [current, last] = [findQuarter(now), findQuarter(now, -1)];
  return [
    {
      value: 'this-quarter',
      label: `This quarter (${current.name})`,
      period: { days: undefined, since: current.since, until: undefined },
    },
    {
      value: 'last-quarter',
      label: `Last quarter (${last.name})`,
      period: { days: undefined, since: last.since, until: last.until },
    },
  ];
}

/** Lists the periods that end with the newest data. The default period has no parameter in the URL. */
export function listRollingOptions(defaultDays: number | 'all'): readonly PeriodOption[] {
  return periodPresets.map(({ days, label }) => ({
    value: String(days),
    label: `Last ${label}`,
    period: createRollingPeriod(days, defaultDays),
  }));
}

export function createRollingPeriod(days: number | 'all', defaultDays: number | 'all'): PeriodParameters {
  return { days: days === defaultDays ? undefined : days, since: undefined, until: undefined };
}

/** Returns the days of the shown period, with which the fields of a custom period begin. */
export function startCustomPeriod(shown: { readonly from: string; readonly until: string } | null): PeriodParameters {
  return {
    days: undefined,
    since: shown === null ? undefined : toDay(new Date(shown.from)),
    until: toDay(shown === null ? new Date() : new Date(shown.until)),
  };
}

/** Returns the value of the option for a period. */
export function findPeriodValue(period: PeriodParameters, defaultDays: number | 'all', now: Date): string {
  if (!isCustomPeriod(period)) return String(period.days ?? defaultDays);
  const quarter = listQuarterOptions(now).find(
    (option) => option.period.since === period.since && option.period.until === period.until,
  );
  return quarter?.value ?? customPeriod;
}
