import { refrain } from '../api/refrain.ts';
import { ButtonLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState } from '../components/states.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { paginationOptions, VirtualList } from '../list/virtual-list.tsx';
import { ConnectionCard } from './connection-card.tsx';

export function ConnectionsPage() {
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/connections',
    { params: { query: { limit: 50 } } },
    { ...paginationOptions, refetchInterval: 10_000 },
  );
  return (
    <Page
      title="Connections"
      lead="The accounts and files from which failures come in."
      actions={
        <VisibleForRole needs="admin">
          <ButtonLink to="/connections/new">Connect an account</ButtonLink>
        </VisibleForRole>
      }
    >
      <VirtualList
        list={list}
        one="connection"
        rowHeight={130}
        empty={
          <EmptyState title="Nothing is connected yet.">
            Connect GitHub or PagerDuty, or bring a file: what has failed in the past comes in, and what keeps coming
            back is found.
            <br />
            <VisibleForRole needs="admin" otherwise="An admin of Refrain can do that.">
              <ButtonLink to="/connections/new" mt="sm">
                Connect
              </ButtonLink>
            </VisibleForRole>
          </EmptyState>
        }
        keyOf={({ id }) => id}
      >
        {(connection) => <ConnectionCard connection={connection} />}
      </VirtualList>
    </Page>
  );
}
