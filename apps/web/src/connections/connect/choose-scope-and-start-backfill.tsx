import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { requireData } from '../../api/api-problem.ts';
import { api, invalidateQueries, type ProviderDescriptor, refrain, type Schemas } from '../../api/refrain.ts';
import { PageLink } from '../../components/links.tsx';
import { notifyProblem } from '../../components/notify.tsx';
import { Page } from '../../components/page.tsx';
import { SectionCard } from '../../components/section.tsx';
import { LoadingPlaceholder, ProblemNotice } from '../../components/states.tsx';
import { findBackfillStart } from '../account/backfill-start.ts';
import { MissingPermissions, RateLimitStatus } from '../account/health-panel.tsx';
import { type BackfillStartChoice, BackfillStartField, useStartBackfill } from '../account/start-backfill.tsx';
import { checkAccount, type ScopeChecker, useScopeChoice } from '../scope/check-scope.ts';
import { defaultScope, findInvalidPostmortemFolders, formatRepositoryOrServiceCount } from '../scope/scope-choice.ts';
import { ScopeChoiceFields } from '../scope/scope-choice-fields.tsx';
import { type AccountDraft, type AuthMethod, findConnectedAccount, toAccountRequest } from './account-draft.ts';
import { ConnectStepper } from './connect-stepper.tsx';

interface Props {
  readonly provider: ProviderDescriptor;
  readonly method: AuthMethod;
  readonly draft: AccountDraft;
  readonly first: Schemas['ConnectionCheckResponse'];
}

export function ChooseScopeAndStartBackfill({ provider, method, draft, first }: Props) {
  const { account } = first.health;
  const request = toAccountRequest(provider.id, method, draft);
  const connections = refrain.useQuery('get', '/v1/connections');
  // The request does not use `refrain.useMutation`, which would keep the secret in the mutation's variables.
  const connect = useMutation({
    async mutationFn(scope: Schemas['ConnectionScope']) {
      const { data } = await api.POST('/v1/connections', { body: { ...request, scope } });
      return requireData(data).connection.id;
    },
    onSettled: () => invalidateQueries('/v1/connections'),
  });
  if (connections.isPending) return <LoadingPlaceholder what="what is connected" heights={[160, 240]} />;
  const existing = findConnectedAccount(connections.data?.items ?? [], provider, account, draft);
  return (
    <Page
      title={`Connect ${account}`}
      actions={
        <PageLink
          to="/connections/new"
          search={(before) => ({ ...before, provider: provider.id, by: method.id, step: undefined })}
        >
          Use another credential
        </PageLink>
      }
    >
      <ConnectStepper at={1} />
      <AccountCheckSummary provider={provider} health={first.health} />
      {existing && (
        <Alert variant="outline" title="This account is already connected">
          <Text size="sm">Connecting it again replaces its credential and its scope.</Text>
        </Alert>
      )}
      <StartBackfillForm
        provider={provider}
        first={first}
        initial={existing?.scope ?? defaultScope}
        action="Connect and import"
        ask={(scope, signal) => checkAccount(request, scope, signal)}
        connect={connect.mutateAsync}
      />
    </Page>
  );
}

interface AccountCheckSummaryProps {
  readonly provider: ProviderDescriptor;
  readonly health: Schemas['ConnectionHealth'];
}

function AccountCheckSummary({ provider, health: { account, visible, missing, budget } }: AccountCheckSummaryProps) {
  return (
    <SectionCard title={`Authenticated with ${provider.name} as ${account}`}>
      <Text size="sm">Refrain has access to {formatRepositoryOrServiceCount(provider, visible.length)}.</Text>
      <MissingPermissions missing={missing} />
      <RateLimitStatus budget={budget} />
    </SectionCard>
  );
}

interface StartBackfillFormProps {
  readonly provider: ProviderDescriptor;
  readonly initial: Schemas['ConnectionScope'];
  readonly first: Schemas['ConnectionCheckResponse'];
  readonly action: string;
  readonly ask: ScopeChecker;
  connect(scope: Schemas['ConnectionScope']): Promise<string>;
}

export function StartBackfillForm({ provider, initial, first, action, ask, connect }: StartBackfillFormProps) {
  const navigate = useNavigate();
  const choosing = useScopeChoice(provider, initial, first, ask);
  const [since, setSince] = useState<BackfillStartChoice>({ reach: 'year', date: '' });
  const backfill = useStartBackfill();
  const { scope, choice } = choosing;
  const from = findBackfillStart(since.reach, since.date, new Date());
  const isReady =
    scope !== null && from !== undefined && findInvalidPostmortemFolders(choice.postmortemFolders).length === 0;

  const start = useMutation({
    async mutationFn() {
      if (scope === null || from === undefined) return;
      const id = await connect(scope);
      // The account is connected by now, so a failed backfill causes only a notification. The connection's page can start it again.
      await backfill.mutateAsync({ id, since: from }).catch(notifyProblem);
      await navigate({ to: '/connections/$connectionId', params: { connectionId: id } });
    },
  });
  return (
    <SectionCard title="Choose what to import" gap="lg">
      <ScopeChoiceFields provider={provider} choosing={choosing} />
      <BackfillStartField label="How far back?" choice={since} change={setSince} />
      {start.error !== null && <ProblemNotice error={start.error} />}
      <Button
        disabled={!isReady}
        loading={start.isPending}
        onClick={() => start.mutate()}
        style={{ alignSelf: 'flex-start' }}
      >
        {action}
      </Button>
    </SectionCard>
  );
}
