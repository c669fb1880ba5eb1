import { Button, Checkbox, Stack } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import type { FormEvent } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import type { ConnectionMethod } from './account-draft.ts';
import type { AccountFieldProps } from './account-form.tsx';
import { AuthMethodFields, AuthMethodInstructions } from './auth-method-fields.tsx';
import { GitHubAppProgress } from './github-app-progress.tsx';

interface Props extends AccountFieldProps {
  readonly method: ConnectionMethod;
}

type StartedApp = Schemas['GitHubAppStartResponse'] & { readonly account: string };

/** Creates and installs a GitHub App. GitHub sends the App's key and webhook secret to Refrain, so that nobody has to copy them. */
export function GitHubAppForm({ method, draft, change }: Props) {
  // The step is stored, so that a user who reloads the page, or visits GitHub in this tab, continues at the same step.
  const [started, setStarted] = useSessionStorage<StartedApp | null>({ key: 'refrain-github-app', defaultValue: null });
  const [personal, setPersonal] = useSessionStorage({ key: 'refrain-github-personal', defaultValue: false });
  const begin = refrain.useMutation('post', '/v1/github-apps');

  async function start(event: FormEvent) {
    event.preventDefault();
    // The tab is opened before the request, because browsers block a popup that does not open directly on a click.
    const tab = window.open('about:blank', '_blank');
    if (tab !== null) tab.opener = null;
    const account = (draft.account ?? '').trim();
    const baseUrl = (draft.baseUrl ?? '').trim() || undefined;
    try {
      const answer = await begin.mutateAsync({ body: { account, personal, baseUrl } });
      setStarted({ ...answer, account });
      if (tab !== null) tab.location.href = answer.url;
    } catch {
      tab?.close();
    }
  }

  if (started !== null)
    return <GitHubAppProgress started={started} account={started.account} discard={() => setStarted(null)} />;
  return (
    <form onSubmit={start}>
      <Stack gap="sm">
        <AuthMethodInstructions method={method} />
        <AuthMethodFields method={method} draft={draft} change={change} />
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
