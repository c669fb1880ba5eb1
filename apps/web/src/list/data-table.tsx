import { useMediaQuery } from '@mantine/hooks';
import { type CSSProperties, memo, type ReactNode, useRef } from 'react';
import { listItem } from '../keys/list-items.ts';
import { type Column, classNameOf } from './column.ts';
import classes from './data-table.module.css';
import { ListFrame, type PagedList, type Rows } from './list-frame.tsx';
import { RowCheckbox } from './row-checkbox.tsx';
import type { Selection } from './selection.ts';
import type { CurrentSort, SortOption, SortParameters } from './sort.ts';
import { SortSelect } from './sort-select.tsx';
import { TableHeader } from './table-header.tsx';
import { useVisibleRows } from './use-visible-rows.ts';
import { VirtualRows } from './virtual-list.tsx';

interface Props<Item> {
  readonly list: PagedList<Item>;
  readonly one: string;
  readonly columns: readonly Column<Item>[];
  readonly sort: CurrentSort;
  /** A sort that no column header offers, such as the relevance for a search. */
  readonly sortWithoutColumn?: SortOption;
  changeSort(sort: SortParameters): void;
  readonly selection?: Selection;
  readonly empty: ReactNode;
  readonly note?: ReactNode;
  describeTotal?(total: number): ReactNode;
  /** Estimated height of a row in pixels. */
  readonly rowHeight: number;
  keyOf(item: Item): string;
  nameOf(item: Item): string;
  /** Renders an item on a phone, which has no room for columns. */
  renderCompact(item: Item): ReactNode;
}

const tableScreens = '(min-width: 48em)';

/** A virtualised table with sortable columns. On a phone it is a list. */
export function DataTable<Item>(props: Props<Item>) {
  const { list, one, empty, note, describeTotal, rowHeight, renderCompact, sortWithoutColumn, ...table } = props;
  const hasColumns = useMediaQuery(tableScreens, true, { getInitialValueInEffect: false });
  return (
    <ListFrame
      list={list}
      one={one}
      empty={empty}
      rowHeight={rowHeight}
      note={note}
      {...(describeTotal && { describeTotal })}
    >
      {(rows) =>
        hasColumns ? (
          <TableRows {...rows} {...table} rowHeight={rowHeight} label={`${one}s`} />
        ) : (
          <>
            <SortSelect
              columns={table.columns}
              sort={table.sort}
              sortWithoutColumn={sortWithoutColumn}
              changeSort={table.changeSort}
            />
            <VirtualRows {...rows} keyOf={table.keyOf} rowHeight={96} row={renderCompact} />
          </>
        )
      }
    </ListFrame>
  );
}

type TableRowsProps<Item> = Rows<Item> & {
  readonly label: string;
} & Pick<Props<Item>, 'columns' | 'sort' | 'changeSort' | 'selection' | 'rowHeight' | 'keyOf' | 'nameOf'>;

function TableRows<Item>(props: TableRowsProps<Item>) {
  const { items, total, reachEnd, label, columns, sort, changeSort, selection, rowHeight, keyOf, nameOf } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const { shown, top, totalSize, measureElement } = useVisibleRows({ box: body, items, rowHeight, keyOf, reachEnd });
  const above = (shown[0]?.start ?? top) - top;
  const below = totalSize - ((shown.at(-1)?.end ?? top) - top);
  return (
    <div className={classes.frame}>
      <table
        className={classes.table}
        style={{ '--row-height': `${rowHeight}px` } as CSSProperties}
        aria-label={label}
        aria-rowcount={total + 1}
      >
        <TableHeader
          columns={columns}
          sort={sort}
          changeSort={changeSort}
          selection={selection}
          ids={items.map(keyOf)}
        />
        <tbody ref={body}>
          {above > 0 && <Spacer height={above} />}
          {shown.map(({ key, index }) => {
            const item = items[index] as Item;
            const id = keyOf(item);
            return (
              <tr
                key={key}
                ref={measureElement}
                {...listItem}
                className={classes.row}
                data-index={index}
                aria-rowindex={index + 2}
                data-selected={selection?.ids.has(id) || undefined}
              >
                {selection && (
                  <td className={classes.check}>
                    <RowCheckbox
                      label={`Select “${nameOf(item)}”`}
                      shortcut="x"
                      isChecked={selection.ids.has(id)}
                      toggle={() => selection.toggle(id)}
                    />
                  </td>
                )}
                <Cells item={item} columns={columns} />
              </tr>
            );
          })}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </table>
    </div>
  );
}

/** Takes the room of the rows above or below those in view. */
function Spacer({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden>
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

interface CellsProps<Item> {
  readonly item: Item;
  readonly columns: readonly Column<Item>[];
}

/** Memoised, so that scrolling and selecting do not render the cells again. */
const Cells = memo(renderCells) as typeof renderCells;

function renderCells<Item>({ item, columns }: CellsProps<Item>): ReactNode {
  return columns.map((column) => (
    <td key={column.title} className={classNameOf(column)} data-align={column.align}>
      {column.cell(item)}
    </td>
  ));
}
