import { SimpleGrid, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/refrain.ts';
import type { ProviderDescriptor } from '../../api/use-providers.ts';
import { Page } from '../../components/page.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { checkAccount } from '../scope/scope-fetcher.ts';
import { type AccountDraft, type ConnectionMethod, createDraft, toAccountRequest } from './account-draft.ts';
import { AccountForm } from './account-form.tsx';
import { AuthMethodFields, AuthMethodInstructions } from './auth-method-fields.tsx';
import { AuthMethodSwitch } from './auth-method-switch.tsx';
import { ChooseScopeAndStart } from './choose-scope-and-start.tsx';
import { GitHubAppForm } from './github-app-form.tsx';
import { PermissionTable } from './permission-table.tsx';

/** Connects an account in two steps: the credential, then the scope. The typed values stay in this component. */
export function ConnectAccountSteps({ provider }: { readonly provider: ProviderDescriptor }) {
  const { by, step, account = '', baseUrl = '' } = useSearch({ from: '/connections/new' });
  const navigate = useNavigate({ from: '/connections/new' });
  const { connectMethods: methods } = provider;
  const method = methods.find(({ id }) => id === by) ?? methods[0];
  const [draft, setDraft] = useState<AccountDraft>(() =>
    account === '' && baseUrl === '' ? {} : createDraft(provider, account, baseUrl),
  );
  const [checked, setChecked] = useState<Schemas['ConnectionCheckResponse'] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const change = (changes: AccountDraft) => setDraft({ ...draft, ...changes });
  if (method === undefined) return null;

  async function check(by: ConnectionMethod) {
    setBusy(true);
    setError(null);
    try {
      setChecked(await checkAccount(toAccountRequest(provider.id, by, draft)));
      await navigate({ search: (before) => ({ ...before, by: by.id, step: 'choose' }) });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }

  if (step === 'choose' && checked !== null) {
    return <ChooseScopeAndStart provider={provider} method={method} draft={draft} first={checked} />;
  }
  return (
    <Page
      title={`Connect ${provider.name}`}
      lead={`First the way in, then what is taken in.${method.registersApp ? '' : ' Nothing is kept before you start.'}`}
      actions={<PageLink to="/connections/new">Connect something else</PageLink>}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="md">
          {methods.length > 1 && <AuthMethodSwitch method={method.id} methods={methods} />}
          {method.registersApp ? (
            <GitHubAppForm method={method} draft={draft} change={change} />
          ) : (
            <AccountForm isBusy={isBusy} error={error} check={() => check(method)}>
              <AuthMethodInstructions method={method} />
              <AuthMethodFields method={method} draft={draft} change={change} />
            </AccountForm>
          )}
        </Stack>
        <PermissionTable provider={provider} method={method} />
      </SimpleGrid>
    </Page>
  );
}
