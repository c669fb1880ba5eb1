import { Box, Button, Group, Text, Title } from '@mantine/core';
import { LoadingPlaceholder, ProblemNotice } from '../components/states.tsx';
import { listColumn } from '../keys/list-items.ts';
import { formatListTotal } from '../labels/format.ts';
import classes from './board.module.css';
import type { BoardColumn } from './board-columns.ts';
import type { BoardView } from './board-view.ts';
import { ImprovementCard } from './improvement-card.tsx';
import { useBoardColumn } from './use-board-column.ts';

interface Props {
  readonly column: BoardColumn;
  readonly view: BoardView;
  /** The period of the figures, such as “last 12 months” */
  readonly period: string;
}

export function BoardColumnView({ column, view, period }: Props) {
  const { items, total, isLoaded, failed, extendable } = useBoardColumn(column, view);
  const { title, next, whyEmpty } = column;
  const isEmpty = isLoaded && items.length === 0;
  return (
    <section className={classes.column} data-empty={isEmpty || undefined} aria-label={title} {...listColumn}>
      <header className={classes.header}>
        <Group gap={6} wrap="nowrap" align="baseline">
          <Title order={2} size="h4">
            {title}
          </Title>
          {isLoaded && (
            <Text size="sm" c="dimmed" aria-label={formatListTotal(total, 'improvement')}>
              {total}
            </Text>
          )}
        </Group>
        {!isEmpty && (
          <Text size="xs" c="dimmed">
            {next}
          </Text>
        )}
      </header>
      {failed && <ProblemNotice error={failed.error} retry={() => failed.refetch()} />}
      {!isLoaded && !failed && <LoadingPlaceholder what={title} heights={[116, 116, 116]} />}
      {isEmpty && <Box className={classes.empty}>{view.isFiltered ? 'None match the filters.' : whyEmpty}</Box>}
      <ul className={classes.cards}>
        {items.map((improvement) => (
          <li key={improvement.id}>
            <ImprovementCard improvement={improvement} period={period} />
          </li>
        ))}
      </ul>
      {extendable && (
        <Button
          size="xs"
          fullWidth
          variant="default"
          loading={extendable.isFetchingNextPage}
          onClick={() => extendable.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </section>
  );
}
