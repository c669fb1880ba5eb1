import { refrain, useSystemStatus } from '../api/refrain.ts';
import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { ButtonLink } from '../components/links.tsx';
import { EmptyState } from '../components/states.tsx';
import { decapitalise } from '../labels/format.ts';

interface Props {
  readonly isFiltered: boolean;
  /** Names the chosen period: `Last 12 months`. */
  readonly periodName: string;
}

/** Says why the list of patterns is empty. */
export function NoPatterns({ isFiltered, periodName }: Props) {
  const status = useSystemStatus();
  const connections = refrain.useQuery('get', '/v1/connections', {}, { refetchInterval: 5_000 });
  if (isFiltered) {
    return (
      <EmptyState title="No patterns match these filters.">
        <ButtonLink to="/patterns" size="xs" variant="default" mt="xs">
          Clear filters
        </ButtonLink>
      </EmptyState>
    );
  }
  if (connections.data?.items.length === 0) {
    return (
      <EmptyState title="No accounts are connected yet.">
        <ConnectAccountsLink /> to find the failures that recur.
      </EmptyState>
    );
  }
  if (status.data?.busy) {
    return <EmptyState title="Importing history…">Patterns appear here as soon as failures recur.</EmptyState>;
  }
  if ((status.data?.patterns ?? 0) > 0) {
    return (
      <EmptyState title={`No pattern had an episode in this period (${decapitalise(periodName)}).`}>
        <ButtonLink to="/patterns" search={{ days: 'all' }} size="xs" variant="default" mt="xs">
          Show all time
        </ButtonLink>
      </EmptyState>
    );
  }
  return <EmptyState title="No patterns yet.">A pattern needs at least two episodes of the same failure.</EmptyState>;
}
