import { useSearch } from '@tanstack/react-router';
import { useProviders } from '../api/use-providers.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { QueryState } from '../components/query-state.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { ConnectAccountSteps } from './connect/connect-account-steps.tsx';
import { ProviderCards } from './connect/provider-cards.tsx';
import { ImportFilesPage } from './files/import-files-page.tsx';

export function ConnectPage() {
  const { provider } = useSearch({ from: '/connections/new' });
  const isAdmin = useHasRole('admin');
  if (!isAdmin)
    return (
      <Page title="Connect">
        <EmptyState title="Connecting is for admins.">
          An admin of Refrain connects accounts, and can make you one.
        </EmptyState>
      </Page>
    );
  if (provider !== undefined) return <Chosen id={provider} />;
  return (
    <Page title="Connect" lead="Where do your failures leave a trace? Connect one account now; the others can follow.">
      <ProviderCards />
    </Page>
  );
}

function Chosen({ id }: { readonly id: string }) {
  return (
    <QueryState query={useProviders()} what="what it asks for" height={320}>
      {({ items }) => {
        const provider = items.find((each) => each.id === id);
        if (provider === undefined) {
          return (
            <EmptyState title="There is no such provider.">
              The address is wrong, or Refrain is older than it.
            </EmptyState>
          );
        }
        return provider.kind === 'files' ? <ImportFilesPage /> : <ConnectAccountSteps key={id} provider={provider} />;
      }}
    </QueryState>
  );
}
