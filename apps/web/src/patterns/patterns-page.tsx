import { useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { CopyLinkButton } from '../components/copy-link-button.tsx';
import { Page } from '../components/page.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { DataTable } from '../list/data-table.tsx';
import { hasAnyFilter, useUpdateSearchParameters } from '../list/filters.tsx';
import { describePeriod, describePeriodDays, isCustomPeriod, namePeriod } from '../list/period.ts';
import type { PatternSearchParameters } from '../list/search-parameters.ts';
import { useSelection } from '../list/selection.ts';
import { paginationOptions } from '../list/virtual-list.tsx';
import { RoutineRevertsQuestion } from '../reverts/routine-reverts-question.tsx';
import { BulkReviewBar } from './bulk-review-bar.tsx';
import { describeLead } from './describe-lead.ts';
import { FacetChips } from './facet-chips.tsx';
import { isTrendOfPeriod } from './list-pattern-marks.ts';
import { NoPatterns } from './no-patterns.tsx';
import { listPatternColumns } from './pattern-columns.tsx';
import { PatternFilterBar } from './pattern-filter-bar.tsx';
import { PatternItem } from './pattern-item.tsx';
import { PatternTotal } from './pattern-total.tsx';
import { PatternViews } from './pattern-views.tsx';
import { defaultPatternDays, omitViewParameters, toPatternFilter } from './to-pattern-filter.ts';

export function PatternsPage() {
  const search = useSearch({ from: '/patterns' });
  const show = useUpdateSearchParameters<PatternSearchParameters>();
  const sort = search.sort ?? 'impactHours';
  const order = search.order ?? (sort === 'name' ? 'asc' : 'desc');
  const query = { ...toPatternFilter(search), sort, order, limit: 100 };
  const list = refrain.useInfiniteQuery('get', '/v1/patterns', { params: { query } }, paginationOptions(15_000));
  const patterns = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const hasSeverities = patterns.some(({ worstSeverity }) => worstSeverity !== null);
  const hasOwners = patterns.some(({ teams }) => teams.length > 0);
  const maxBar = Math.max(1, ...patterns.flatMap(({ timeline }) => timeline));
  const shown = list.data?.pages[0]?.period;
  const hasTrend = isTrendOfPeriod(shown, Date.now());
  const periodName = namePeriod(search, defaultPatternDays);
  const periodDays = shown ? describePeriodDays(shown) : '';
  const columns = useMemo(
    () => listPatternColumns({ hasTrend, hasSeverities, hasOwners, periodName, periodDays, maxBar }),
    [hasTrend, hasSeverities, hasOwners, periodName, periodDays, maxBar],
  );
  const renderItem = useCallback(
    (pattern: Schemas['ListedPattern']) => <PatternItem pattern={pattern} hasTrend={hasTrend} maxBar={maxBar} />,
    [hasTrend, maxBar],
  );
  const isFiltered = hasAnyFilter(omitViewParameters(search));
  const selection = useSelection();
  const canDecide = useHasRole('triager');
  return (
    <Page
      title="Patterns"
      lead={describeLead({
        isWorstFirst: sort === 'impactHours' && order === 'desc',
        isDefaultPeriod: search.days === undefined && !isCustomPeriod(search),
      })}
      actions={<CopyLinkButton />}
    >
      <RoutineRevertsQuestion />
      <PatternViews search={search} />
      <PatternFilterBar search={search} shown={shown} />
      <DataTable
        list={list}
        one="pattern"
        columns={columns}
        sort={{ key: sort, order }}
        changeSort={(changed) => show(changed)}
        {...(canDecide && { selection })}
        rowHeight={56}
        note={<FacetChips search={search} />}
        describeTotal={(total) => (
          <PatternTotal
            total={total}
            isFiltered={isFiltered}
            period={search.days === 'all' ? null : describePeriod(search, defaultPatternDays, shown)}
          />
        )}
        empty={<NoPatterns isFiltered={isFiltered} periodName={periodName} />}
        keyOf={idOf}
        nameOf={({ name }) => name}
        renderCompact={renderItem}
      />
      {canDecide && (
        <BulkReviewBar
          patterns={patterns.filter(({ id }) => selection.ids.has(id))}
          clear={() => selection.replace([])}
        />
      )}
    </Page>
  );
}

const idOf = ({ id }: Schemas['ListedPattern']) => id;
