import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { requireData } from '../../api/api-problem.ts';
import { api, type Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/states.tsx';
import { PatternPicker } from './pattern-picker.tsx';
import { type DecisionRequest, useStoreDecisions } from './use-store-decisions.ts';

interface Props {
  /** Receives the stored step. */
  onDone?(setId: string): void;
  close(): void;
  readonly patternId: string;
  /** The failures to which similar patterns are offered. */
  readonly failureIds: readonly string[];
  readonly title: string;
  readonly what: string;
  readonly action: string;
  /** Returns the decisions that join the members of the chosen pattern. */
  decide(
    target: readonly Schemas['ReportMember'][],
    pattern: { readonly id: string; readonly name: string },
  ): DecisionRequest;
}

export function MergeModal({ onDone, close, patternId, failureIds, title, what, action, decide }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const decision = useStoreDecisions();
  const send = useMutation({
    async mutationFn(id: string) {
      const { data } = await api.GET('/v1/patterns/{id}/report', { params: { path: { id } } });
      const { members, pattern } = requireData(data).report;
      return decision.mutateAsync(decide(members, { id, name: pattern.name }));
    },
    onSuccess: (setId) => {
      close();
      onDone?.(setId);
    },
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
