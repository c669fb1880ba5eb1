import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, type Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { PatternPicker } from './pattern-picker.tsx';
import type { Decision } from './use-store-decisions.ts';
import { useStoreDecisions } from './use-store-decisions.ts';

interface Props {
  readonly opened: boolean;
  close(): void;
  readonly patternId: string;
  readonly title: string;
  readonly what: string;
  readonly action: string;
  decide(target: readonly Schemas['ReportMember'][]): readonly Decision[];
  readonly message: string;
}

export function MergeModal({ opened, close, patternId, title, what, action, decide, message }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const decision = useStoreDecisions();
  async function send(id: string) {
    setProblem(null);
    try {
      const { data } = await api.GET('/v1/patterns/{id}/report', { params: { path: { id } } });
      await decision.mutateAsync({ decisions: decide(data?.report.members ?? []), message });
      close();
    } catch (error) {
      setProblem(error);
    }
  }
  return (
    <Modal opened={opened} onClose={close} title={title} size="lg">
      <Stack>
        <Text size="sm">{what}</Text>
        <PatternPicker excludedId={patternId} chosen={chosen} choose={setChosen} />
        {problem !== null && <ProblemNotice error={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button disabled={chosen === null} loading={decision.isPending} onClick={() => chosen && send(chosen)}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
