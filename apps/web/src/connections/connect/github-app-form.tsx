import { Button, Checkbox, Stack } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { FormEvent } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { ConnectMethod } from './account-draft.ts';
import type { FieldProps } from './account-form.tsx';
import { GitHubAppProgress } from './github-app-progress.tsx';
import { Instructions, MethodFields } from './method-fields.tsx';

interface Props extends FieldProps {
  readonly method: ConnectMethod;
}

type Begun = Schemas['GitHubAppStartResponse'] & { readonly account: string };

/** Has a GitHub App made and installed: GitHub gives its key and its webhook's secret to Refrain, and nobody copies one. */
export function GitHubAppForm({ method, draft, change }: Props) {
  // Who goes to GitHub in this tab, or loads the page anew, goes on where they were.
  const [begun, setBegun] = useSessionStorage<Begun | null>({ key: 'refrain-github-app', defaultValue: null });
  const [personal, setPersonal] = useSessionStorage({ key: 'refrain-github-personal', defaultValue: false });
  const begin = refrain.useMutation('post', '/v1/github-apps');

  async function start(event: FormEvent) {
    event.preventDefault();
    // Opened at once, while the browser still takes it for what the click asked for; it leads nowhere until there is an answer.
    const tab = window.open('about:blank', '_blank');
    if (tab !== null) tab.opener = null;
    const account = (draft.account ?? '').trim();
    const baseUrl = (draft.baseUrl ?? '').trim() || undefined;
    try {
      const answer = await begin.mutateAsync({ body: { account, personal, baseUrl } });
      setBegun({ ...answer, account });
      if (tab !== null) tab.location.href = answer.url;
    } catch {
      tab?.close();
    }
  }

  if (begun !== null) return <GitHubAppProgress begun={begun} account={begun.account} discard={() => setBegun(null)} />;
  return (
    <form onSubmit={start}>
      <Stack gap="sm">
        <Instructions method={method} />
        <MethodFields method={method} draft={draft} change={change} />
        <Checkbox
          label="It is a personal account, no organisation"
          checked={personal}
          onChange={(event) => setPersonal(event.currentTarget.checked)}
        />
        {begin.error !== null && <ProblemNotice error={begin.error} />}
        <Button type="submit" loading={begin.isPending} style={{ alignSelf: 'flex-start' }}>
          Continue at GitHub
        </Button>
      </Stack>
    </form>
  );
}
