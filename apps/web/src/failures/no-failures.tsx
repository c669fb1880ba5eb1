import { refrain } from '../api/refrain.ts';
import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageLink } from '../components/page-link.tsx';
import { useStatus } from '../layout/use-status.ts';

export function NoFailures({ filtered }: { readonly filtered: boolean }) {
  const status = useStatus();
  const connections = refrain.useQuery('get', '/v1/connections', {}, { refetchInterval: 5_000 });
  if (filtered)
    return (
      <EmptyState title="No failure fits.">
        Take a word or a filter away, or{' '}
        <PageLink to="/failures" inherit underline="always">
          show all failures
        </PageLink>
        .
      </EmptyState>
    );
  if (connections.data?.items.length === 0)
    return (
      <EmptyState title="Nothing is connected yet.">
        <ConnectAccountsLink />: what has failed there appears here.
      </EmptyState>
    );
  if (status.data?.busy)
    return <EmptyState title="Importing history…">Failures appear here as they are found.</EmptyState>;
  return (
    <EmptyState title="No failure is known.">
      Nothing has failed in what is connected, as far back as it was read.
    </EmptyState>
  );
}
