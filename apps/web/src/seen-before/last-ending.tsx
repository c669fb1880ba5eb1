import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { OutsideLink } from '../parts/outside-link.tsx';
import { When } from '../parts/when.tsx';

/** What ended it last time: what one came for at three in the morning. */
export function LastEnding({ answer: { verdict, pattern, matches } }: { readonly answer: Schemas['SearchAnswer'] }) {
  if (!verdict.seenBefore) return null;
  const [best] = matches;
  const ending =
    pattern !== null
      ? pattern.endedLastTimeBy
      : best?.endedBy && { ...best.endedBy, occurredAt: best.failure.occurredAt };
  if (!ending) return <Text size="lg">What ended it is not known.</Text>;
  return (
    <Text size="lg">
      {pattern === null ? 'The nearest one' : 'Last time it'} was ended by{' '}
      <OutsideLink url={ending.url}>{ending.title}</OutsideLink> (<When at={ending.occurredAt} as="day" />
      ).
    </Text>
  );
}
