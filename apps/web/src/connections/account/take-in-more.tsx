import { Button, Card, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { tell } from '../../parts/tell.tsx';
import { sinceOf } from './since-choice.ts';
import { type SinceChoice, SinceField } from './since-field.tsx';
import { useStartBackfill } from './use-start-backfill.ts';

interface Props {
  readonly id: string;
  /** Nothing of the past was taken in yet. */
  readonly isFirst: boolean;
}

/** Takes in more of the past; what is known already comes in no second time. */
export function TakeInMore({ id, isFirst }: Props) {
  const [since, setSince] = useState<SinceChoice>({ reach: 'year', date: '' });
  const backfill = useStartBackfill();
  const from = sinceOf(since.reach, since.date, new Date());
  const start = (instant: string | null) =>
    backfill.mutate({ id, since: instant }, { onSuccess: () => tell({ message: 'The past is being taken in.' }) });
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap="sm">
        <Title order={2}>{isFirst ? 'Take in the past' : 'Take in more of the past'}</Title>
        <SinceField label="How far back? What is known comes in no second time." choice={since} change={setSince} />
        {backfill.error !== null && <ProblemNotice error={backfill.error} />}
        <Button
          variant={isFirst ? 'filled' : 'default'}
          disabled={from === undefined}
          loading={backfill.isPending}
          onClick={() => from !== undefined && start(from)}
          style={{ alignSelf: 'flex-start' }}
        >
          Take in
        </Button>
      </Stack>
    </Card>
  );
}
