import { Loader, Radio, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { refrain } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/states.tsx';
import { count, formatProbability } from '../../labels/format.ts';
import { shortenQuery } from '../../list/shorten-query.ts';
import { useSimilarPatterns } from './use-similar-patterns.ts';

interface Props {
  readonly excludedId: string;
  /** The failures to which the similar patterns are offered. */
  readonly failureIds: readonly string[];
  readonly chosen: string | null;
  choose(patternId: string): void;
}

interface Offer {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** Chooses a pattern: the most similar ones come first, all others are found by their name. */
export function PatternPicker({ excludedId, failureIds, chosen, choose }: Props) {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(shortenQuery(text), 250);
  const params = { query: { limit: 20, ...(query === '' ? {} : { query }) } };
  const found = refrain.useQuery('get', '/v1/patterns', { params }, { placeholderData: keepPreviousData });
  const similar: readonly Offer[] = useSimilarPatterns(failureIds)
    .filter(({ id }) => id !== excludedId)
    .slice(0, query === '' ? 5 : 0)
    .map(({ similarity, ...pattern }) => ({ ...pattern, detail: `${formatProbability(similarity)} similar` }));
  const others: readonly Offer[] = (found.data?.items ?? [])
    .filter(({ id }) => id !== excludedId && similar.every((offer) => offer.id !== id))
    .map(({ id, name, episodes }) => ({ id, name, detail: count(episodes, 'episode') }));
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label="Find a pattern"
        placeholder="Words from its name or lesson"
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rightSection={found.isFetching ? <Loader size="xs" aria-hidden /> : null}
      />
      {found.error && <ProblemNotice error={found.error} retry={() => found.refetch()} />}
      <Radio.Group aria-label="Pattern" value={chosen} onChange={choose}>
        <ScrollArea h={280} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Patterns', role: 'group' }}>
          <Offers title="Most similar" offers={similar} />
          <Offers title={similar.length > 0 ? 'Other patterns' : 'Patterns'} offers={others} />
          {found.data && similar.length + others.length === 0 && <Text size="sm">No other pattern matches.</Text>}
        </ScrollArea>
      </Radio.Group>
    </Stack>
  );
}

function Offers({ title, offers }: { readonly title: string; readonly offers: readonly Offer[] }) {
  if (offers.length === 0) return null;
  return (
    <Stack gap="xs" mb="md">
      <Text size="xs" fw={600} c="dimmed">
        {title}
      </Text>
      {offers.map(({ id, name, detail }) => (
        <Radio key={id} value={id} label={name} description={detail} />
      ))}
    </Stack>
  );
}
