import { NativeSelect } from '@mantine/core';
import type { Column } from './column.ts';
import type { CurrentSort, SortParameters } from './sort.ts';

interface Props<Item> {
  readonly columns: readonly Column<Item>[];
  readonly sort: CurrentSort;
  changeSort(sort: SortParameters): void;
}

/** Chooses the order of a list on a phone, where the list has no headers. */
export function SortSelect<Item>({ columns, sort, changeSort }: Props<Item>) {
  const data = columns.flatMap((column) =>
    column.sort === undefined ? [] : [{ value: column.sort.key, label: column.title }],
  );
  return (
    <NativeSelect
      label="Sort by"
      data={data}
      value={sort.key}
      onChange={(event) => changeSort({ sort: event.currentTarget.value, order: undefined })}
    />
  );
}
