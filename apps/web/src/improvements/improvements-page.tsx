import { Box } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { refrain } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { formatDayCount } from '../labels/format.ts';
import { RepositoryField } from '../list/filters.tsx';
import classes from './board.module.css';
import { BoardColumnView } from './board-column.tsx';
import { boardColumns } from './board-columns.ts';

export function ImprovementsPage() {
  const { repository } = useSearch({ from: '/improvements' });
  const navigate = useNavigate({ from: '/improvements' });
  const filterByRepository = (name: string | undefined) => void navigate({ search: { repository: name } });
  const policy = refrain.useQuery('get', '/v1/policy').data?.policy;
  const period = formatDayCount(policy?.windowDays ?? 365);
  return (
    <Page
      title="Improvements"
      lead="One fix or investigation for each pattern, from the proposal until the fix has proved to work."
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
      <Box className={classes.board ?? ''} role="group" aria-label="Improvements by state" tabIndex={0}>
        {boardColumns.map((column) => (
          <BoardColumnView key={column.title} column={column} repository={repository} period={period} />
        ))}
      </Box>
    </Page>
  );
}
