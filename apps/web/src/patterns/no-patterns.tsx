import { refrain } from '../api/refrain.ts';
import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useStatus } from '../layout/use-status.ts';

export function NoPatterns({ filtered }: { readonly filtered: boolean }) {
  const status = useStatus();
  const connections = refrain.useQuery('get', '/v1/connections', {}, { refetchInterval: 5_000 });
  if (filtered) return <EmptyState title="No pattern fits.">Take a word or a filter away.</EmptyState>;
  if (connections.data?.items.length === 0) {
    return (
      <EmptyState title="Nothing is connected yet.">
        <ConnectAccountsLink />: what has failed in the same way at least twice appears here.
      </EmptyState>
    );
  }
  if (status.data?.busy) {
    return (
      <EmptyState title="Importing history…">
        A pattern appears here as soon as a failure is found to have come back.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing has come back.">
      No two of the failures known so far are the same failure again.
    </EmptyState>
  );
}
