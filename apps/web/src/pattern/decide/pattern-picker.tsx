import { Loader, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { refrain } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { count } from '../../labels/count.ts';

interface Props {
  readonly excludedId: string;
  readonly chosen: string | null;
  choose(patternId: string): void;
}

export function PatternPicker({ excludedId, chosen, choose }: Props) {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 250);
  const found = refrain.useQuery(
    'get',
    '/v1/patterns',
    { params: { query: { limit: 20, ...(query === '' ? {} : { query }) } } },
    { placeholderData: keepPreviousData },
  );
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
