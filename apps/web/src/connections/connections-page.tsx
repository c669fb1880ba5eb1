import { Button, Stack } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { ButtonLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { paginationOptions } from '../list/virtual-list.tsx';
import { ConnectionCard } from './connection-card.tsx';

export function ConnectionsPage() {
  const query = { limit: 50 };
  const list = refrain.useInfiniteQuery('get', '/v1/connections', { params: { query } }, paginationOptions(10_000));
  const connections = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title="Connections"
      lead="The accounts and files from which Refrain imports failures and changes."
      actions={
        <VisibleForRole needs="admin">
          <ButtonLink to="/connections/new">Add a data source</ButtonLink>
        </VisibleForRole>
      }
    >
      <QueryState query={list} what="the connections" height={240}>
        {() =>
          connections.length === 0 ? (
            <NoConnections />
          ) : (
            <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Connections">
              {connections.map((connection) => (
                <ConnectionCard key={connection.id} connection={connection} />
              ))}
            </Stack>
          )
        }
      </QueryState>
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          style={{ alignSelf: 'flex-start' }}
        >
          Show more
        </Button>
      )}
    </Page>
  );
}

function NoConnections() {
  return (
    <EmptyState title="No connections yet">
      Connect GitHub or PagerDuty, or import a file. Refrain then finds the failures that recur.
      <br />
      <VisibleForRole needs="admin" otherwise="Ask an admin to connect an account.">
        <ButtonLink to="/connections/new" mt="sm">
          Add a data source
        </ButtonLink>
      </VisibleForRole>
    </EmptyState>
  );
}
