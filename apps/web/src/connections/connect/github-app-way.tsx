import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { FormEvent } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { AccountText, type FieldProps } from './account-form.tsx';
import { EnterpriseField } from './enterprise-field.tsx';
import { GitHubAppProgress } from './github-app-progress.tsx';

type Begun = Schemas['GitHubAppBegunAnswer'] & { readonly account: string };

/** Has a GitHub App made and installed: GitHub gives its key and its webhook's secret to Refrain, and nobody copies one. */
export function GitHubAppWay({ draft, change }: FieldProps) {
  // Who goes to GitHub in this tab, or loads the page anew, goes on where they were.
  const [begun, setBegun] = useSessionStorage<Begun | null>({ key: 'refrain-github-app', defaultValue: null });
  const [personal, setPersonal] = useSessionStorage({ key: 'refrain-github-personal', defaultValue: false });
  const begin = refrain.useMutation('post', '/v1/github-apps');

  async function start(event: FormEvent) {
    event.preventDefault();
    // Opened at once, while the browser still takes it for what the click asked for; it leads nowhere until there is an answer.
    const tab = window.open('about:blank', '_blank');
    if (tab !== null) tab.opener = null;
    const account = draft.account.trim();
    const baseUrl = draft.baseUrl.trim() || undefined;
    try {
      const answer = await begin.mutateAsync({ body: { account, personal, baseUrl } });
      setBegun({ ...answer, account });
      if (tab !== null) tab.location.href = answer.url;
    } catch {
      tab?.close();
    }
  }

  if (begun !== null) return <GitHubAppProgress begun={begun} account={begun.account} forget={() => setBegun(null)} />;
  return (
    <form onSubmit={start}>
      <Stack gap="sm">
        <Text size="sm">
          GitHub opens in a new tab: there choose <b>Create GitHub App</b>, then <b>Install</b>. The App is yours alone,
          has just the permissions of the table, and no token has to be copied.
        </Text>
        <AccountText
          draft={draft}
          change={change}
          name="account"
          label="Organisation or user"
          description="You have to be one of its owners."
          placeholder="acme"
          required
        />
        <Checkbox
          label="It is a personal account, no organisation"
          checked={personal}
          onChange={(event) => setPersonal(event.currentTarget.checked)}
        />
        <EnterpriseField draft={draft} change={change} />
        {begin.error !== null && <ProblemNotice error={begin.error} />}
        <Button type="submit" loading={begin.isPending} style={{ alignSelf: 'flex-start' }}>
          Continue at GitHub
        </Button>
      </Stack>
    </form>
  );
}
