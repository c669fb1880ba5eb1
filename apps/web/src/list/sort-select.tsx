import { NativeSelect } from '@mantine/core';
import type { Column } from './column.ts';
import type { CurrentSort, SortOption, SortParameters } from './sort.ts';

interface Props<Item> {
  readonly columns: readonly Column<Item>[];
  readonly sort: CurrentSort;
  readonly sortWithoutColumn?: SortOption | undefined;
  changeSort(sort: SortParameters): void;
}

/** Chooses the order of a list on a phone, where the list has no headers. */
export function SortSelect<Item>({ columns, sort, sortWithoutColumn, changeSort }: Props<Item>) {
  const ofColumns = columns.flatMap((column) =>
    column.sort === undefined ? [] : [{ value: column.sort.key, label: column.title }],
  );
  const other = sortWithoutColumn && { value: sortWithoutColumn.key, label: sortWithoutColumn.title };
  const data = other === undefined ? ofColumns : [other, ...ofColumns];
  return (
    <NativeSelect
      label="Sort by"
      data={data}
      value={sort.key}
      onChange={(event) => changeSort({ sort: event.currentTarget.value, order: undefined })}
    />
  );
}
