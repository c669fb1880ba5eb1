import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/states.tsx';
import { PatternPicker } from './pattern-picker.tsx';
import { type DecisionRequest, useStoreDecisions } from './use-store-decisions.ts';

interface Props {
  close(): void;
  readonly patternId: string;
  /** The failures to which similar patterns are offered. */
  readonly failureIds: readonly string[];
  readonly title: string;
  readonly what: string;
  readonly action: string;
  /** Returns the decisions that join the members of the chosen pattern. */
  decide(target: readonly Schemas['ReportMember'][], patternId: string): DecisionRequest;
}

export function MergeModal({ close, patternId, failureIds, title, what, action, decide }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const decision = useStoreDecisions();
  const send = useMutation({
    async mutationFn(id: string) {
      const { data } = await api.GET('/v1/patterns/{id}/report', { params: { path: { id } } });
      await decision.mutateAsync(decide(data?.report.members ?? [], id));
    },
    onSuccess: close,
  });
  return (
    <Modal opened onClose={close} title={title} size="lg">
      <Stack>
        <Text size="sm">{what}</Text>
        <PatternPicker excludedId={patternId} failureIds={failureIds} chosen={chosen} choose={setChosen} />
        {send.error !== null && <ProblemNotice error={send.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button disabled={chosen === null} loading={send.isPending} onClick={() => chosen && send.mutate(chosen)}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
