import { Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { When } from '../components/when.tsx';

/** An event is told from both of its ends: what came out of this pattern reads otherwise than what went into it. */
const labels = {
  split_from: { own: 'Split from', other: 'Gave rise to' },
  merged_into: { own: 'Merged into', other: 'Took in' },
} as const;

interface Props {
  readonly own: string;
  readonly events: readonly Schemas['LineageEvent'][];
}

/** Where a pattern came from and where it went. */
export function Lineage({ own, events }: Props) {
  if (events.length === 0) return null;
  return (
    <Stack gap={4}>
      {events.map(({ kind, patternId, relatedPatternId, at }) => {
        const isOwn = patternId === own;
        return (
          <Text key={`${kind}${patternId}${relatedPatternId}${at}`} size="sm" c="dimmed">
            {labels[kind][isOwn ? 'own' : 'other']}{' '}
            <PageLink
              to="/patterns/$patternId"
              params={{ patternId: isOwn ? relatedPatternId : patternId }}
              underline="always"
            >
              another pattern
            </PageLink>
            , <When at={at} as="day" />.
          </Text>
        );
      })}
    </Stack>
  );
}
