import { Anchor, Text } from '@mantine/core';
import { useUpdateSearchParameters } from '../list/filters.tsx';
import { describePeriod, isAllTime } from '../list/period.ts';
import { createRollingPeriod } from '../list/period-options.ts';
import type { ImprovementsSearchParameters } from '../list/search-parameters.ts';
import { defaultPatternDays } from '../patterns/to-pattern-filter.ts';

interface Props {
  readonly search: ImprovementsSearchParameters;
  readonly shown: { readonly from: string; readonly until: string } | null | undefined;
}

/** Says above the board of which period its figures are, because the period may come from another page. */
export function BoardPeriod({ search, shown }: Props) {
  const show = useUpdateSearchParameters<ImprovementsSearchParameters>();
  const isAll = isAllTime(search);
  return (
    <Text size="sm">
      Cards count the episodes and hours{' '}
      <Text span inherit fw={600}>
        {describePeriod(search, defaultPatternDays, shown)}
      </Text>
      {'. '}
      <Anchor
        component="button"
        inherit
        underline="always"
        onClick={() => show(createRollingPeriod(isAll ? defaultPatternDays : 'all', defaultPatternDays))}
      >
        {isAll ? 'Show the last 12 months' : 'Show all time'}
      </Anchor>
    </Text>
  );
}
