import { Select } from '@mantine/core';
import { DayRangeFields } from './filters.tsx';
import { isCustomPeriod, type PeriodParameters, periodPresets, toDay } from './period.ts';

const custom = 'custom';
const data = [
  ...periodPresets.map(({ days, label }) => ({ value: String(days), label: `Last ${label}` })),
  { value: 'all', label: 'All time' },
  { value: custom, label: 'Custom' },
];

interface Props {
  readonly period: PeriodParameters;
  readonly defaultDays: number;
  /** The shown period, with which the fields of a custom period begin. */
  readonly shown: { readonly from: string; readonly until: string } | null | undefined;
  choose(period: PeriodParameters): void;
}

/** Selects the period of the figures of a list. */
export function PeriodSelect({ period, defaultDays, shown, choose }: Props) {
  const { days = defaultDays, since, until } = period;
  const isCustom = isCustomPeriod(period);
  const value = isCustom ? custom : String(days);
  const isPreset = data.some((preset) => preset.value === value);
  function change(chosen: string | null) {
    if (chosen === custom)
      return choose({
        days: undefined,
        since: shown ? toDay(shown.from) : undefined,
        until: toDay(shown?.until ?? new Date().toISOString()),
      });
    const next = chosen === 'all' ? 'all' : Number(chosen);
    return choose({ days: next === defaultDays ? undefined : next, since: undefined, until: undefined });
  }
  return (
    <>
      <Select
        label="Period"
        flex="1 1 130px"
        allowDeselect={false}
        data={isPreset ? data : [{ value, label: `Last ${days} days` }, ...data]}
        value={value}
        onChange={change}
      />
      {isCustom && (
        <DayRangeFields label="Period" since={since} until={until} choose={(day) => choose({ since, until, ...day })} />
      )}
    </>
  );
}
