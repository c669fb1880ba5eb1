import { Alert, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { OutsideLink } from '../parts/outside-link.tsx';
import { When } from '../parts/when.tsx';
import { nameProblem, writeActionWords, writeStateMeanings } from '../words/audit-words.ts';
import { capitalise } from '../words/capitalise.ts';
import { SentContent } from './sent-content.tsx';
import { TakeBack } from './take-back.tsx';
import { WriteState } from './write-state.tsx';

export function WriteDetails({ write }: { readonly write: Schemas['ProviderWrite'] }) {
  const { action, place, state, why, by, at, settledAt, url, problem, content } = write;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={3}>
          {capitalise(writeActionWords[action])}: {place}
        </Title>
        <div>
          <WriteState state={state} />
        </div>
        <Text size="sm">{writeStateMeanings[state]}</Text>
        <Text size="sm">Why: {why}</Text>
        <Text size="sm">By: {by}</Text>
        <Text size="sm" c="dimmed">
          <When at={at} />
          {settledAt !== null && settledAt !== at && (
            <>
              , answered <When at={settledAt} />
            </>
          )}
          {url !== null && (
            <>
              {' · '}
              <OutsideLink url={url}>Look at it there</OutsideLink>
            </>
          )}
        </Text>
      </Stack>
      {problem !== null && (
        <Alert variant="outline" color="red" title={nameProblem(state)}>
          {problem}
        </Alert>
      )}
      <TakeBack write={write} />
      <SentContent content={content} />
    </Stack>
  );
}
