import { refrain } from '../api/refrain.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { ForRole } from '../components/for-role.tsx';
import { Nothing } from '../components/nothing.tsx';
import { Page } from '../components/page.tsx';
import { LongList } from '../list/long-list.tsx';
import { pageAfterPage } from '../list/page-after-page.ts';
import { ConnectionCard } from './connection-card.tsx';

export function ConnectionsPage() {
  const list = refrain.useInfiniteQuery(
    'get',
    '/v1/connections',
    { params: { query: { limit: 50 } } },
    { ...pageAfterPage, refetchInterval: 10_000 },
  );
  return (
    <Page
      title="Connections"
      lead="The accounts and files from which failures come in."
      actions={
        <ForRole needs="admin">
          <ButtonLink to="/connections/new">Connect an account</ButtonLink>
        </ForRole>
      }
    >
      <LongList
        list={list}
        one="connection"
        rowHeight={130}
        empty={
          <Nothing title="Nothing is connected yet.">
            Connect GitHub or PagerDuty, or bring a file: what has failed in the past comes in, and what keeps coming
            back is found.
            <br />
            <ForRole needs="admin" otherwise="An admin of Refrain can do that.">
              <ButtonLink to="/connections/new" mt="sm">
                Connect
              </ButtonLink>
            </ForRole>
          </Nothing>
        }
        keyOf={({ id }) => id}
      >
        {(connection) => <ConnectionCard connection={connection} />}
      </LongList>
    </Page>
  );
}
