import { Box, Button, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
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
  /** The period of the figures, such as “in the last 12 months” */
  readonly period: string;
}

export function BoardColumnView({ column, view, period }: Props) {
  const { items, total, isLoaded, failed, extendable } = useBoardColumn(column, view);
  const { title, next, whyEmpty } = column;
  const isEmpty = isLoaded && items.length === 0;
  const reason = view.isFiltered ? 'None match the filters.' : whyEmpty;
  const [active, quiet] = [
    items.filter(({ episodes }) => episodes > 0),
    items.filter(({ episodes }) => episodes === 0),
  ];
  return (
    <section
      className={classes.column}
      data-empty={isEmpty || undefined}
      aria-label={title}
      title={isEmpty ? reason : undefined}
      {...listColumn}
    >
      <header className={classes.header}>
        <div className={classes.title}>
          <Title order={2} size="h4">
            {title}
          </Title>
          {isLoaded && (
            <Text size="sm" c="dimmed" aria-label={formatListTotal(total, 'improvement')}>
              {total}
            </Text>
          )}
        </div>
        {!isEmpty && (
          <Text size="xs" c="dimmed">
            {next}
          </Text>
        )}
      </header>
      {failed && <ProblemNotice error={failed.error} retry={() => failed.refetch()} />}
      {!isLoaded && !failed && <LoadingPlaceholder what={title} heights={[116, 116, 116]} />}
      {isEmpty && <Box className={classes.empty}>{reason}</Box>}
      <div className={classes.cards}>
        <CardList improvements={active} period={period} />
        {quiet.length > 0 && (
          <>
            <Title order={3} className={classes.quiet}>
              No episodes {period}
            </Title>
            <CardList improvements={quiet} period={period} />
          </>
        )}
      </div>
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

interface CardListProps {
  readonly improvements: readonly Schemas['ListedImprovement'][];
  readonly period: string;
}

function CardList({ improvements, period }: CardListProps) {
  if (improvements.length === 0) return null;
  return (
    <ul className={classes.list}>
      {improvements.map((improvement) => (
        <li key={improvement.id}>
          <ImprovementCard improvement={improvement} period={period} />
        </li>
      ))}
    </ul>
  );
}
