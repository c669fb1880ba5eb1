import { Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { RouterLinkTab } from '../components/link-tabs.tsx';
import { isCustomPeriod, periodPresets, toDay } from '../list/period.ts';
import { defaultDays, type OverviewRange } from './overview-range.ts';

interface Props {
  readonly range: OverviewRange;
  /** The shown period, with which the fields of a custom period begin. */
  readonly period: { readonly from: string; readonly until: string } | null;
}

/** Selects the period of the overview. Each choice is a link, so that the URL restores it. */
export function RangeTabs({ range, period }: Props) {
  const isCustom = isCustomPeriod(range);
  const shown = isCustom ? null : (range.days ?? defaultDays);
  return (
    <Group gap={4} component="nav" aria-label="Period">
      {periodPresets.map(({ days, label }) => (
        <RouterLinkTab
          key={days}
          to="/"
          search={days === defaultDays ? {} : { days }}
          isShown={shown === days}
          resetScroll={false}
        >
          {label}
        </RouterLinkTab>
      ))}
      {period !== null && (
        <RouterLinkTab
          to="/"
          search={{ since: toDay(period.from), until: toDay(period.until) }}
          isShown={isCustom}
          resetScroll={false}
        >
          Custom
        </RouterLinkTab>
      )}
      {isCustom && <CustomRange range={range} />}
    </Group>
  );
}

function CustomRange({ range: { since, until } }: { readonly range: OverviewRange }) {
  const navigate = useNavigate({ from: '/' });
  const choose = (change: OverviewRange) =>
    void navigate({ search: { since, until, ...change }, replace: true, resetScroll: false });
  return (
    <>
      <TextInput
        type="date"
        size="xs"
        aria-label="From"
        max={until}
        value={since ?? ''}
        onChange={({ currentTarget: { value } }) => value && choose({ since: value })}
      />
      <TextInput
        type="date"
        size="xs"
        aria-label="To"
        min={since}
        value={until ?? ''}
        onChange={({ currentTarget: { value } }) => choose({ until: value || undefined })}
      />
    </>
  );
}
