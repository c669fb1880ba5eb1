import { ChevronDownIcon, ChevronUpIcon } from '@primer/octicons-react';
import { type Column, classNameOf } from './column.ts';
import classes from './data-table.module.css';
import { RowCheckbox } from './row-checkbox.tsx';
import type { Selection } from './selection.ts';
import { type CurrentSort, findNextSort, type SortParameters } from './sort.ts';

interface Props<Item> {
  readonly columns: readonly Column<Item>[];
  readonly sort: CurrentSort;
  changeSort(sort: SortParameters): void;
  readonly selection: Selection | undefined;
  /** The ids of all loaded items. */
  readonly ids: readonly string[];
}

export function TableHeader<Item>({ columns, sort, changeSort, selection, ids }: Props<Item>) {
  const isAll = selection !== undefined && ids.every((id) => selection.ids.has(id));
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection && (
          <th className={classes.check} style={{ width: 40 }} scope="col" aria-label="Selection">
            <RowCheckbox
              label="Select all loaded rows"
              isChecked={isAll}
              isMixed={!isAll && selection.ids.size > 0}
              toggle={() => selection.replace(isAll ? [] : ids)}
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.title}
            scope="col"
            className={classNameOf(column)}
            style={{ width: column.width }}
            data-align={column.align}
            title={column.hint}
            aria-sort={describeSort(column, sort)}
          >
            {column.sort === undefined ? (
              column.title
            ) : (
              <SortButton column={column} sort={sort} changeSort={changeSort} />
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortButton<Item>({ column, sort, changeSort }: Pick<Props<Item>, 'sort' | 'changeSort'> & ColumnProps<Item>) {
  const { title, sort: key } = column;
  const Icon = sort.order === 'asc' ? ChevronUpIcon : ChevronDownIcon;
  return (
    <button
      type="button"
      className={classes.sort}
      onClick={() => key !== undefined && changeSort(findNextSort(key, sort))}
    >
      {title}
      <span className={classes.arrow} data-active={sort.key === key?.key || undefined}>
        <Icon size={12} aria-hidden />
      </span>
    </button>
  );
}

interface ColumnProps<Item> {
  readonly column: Column<Item>;
}

function describeSort<Item>({ sort: key }: Column<Item>, { key: current, order }: CurrentSort) {
  if (key === undefined) return undefined;
  if (key.key !== current) return 'none';
  return order === 'asc' ? 'ascending' : 'descending';
}
