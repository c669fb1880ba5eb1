import { NativeSelect } from '@mantine/core';
import { DayRangeFields } from './filters.tsx';
import type { PeriodParameters } from './period.ts';
import {
  createRollingPeriod,
  customPeriod,
  findPeriodValue,
  listQuarterOptions,
  listRollingOptions,
  startCustomPeriod,
} from './period-options.ts';

interface Props {
  readonly period: PeriodParameters;
  readonly defaultDays: number | 'all';
  /** Whether the page can show all time. */
  readonly hasAllTime: boolean;
  /** The shown period, with which the fields of a custom period begin. */
  readonly shown: { readonly from: string; readonly until: string } | null | undefined;
  choose(period: PeriodParameters): void;
}

/** Selects the period of a page. */
export function PeriodSelect({ period, defaultDays, hasAllTime, shown, choose }: Props) {
  const now = new Date();
  const { since, until } = period;
  const [rolling, quarters] = [listRollingOptions(defaultDays), listQuarterOptions(now)];
  const options = [...rolling, ...quarters];
  const value = findPeriodValue(period, defaultDays, now);
  const isOther = ![...options.map((option) => option.value), 'all', customPeriod].includes(value);
  function change(chosen: string) {
    if (chosen === customPeriod) return choose(startCustomPeriod(shown ?? null));
    const option = options.find((one) => one.value === chosen);
    return choose(option?.period ?? createRollingPeriod(chosen === 'all' ? 'all' : Number(chosen), defaultDays));
  }
  return (
    <>
      <NativeSelect
        label="Period"
        flex="1 1 170px"
        data={[
          ...(isOther ? [{ value, label: `Last ${value} days` }] : []),
          { group: 'Rolling', items: [...rolling] },
          { group: 'Calendar', items: [...quarters, { value: customPeriod, label: 'Custom' }] },
          ...(hasAllTime ? [{ value: 'all', label: 'All time' }] : []),
        ]}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {value === customPeriod && (
        <DayRangeFields label="Period" since={since} until={until} choose={(day) => choose({ since, until, ...day })} />
      )}
    </>
  );
}
