import { SimpleGrid, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/refrain.ts';
import { Page } from '../../parts/page.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { providerWords } from '../../words/design-words.ts';
import { checkAccount } from '../scope/ask-scope.ts';
import { type AccountDraft, draftOf, toWanted, type Way } from './account-draft.ts';
import { AccountForm } from './account-form.tsx';
import { ChooseAndStart } from './choose-and-start.tsx';
import { GitHubAppWay } from './github-app-way.tsx';
import { GitHubFields } from './github-fields.tsx';
import { PagerDutyFields } from './pagerduty-fields.tsx';
import { PermissionTable } from './permission-table.tsx';
import { WaySwitch } from './way-switch.tsx';

const ways = {
  github: { labels: { app: 'App, in two clicks', key: 'Token' }, order: ['app', 'key'] },
  pagerduty: { labels: { key: 'API key', app: 'App with scopes' }, order: ['key', 'app'] },
} as const;

/** From the credential of an account to what is taken in of it. What is typed stays in this component. */
export function ConnectAccount({ provider }: { readonly provider: 'github' | 'pagerduty' }) {
  const { by, step, account = '', baseUrl = '' } = useSearch({ from: '/connections/new' });
  const navigate = useNavigate({ from: '/connections/new' });
  const { labels, order } = ways[provider];
  const way: Way = by ?? order[0];
  const isByApp = provider === 'github' && way === 'app';
  const [draft, setDraft] = useState<AccountDraft>(() => draftOf(account, baseUrl));
  const [checked, setChecked] = useState<Schemas['CheckedAnswer'] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const change = (part: Partial<AccountDraft>) => setDraft({ ...draft, ...part });

  async function check() {
    setBusy(true);
    setError(null);
    try {
      setChecked(await checkAccount(toWanted(provider, way, draft)));
      await navigate({ search: (before) => ({ ...before, by: way, step: 'choose' }) });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }

  if (step === 'choose' && checked !== null) {
    return <ChooseAndStart provider={provider} way={way} draft={draft} first={checked} />;
  }
  return (
    <Page
      title={`Connect ${providerWords[provider]}`}
      lead={`First the way in, then what is taken in.${isByApp ? '' : ' Nothing is kept before you start.'}`}
      actions={<PageLink to="/connections/new">Connect something else</PageLink>}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="md">
          <WaySwitch way={way} labels={labels} order={order} />
          {isByApp ? (
            <GitHubAppWay draft={draft} change={change} />
          ) : (
            <AccountForm isBusy={isBusy} error={error} check={check}>
              {provider === 'github' ? (
                <GitHubFields draft={draft} change={change} />
              ) : (
                <PagerDutyFields way={way} draft={draft} change={change} />
              )}
            </AccountForm>
          )}
        </Stack>
        <PermissionTable provider={provider} way={way} />
      </SimpleGrid>
    </Page>
  );
}
