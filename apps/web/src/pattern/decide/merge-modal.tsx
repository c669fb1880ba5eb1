import { Button, Group, Loader, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, refrain, type Schemas } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/states.tsx';
import { count } from '../../labels/format.ts';
import { type Decision, useStoreDecisions } from './use-store-decisions.ts';

interface Props {
  close(): void;
  readonly patternId: string;
  readonly title: string;
  readonly what: string;
  readonly action: string;
  decide(target: readonly Schemas['ReportMember'][]): readonly Decision[];
  readonly message: string;
}

export function MergeModal({ close, patternId, title, what, action, decide, message }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const decision = useStoreDecisions();
  const send = useMutation({
    async mutationFn(id: string) {
      const { data } = await api.GET('/v1/patterns/{id}/report', { params: { path: { id } } });
      await decision.mutateAsync({ decisions: decide(data?.report.members ?? []), message });
    },
    onSuccess: close,
  });
  return (
    <Modal opened onClose={close} title={title} size="lg">
      <Stack>
        <Text size="sm">{what}</Text>
        <PatternPicker excludedId={patternId} chosen={chosen} choose={setChosen} />
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

interface PatternPickerProps {
  readonly excludedId: string;
  readonly chosen: string | null;
  choose(patternId: string): void;
}

function PatternPicker({ excludedId, chosen, choose }: PatternPickerProps) {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 250);
  const params = { query: { limit: 20, ...(query === '' ? {} : { query }) } };
  const found = refrain.useQuery('get', '/v1/patterns', { params }, { placeholderData: keepPreviousData });
  const offered = found.data?.items.filter(({ id }) => id !== excludedId) ?? [];
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label="Find the pattern"
        placeholder="Words of its name or lesson"
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rightSection={found.isFetching ? <Loader size="xs" aria-hidden /> : null}
      />
      {found.error && <ProblemNotice error={found.error} retry={() => found.refetch()} />}
      <Radio.Group label="Pattern" value={chosen} onChange={choose}>
        <Stack gap="xs" h={280} style={{ overflowY: 'auto' }} tabIndex={0} role="group" aria-label="Patterns found">
          {offered.map(({ id, name, episodes, lesson }) => (
            <Radio
              key={id}
              value={id}
              label={`${name} (${count(episodes, 'episode')})`}
              description={
                <Text span size="xs" c="dimmed" lineClamp={1}>
                  {lesson}
                </Text>
              }
            />
          ))}
          {found.data && offered.length === 0 && <Text size="sm">No other pattern has these words.</Text>}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
