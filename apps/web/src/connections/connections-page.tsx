import { Button, Table } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { ButtonLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { ScrollBox } from '../components/scroll-box.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { paginationOptions } from '../list/virtual-list.tsx';
import { ConnectionRow } from './connection-row.tsx';

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
            <ScrollBox label="Connections">
              <Table miw={820} verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Source</Table.Th>
                    <Table.Th>Status</Table.Th>
                    <Table.Th>Import</Table.Th>
                    <Table.Th>Updates</Table.Th>
                    <Table.Th>Completeness</Table.Th>
                    <Table.Th ta="right">Failures</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {connections.map((connection) => (
                    <ConnectionRow key={connection.id} connection={connection} />
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollBox>
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
