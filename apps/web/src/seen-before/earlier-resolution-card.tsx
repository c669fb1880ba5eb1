import { Card, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { ResolutionNote } from '../components/resolution-note.tsx';
import { FailureTime } from '../components/timestamp.tsx';

type EarlierResolution = NonNullable<Schemas['SearchResponse']['resolution']>;

const headings: Record<EarlierResolution['source'], string> = {
  repeated_failure: 'What resolved it',
  similar_failure: 'What resolved a similar failure',
  pattern: 'What last resolved a failure of the pattern',
};

interface Props {
  readonly resolution: EarlierResolution;
  readonly repeats: Schemas['SearchResponse']['repeats'];
}

/** Shows how an earlier failure was resolved, which is what people on call look for first. */
export function EarlierResolutionCard({ resolution, repeats }: Props) {
  const { source, failureId, title } = resolution;
  const day = <FailureTime failure={{ ...resolution, resolvedAt: null }} as="day" />;
  const isRepeated = source === 'repeated_failure';
  return (
    <Card withBorder padding="md" component="section" aria-label={headings[source]}>
      {repeats !== null && !isRepeated && (
        <Text size="sm" mb={4}>
          No resolution is recorded for the {repeats.failures === 1 ? 'failure' : 'failures'} with the same words.
        </Text>
      )}
      <Text size="sm" c="dimmed" fw={600}>
        {headings[source]} ·{' '}
        <TextLink to="/failures/$failureId" params={{ failureId }}>
          {isRepeated ? day : title}
        </TextLink>
        {!isRepeated && <>, {day}</>}
      </Text>
      <ResolutionNote resolution={resolution} />
    </Card>
  );
}
