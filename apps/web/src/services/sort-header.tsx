import { useSearch } from '@tanstack/react-router';
import type { Schemas } from '../api/refrain.ts';
import { useUpdateSearchParameters } from '../list/filters.tsx';
import type { ServicesSearchParameters } from '../list/search-parameters.ts';
import classes from './service-table.module.css';

interface Props {
  readonly sort: Schemas['ServiceSort'];
  readonly isNumber?: boolean;
  /** Whether the column is hidden on small screens. */
  readonly isWide?: boolean;
  readonly children: string;
}

/** The header of a column by which the list can be sorted. Sorting by the same column again reverses the order. */
export function SortHeader({ sort, isNumber = false, isWide = false, children }: Props) {
  const { sort: current = 'episodes', order } = useSearch({ from: '/services' });
  const show = useUpdateSearchParameters<ServicesSearchParameters>();
  const first = sort === 'name' ? 'asc' : 'desc';
  const shown = order ?? first;
  const isSorted = current === sort;
  const next = isSorted && shown === first ? (first === 'asc' ? 'desc' : 'asc') : undefined;
  return (
    <th
      scope="col"
      className={[isNumber && classes.number, isWide && classes.wide].filter(Boolean).join(' ')}
      aria-sort={isSorted ? (shown === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" className={classes.sort} onClick={() => show({ sort, order: next })}>
        {children}
        <span aria-hidden>{isSorted ? (shown === 'asc' ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  );
}
