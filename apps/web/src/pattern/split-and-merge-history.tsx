import { Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { Timestamp } from '../components/timestamp.tsx';
import { PatternNameLink } from './decide/pattern-name-link.tsx';

/**
 * Labels of splits and merges. `subject` is shown on the page of the split or merged pattern, `related` on the page of
 * the other pattern.
 */
const labels = {
  split_from: { subject: 'Split from', related: 'Split into' },
  merged_into: { subject: 'Merged into', related: 'Merged with' },
} as const;

interface Props {
  readonly shownId: string;
  readonly events: readonly Schemas['NamedLineageEvent'][];
}

export function SplitAndMergeHistory({ shownId, events }: Props) {
  if (events.length === 0) return null;
  return (
    <Stack gap={4}>
      {events.map(({ kind, patternId, relatedPatternId, patternName, relatedPatternName, at }) => {
        const isSubject = patternId === shownId;
        return (
          <Text key={`${kind}${patternId}${relatedPatternId}${at}`} size="sm" c="dimmed">
            {labels[kind][isSubject ? 'subject' : 'related']}{' '}
            <PatternNameLink
              id={isSubject ? relatedPatternId : patternId}
              name={isSubject ? relatedPatternName : patternName}
            />{' '}
            on <Timestamp at={at} as="day" />.
          </Text>
        );
      })}
    </Stack>
  );
}
