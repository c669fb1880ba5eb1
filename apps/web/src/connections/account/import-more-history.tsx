import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { type BackfillStartChoice, BackfillStartField } from './backfill-start-field.tsx';
import { findBackfillStart } from './since-choice.ts';
import { useStartBackfill } from './use-start-backfill.ts';

interface Props {
  readonly id: string;
  readonly progress: Pick<Schemas['BackfillProgress'], 'state' | 'since'>;
}

/** Starts a backfill of more history. Records that are already stored are not stored twice. */
export function ImportMoreHistory({ id, progress: { state, since: lastSince } }: Props) {
  const isFirst = state === 'none';
  const isAll = state === 'done' && lastSince === null;
  const [since, setSince] = useState<BackfillStartChoice>({ reach: 'year', date: '' });
  const backfill = useStartBackfill();
  const from = findBackfillStart(since.reach, since.date, new Date());
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap="sm">
        <Title order={2}>{isFirst ? 'Import history' : isAll ? 'Import history again' : 'Import more history'}</Title>
        {!isFirst && (
          <Text size="sm">
            {isAll && 'The whole history was read. After a change of the scope, read it again. '}
            What is known already comes in no second time.
          </Text>
        )}
        <BackfillStartField label="How far back?" choice={since} change={setSince} />
        {backfill.error !== null && <ProblemNotice error={backfill.error} />}
        <Button
          variant={isFirst ? 'filled' : 'default'}
          disabled={from === undefined}
          loading={backfill.isPending}
          onClick={() => from !== undefined && backfill.mutate({ id, since: from })}
          style={{ alignSelf: 'flex-start' }}
        >
          Import
        </Button>
      </Stack>
    </Card>
  );
}
