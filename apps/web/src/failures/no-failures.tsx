import { refrain, useSystemStatus } from '../api/refrain.ts';
import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { ButtonLink } from '../components/links.tsx';
import { EmptyState } from '../components/states.tsx';
import { decapitalise } from '../labels/format.ts';

interface Props {
  readonly isFiltered: boolean;
  /** Whether the list shows only excluded records. */
  readonly isExcluded: boolean;
  /** Names the chosen period: `Last 12 months`; null for all time. */
  readonly periodName: string | null;
}

/** Says why the list of failures is empty. */
export function NoFailures({ isFiltered, isExcluded, periodName }: Props) {
  const status = useSystemStatus();
  const connections = refrain.useQuery('get', '/v1/connections', {}, { refetchInterval: 5_000 });
  if (isFiltered)
    return (
      <EmptyState title="No failures match these filters.">
        <ButtonLink to="/failures" size="xs" variant="default" mt="xs">
          Clear filters
        </ButtonLink>
      </EmptyState>
    );
  if (periodName !== null && (isExcluded || (status.data?.failures ?? 0) > 0))
    return (
      <EmptyState
        title={`${isExcluded ? 'No record was excluded' : 'Nothing failed'} in this period (${decapitalise(periodName)}).`}
      >
        <ButtonLink
          to="/failures"
          search={{ days: 'all', ...(isExcluded && { records: 'excluded' }) }}
          size="xs"
          variant="default"
          mt="xs"
        >
          Show all time
        </ButtonLink>
      </EmptyState>
    );
  if (isExcluded)
    return <EmptyState title="No records are excluded.">Every imported record counts as a failure.</EmptyState>;
  if (connections.data?.items.length === 0)
    return (
      <EmptyState title="No accounts are connected yet.">
        <ConnectAccountsLink /> to import failures.
      </EmptyState>
    );
  if (status.data?.busy)
    return <EmptyState title="Importing history…">Failures appear here as they are imported.</EmptyState>;
  return <EmptyState title="No failures yet.">The connected accounts have reported no failures.</EmptyState>;
}
