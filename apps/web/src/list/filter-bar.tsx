import { Button, Flex } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './filter-bar.module.css';

interface Props {
  readonly search: ReactNode;
  /** The most used filters. On a phone they are folded with the others. */
  readonly filters: ReactNode;
  readonly moreFilters: ReactNode;
  /** The number of folded filters that have a value, for example from a link. If it is not 0, they are unfolded. */
  readonly usedMoreFilters: number;
  readonly isFiltered: boolean;
  clear(): void;
}

/** The search and the filters of a list in one row, with the rarer filters folded. */
export function FilterBar({ search, filters, moreFilters, usedMoreFilters, isFiltered, clear }: Props) {
  const [isOpen, { toggle }] = useDisclosure(usedMoreFilters > 0);
  return (
    <Flex wrap="wrap" gap="sm" align="end">
      {search}
      <div className={classes.filters} data-open={isOpen || undefined} id="filters">
        {filters}
        {isOpen && moreFilters}
      </div>
      <Button variant="default" onClick={toggle} aria-expanded={isOpen} aria-controls="filters">
        {isOpen ? 'Fewer filters' : `More filters${usedMoreFilters > 0 ? ` (${usedMoreFilters})` : ''}`}
      </Button>
      {isFiltered && (
        <Button variant="subtle" onClick={clear}>
          Clear filters
        </Button>
      )}
    </Flex>
  );
}
