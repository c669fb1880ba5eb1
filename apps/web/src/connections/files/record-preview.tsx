import { Table, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { FailureTime } from '../../components/timestamp.tsx';
import { formatDuration } from '../../labels/times.ts';
import { formatPreviewText } from './format-preview-text.ts';

const stateLabels: Readonly<Record<Schemas['RecordState'], string>> = {
  new: 'New',
  changed: 'Will be updated',
  unchanged: 'Unchanged',
  existing: 'Already exists',
};

/** Shows the first records as Refrain understands them. */
export function RecordPreview({ records }: { readonly records: Schemas['FileCheckResponse']['preview'] }) {
  return (
    <ScrollBox label="Preview" maxHeight={420}>
      <Table fz="sm" miw={780} stickyHeader verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Line</Table.Th>
            <Table.Th visibleFrom="sm">Status</Table.Th>
            <Table.Th>Start</Table.Th>
            <Table.Th>Title</Table.Th>
            <Table.Th>Services</Table.Th>
            <Table.Th>Duration</Table.Th>
            <Table.Th>Severity</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map((record) => (
            <RecordRow key={record.line} record={record} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

function RecordRow({ record }: { readonly record: Schemas['ArchivePreviewRecord'] }) {
  const { line, state, title, text, created, resolved, precision, services, repository, severity } = record;
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td c="dimmed">{line}</Table.Td>
      <Table.Td visibleFrom="sm" c={state === 'new' ? undefined : 'dimmed'} style={{ whiteSpace: 'nowrap' }}>
        {stateLabels[state]}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <FailureTime failure={{ occurredAt: created, resolvedAt: resolved, precision }} />
      </Table.Td>
      <Table.Td miw={260}>
        {title}
        {state !== 'new' && (
          <Text size="xs" c="dimmed" hiddenFrom="sm">
            {stateLabels[state]}
          </Text>
        )}
        {text !== '' && text !== title && (
          <Text size="xs" c="dimmed" lineClamp={2}>
            {formatPreviewText(text)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{services.join(', ') || repository}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {resolved !== null && precision !== 'day' && precision !== 'month' && formatDuration(created, resolved)}
      </Table.Td>
      <Table.Td>{severity}</Table.Td>
    </Table.Tr>
  );
}
