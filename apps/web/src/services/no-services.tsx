import { ConnectAccountsLink } from '../components/connect-accounts-link.tsx';
import { ButtonLink } from '../components/links.tsx';
import { EmptyState } from '../components/states.tsx';

/** Says why the list of services is empty. */
export function NoServices({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered)
    return (
      <EmptyState title="No services match these filters.">
        <ButtonLink to="/services" size="xs" variant="default" mt="xs">
          Clear filters
        </ButtonLink>
      </EmptyState>
    );
  return (
    <EmptyState title="No service has had a failure yet.">
      Services appear here after the first clustering. <ConnectAccountsLink /> to import failures.
    </EmptyState>
  );
}
