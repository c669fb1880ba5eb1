import { Box, Button, Group, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { LoadingPlaceholder, ProblemNotice } from '../components/states.tsx';
import { listColumn } from '../keys/list-items.ts';
import { formatDayCount, formatListTotal } from '../labels/format.ts';
import { RepositoryField } from '../list/filters.tsx';
import { paginationOptions } from '../list/virtual-list.tsx';
import { ImprovementCard } from './improvement-card.tsx';
import classes from './improvements-page.module.css';

export function ImprovementsPage() {
  const { repository } = useSearch({ from: '/improvements' });
  const navigate = useNavigate({ from: '/improvements' });
  const filterByRepository = (name: string | undefined) => void navigate({ search: { repository: name } });
  return (
    <Page
      title="Improvements"
      lead="The recommended fix or investigation for each pattern, from proposal to proof. Refrain opens an issue only after approval."
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
      <Box maw={300}>
        <RepositoryField name={repository} choose={filterByRepository} />
      </Box>
      <Board repository={repository} />
    </Page>
  );
}

function Board({ repository }: { readonly repository: string | undefined }) {
  const policy = refrain.useQuery('get', '/v1/policy').data?.policy;
  const period = formatDayCount(policy?.windowDays ?? 365);
  return (
    <Box className={classes.board} role="group" aria-label="Improvements by state" tabIndex={0}>
      {boardColumns.map((column) => (
        <BoardColumnView key={column.title} column={column} repository={repository} period={period} />
      ))}
    </Box>
  );
}

interface BoardColumnViewProps {
  readonly column: BoardColumn;
  readonly repository: string | undefined;
  readonly period: string;
}

function BoardColumnView({ column: { title, lead, states }, repository, period }: BoardColumnViewProps) {
  const [state, secondState = state] = states;
  const first = useColumnPage(state, repository);
  // In a column with one state, `secondState` equals `state`. Both hooks then have the same query key, so only one
  // request is sent.
  const second = useColumnPage(secondState, repository);
  const parts = secondState === state ? [first] : [first, second];
  const items = parts.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? []).toSorted(byPeopleHours);
  const total = parts.reduce((sum, { data }) => sum + (data?.pages[0]?.total ?? 0), 0);
  const isKnown = parts.every(({ data }) => data !== undefined);
  const failed = parts.find(({ error }) => error != null);
  const extendable = parts.find(({ hasNextPage }) => hasNextPage);
  return (
    <Box
      component="section"
      className={classes.column ?? ''}
      data-empty={(isKnown && items.length === 0) || undefined}
      aria-label={title}
      {...listColumn}
    >
      <Group justify="space-between" gap={4} wrap="nowrap">
        <Title order={2} size="h3">
          {title}
        </Title>
        {isKnown && (
          <Text size="sm" c="dimmed" aria-label={formatListTotal(total, 'improvement')}>
            {total}
          </Text>
        )}
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        {lead}
      </Text>
      {failed && <ProblemNotice error={failed.error} retry={() => failed.refetch()} />}
      {!isKnown && !failed && <LoadingPlaceholder what={title} heights={[132, 132]} />}
      {isKnown && items.length === 0 && (
        <Text size="sm" c="dimmed">
          None
        </Text>
      )}
      <ul className={classes.cards}>
        {items.map((improvement) => (
          <li key={improvement.id}>
            <ImprovementCard improvement={improvement} period={period} />
          </li>
        ))}
      </ul>
      {extendable && (
        <Button
          mt="xs"
          size="xs"
          fullWidth
          variant="default"
          loading={extendable.isFetchingNextPage}
          onClick={() => extendable.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </Box>
  );
}

/** Sorts proposals by the hours people spent on failures, most first. Other columns keep the newest first. */
function byPeopleHours(a: Schemas['ListedImprovement'], b: Schemas['ListedImprovement']): number {
  return a.state === 'proposed' && b.state === 'proposed' ? (b.peopleHours ?? 0) - (a.peopleHours ?? 0) : 0;
}

function useColumnPage(state: Schemas['ImprovementState'], repository: string | undefined) {
  const query = { state, repository, limit: 50 };
  return refrain.useInfiniteQuery('get', '/v1/improvements', { params: { query } }, paginationOptions(15_000));
}

interface BoardColumn {
  readonly title: string;
  readonly lead: string;
  readonly states: readonly [Schemas['ImprovementState'], Schemas['ImprovementState']?];
}

/** The columns of the board from left to right, in the order in which an improvement passes through its states. */
const boardColumns: readonly BoardColumn[] = [
  { title: 'Proposed', lead: 'Needs review, costliest first', states: ['proposed'] },
  { title: 'Opened', lead: 'Issue open', states: ['approved', 'opened'] },
  { title: 'Accepted', lead: 'In progress', states: ['accepted'] },
  { title: 'Fixed', lead: 'Watching', states: ['fixed'] },
  { title: 'Verified', lead: 'The fix held', states: ['verified'] },
  { title: 'Recurred', lead: 'After the fix', states: ['recurred'] },
  { title: 'Declined', lead: 'Not planned', states: ['declined'] },
];
