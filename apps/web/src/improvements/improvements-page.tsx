import { Box } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { describePeriod, isAllTime } from '../list/period.ts';
import { defaultPatternDays } from '../patterns/to-pattern-filter.ts';
import classes from './board.module.css';
import { BoardColumnView } from './board-column.tsx';
import { boardColumns } from './board-columns.ts';
import { BoardFilterBar } from './board-filter-bar.tsx';
import { BoardPeriod } from './board-period.tsx';
import { toBoardView } from './board-view.ts';
import { useBoardColumn } from './use-board-column.ts';

export function ImprovementsPage() {
  const search = useSearch({ from: '/improvements' });
  const view = useMemo(() => toBoardView(search), [search]);
  const { period: shown } = useBoardColumn(boardColumns[0], view);
  const period = isAllTime(search) ? 'so far' : describePeriod(search, defaultPatternDays, shown);
  return (
    <Page
      title="Improvements"
      lead="One fix or investigation for each pattern, from the proposal until the fix has proved effective."
      actions={
        <>
          <PageLink to="/settings/$section" params={{ section: 'policy' }} size="sm">
            Policy
          </PageLink>
          <PageLink to="/audit" search={{ show: 'writes' }} size="sm">
            Activity
          </PageLink>
        </>
      }
    >
      <BoardFilterBar search={search} view={view} shown={shown} />
      <BoardPeriod search={search} shown={shown} />
      <Box className={classes.board ?? ''} role="group" aria-label="Improvements by state" tabIndex={0}>
        {boardColumns.map((column) => (
          <BoardColumnView key={column.title} column={column} view={view} period={period} />
        ))}
      </Box>
    </Page>
  );
}
