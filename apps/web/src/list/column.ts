import type { ReactNode } from 'react';
import type { SortKey } from './sort.ts';

export interface Column<Item> {
  readonly title: string;
  /** Explains the column in the tooltip of its header. */
  readonly hint?: string;
  /** Width in pixels. Columns without a width share the rest. */
  readonly width?: number;
  readonly align?: 'end';
  /** Hides the column on screens that are narrower than this breakpoint. */
  readonly from?: 'md' | 'lg' | 'xl';
  readonly sort?: SortKey;
  cell(item: Item): ReactNode;
}

/** Returns Mantine's class that hides a column on narrow screens. */
export function classNameOf({ from }: Pick<Column<never>, 'from'>): string | undefined {
  return from && `mantine-visible-from-${from}`;
}
