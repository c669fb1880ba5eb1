import { Group, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { Sparkline } from '../chart/sparkline.tsx';
import { SectionCard } from '../components/section.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { formatMonth, millisecondsPerDay } from '../labels/times.ts';

interface Props extends Pick<Schemas['ServiceProfile'], 'months' | 'asOf'> {
  readonly lastAt: string;
}

/** Shows the episodes of the last 12 months as bars, and when the latest one began. */
export function EpisodesByMonth({ months, asOf, lastAt }: Props) {
  const most = Math.max(...months);
  const from = new Date(Date.parse(asOf) - 365 * millisecondsPerDay).toISOString();
  return (
    <SectionCard title="Episodes by month">
      {most > 0 && (
        <div>
          <Sparkline values={months} label="Episodes in each of the last 12 months, oldest first" isWide />
          <Group justify="space-between" maw={420}>
            {[from, asOf].map((at) => (
              <Text key={at} size="xs" c="dimmed">
                {formatMonth(at)}
              </Text>
            ))}
          </Group>
        </div>
      )}
      <Text size="xs" c="dimmed">
        {most > 0 ? `At most ${most} in a month.` : 'None in the last 12 months.'} The last episode began on{' '}
        <Timestamp at={lastAt} as="day" />.
      </Text>
    </SectionCard>
  );
}
