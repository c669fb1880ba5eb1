import { Table, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { count } from '../../labels/format.ts';
import { groupStreamsByKind } from './describe-backfill-progress.ts';
import { describeStream } from './describe-stream.ts';

type Streams = Pick<Schemas['BackfillProgress'], 'streams'>;

interface Props extends Streams {
  /** Whether history is being imported. Otherwise, the counts are those of the last sync. */
  readonly isImporting: boolean;
}

const stateLabels = { waiting: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed' };

export function StreamTable({ streams, isImporting }: Props) {
  if (streams.length === 0) return null;
  const records = isImporting ? 'Records so far' : 'Records in the last pass';
  return (
    <>
      <ScrollBox label="Imported data">
        <Table fz="sm" verticalSpacing={5} style={{ overflowWrap: 'normal' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Type</Table.Th>
              <Table.Th ta="right">{records}</Table.Th>
              <Table.Th>Streams</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groupStreamsByKind(streams).map(({ kind, records: counted, done, failed, streams: parts }) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row" fw={500}>
                  {kind}
                </Table.Th>
                <Table.Td ta="right">{counted.toLocaleString('en')}</Table.Td>
                <Table.Td>
                  {done === parts ? `all ${parts} done` : `${done} of ${parts} done`}
                  {failed > 0 && `, ${failed} failed`}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
      <Text component="details" size="sm">
        <summary>Show all {count(streams.length, 'stream')}</summary>
        <AllStreams streams={streams} records={records} />
      </Text>
    </>
  );
}

function AllStreams({ streams, records }: Streams & { readonly records: string }) {
  return (
    <ScrollBox label="All streams" maxHeight={420}>
      <Table fz="sm" miw={320} stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Stream</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th ta="right">{records}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {streams.map(({ stream, state, records: counted, expected }) => (
            <Table.Tr key={stream}>
              <Table.Td>{describeStream(stream)}</Table.Td>
              <Table.Td>{stateLabels[state]}</Table.Td>
              <Table.Td ta="right">
                {counted.toLocaleString('en')}
                {expected !== null && expected > counted && ` of ${expected.toLocaleString('en')}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}
