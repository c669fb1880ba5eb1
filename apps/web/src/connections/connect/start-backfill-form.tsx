import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProviderDescriptor, Schemas } from '../../api/refrain.ts';
import { notifyProblem } from '../../components/notify.tsx';
import { SectionCard } from '../../components/section.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { findBackfillStart } from '../account/backfill-start.ts';
import { type BackfillStartChoice, BackfillStartField, useStartBackfill } from '../account/start-backfill.tsx';
import { type ScopeFetcher, useScopeChoice } from '../scope/check-scope.ts';
import { findInvalidFolders } from '../scope/scope-choice.ts';
import { ScopeChoiceFields } from '../scope/scope-choice-fields.tsx';

interface Props {
  readonly provider: ProviderDescriptor;
  readonly initial: Schemas['ConnectionScope'];
  readonly first: Schemas['ConnectionCheckResponse'];
  readonly action: string;
  readonly ask: ScopeFetcher;
  connect(scope: Schemas['ConnectionScope']): Promise<string>;
}

export function StartBackfillForm({ provider, initial, first, action, ask, connect }: Props) {
  const navigate = useNavigate();
  const choosing = useScopeChoice(provider, initial, first, ask);
  const [since, setSince] = useState<BackfillStartChoice>({ reach: 'year', date: '' });
  const backfill = useStartBackfill();
  const { scope, choice } = choosing;
  const from = findBackfillStart(since.reach, since.date, new Date());
  const isReady = scope !== null && from !== undefined && findInvalidFolders(choice.postmortemFolders).length === 0;

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
    <SectionCard title="Scope" gap="lg">
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
