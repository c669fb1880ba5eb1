import { List, Table, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { count, formatShortenedNameList } from '../../labels/count.ts';
import { groupGapsByDay, sumCountsByDay } from './describe-completeness.ts';
import { describeStream } from './describe-stream.ts';

const maxDays = 30;

export function CompletenessFigures({ answer }: { readonly answer: Schemas['CompletenessResponse'] }) {
  const { existing, stored, gaps, days, uncompared } = answer;
  const missing = groupGapsByDay(gaps);
  return (
    <>
      <Text size="sm">
        {existing === 0
          ? 'Of these days nothing was compared yet that exists there.'
          : `${stored.toLocaleString('en')} of ${count(existing, 'record')} that exist there are stored here.`}
      </Text>
      {missing.length > 0 && (
        <div role="alert">
          <Text size="sm" fw={600}>
            Something is missing on {count(missing.length, 'day')} (UTC); it is fetched by itself:
          </Text>
          <List size="sm">
            {missing.slice(0, maxDays).map(({ day, streams }) => (
              <List.Item key={day}>
                {day}: {formatShortenedNameList(streams.map(describeStream), 3)}
              </List.Item>
            ))}
          </List>
          {missing.length > maxDays && <Text size="sm">and {missing.length - maxDays} more days</Text>}
        </div>
      )}
      {uncompared.length > 0 && (
        <Text size="sm" component="details">
          <summary>{count(uncompared.length, 'part was', 'parts were')} not compared yet: each has its turn</summary>
          <ScrollBox label="Not compared" maxHeight={240}>
            <List size="sm">
              {uncompared.map((stream) => (
                <List.Item key={stream}>{describeStream(stream)}</List.Item>
              ))}
            </List>
          </ScrollBox>
        </Text>
      )}
      {days.length > 0 && <DayTable days={days} />}
    </>
  );
}

function DayTable({ days }: Pick<Schemas['CompletenessResponse'], 'days'>) {
  return (
    <Text component="details" size="sm">
      <summary>Day by day</summary>
      <ScrollBox label="Day by day" maxHeight={360}>
        <Table fz="sm" miw={320} stickyHeader verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Day (UTC)</Table.Th>
              <Table.Th ta="right">There</Table.Th>
              <Table.Th ta="right">Here</Table.Th>
              <Table.Th ta="right">Missing</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sumCountsByDay(days).map(({ day, existing, stored }) => (
              <Table.Tr key={day} fw={stored < existing ? 600 : undefined}>
                <Table.Td>{day}</Table.Td>
                <Table.Td ta="right">{existing}</Table.Td>
                <Table.Td ta="right">{stored}</Table.Td>
                <Table.Td ta="right">{existing - stored}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Text>
  );
}
