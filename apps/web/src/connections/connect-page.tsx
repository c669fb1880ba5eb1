import { useSearch } from '@tanstack/react-router';
import { useMay } from '../parts/for-role.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { ConnectAccount } from './connect/connect-account.tsx';
import { ProviderCards } from './connect/provider-cards.tsx';
import { BringFiles } from './files/bring-files.tsx';

export function ConnectPage() {
  const { provider } = useSearch({ from: '/connections/new' });
  const isAdmin = useMay('admin');
  if (!isAdmin)
    return (
      <Page title="Connect">
        <Nothing title="Connecting is for admins.">
          An admin of Refrain connects accounts, and can make you one.
        </Nothing>
      </Page>
    );
  if (provider === 'archive') return <BringFiles />;
  if (provider !== undefined) return <ConnectAccount key={provider} provider={provider} />;
  return (
    <Page title="Connect" lead="Where do your failures leave a trace? Connect one account now; the others can follow.">
      <ProviderCards />
    </Page>
  );
}
