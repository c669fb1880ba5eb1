import { Group, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { SectionCard } from '../components/section.tsx';
import { Timestamp } from '../components/timestamp.tsx';

interface Props {
  readonly profile: Pick<Schemas['ServiceProfile'], 'timeline' | 'period'>;
  readonly lastAt: string;
}

/** Shows the episodes of the period as bars, and when the latest one began. */
export function EpisodeTimeline({ profile: { timeline, period }, lastAt }: Props) {
  const hasEpisodes = timeline.some((episodes) => episodes > 0);
  return (
    <SectionCard title="Episodes over time">
      {hasEpisodes && (
        <div>
          <Sparkline values={timeline} label="Episodes in each twelfth of the period, oldest first" isWide />
          <Group justify="space-between" maw={420}>
            {[period.from, period.until].map((at) => (
              <Text key={at} size="xs" c="dimmed">
                <Timestamp at={at} as="day" />
              </Text>
            ))}
          </Group>
        </div>
      )}
      <Text size="xs" c="dimmed">
        {!hasEpisodes && 'None in the period. '}The last episode began on <Timestamp at={lastAt} as="day" />.
      </Text>
    </SectionCard>
  );
}
