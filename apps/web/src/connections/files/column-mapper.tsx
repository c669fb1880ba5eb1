import { Badge, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { listLabelKeys } from '../../labels/labels.ts';
import { type Column, type Field, fieldLabels, listMissingFields } from './column-choice.ts';
import { describeColumn } from './describe-columns.ts';

interface Props {
  readonly columns: readonly Column[];
  choose(name: string, field: Field | null): void;
}

const options = [
  { value: '', label: 'Do not import' },
  ...listLabelKeys(fieldLabels).map((value) => ({ value, label: fieldLabels[value] })),
];

/** Lets the user choose which field each column of the file fills. */
export function ColumnMapper({ columns, choose }: Props) {
  const missing = listMissingFields(columns);
  return (
    <Stack gap="xs">
      <Group gap="xs" role="status">
        <Text size="sm">Each row needs a start time and a title or text.</Text>
        {missing.map((field) => (
          <Badge key={field} variant="outline" color="red" c="bright" tt="none">
            {field} is missing
          </Badge>
        ))}
      </Group>
      <ScrollBox label="Columns" maxHeight={640}>
        <Table fz="sm" stickyHeader verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Column in the file</Table.Th>
              <Table.Th visibleFrom="sm">Samples</Table.Th>
              <Table.Th>Refrain field</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map((column) => (
              <ColumnRow
                key={column.name}
                column={column}
                use={describeColumn(column, columns)}
                choose={(field) => choose(column.name, field)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Stack>
  );
}

interface ColumnRowProps {
  readonly column: Column;
  /** Says what becomes of the column; null if its field says everything. */
  readonly use: string | null;
  choose(field: Field | null): void;
}

function ColumnRow({ column, use, choose }: ColumnRowProps) {
  const { name, field, samples } = column;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600} maw={200} style={{ overflowWrap: 'anywhere' }}>
        {name}
        <Text size="xs" c="dimmed" truncate hiddenFrom="sm">
          {samples[0]}
        </Text>
      </Table.Th>
      <Table.Td visibleFrom="sm" w="55%" maw={0}>
        {samples.map((sample, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: samples may repeat and keep their order
          <Text key={at} size="xs" c="dimmed" truncate>
            {sample}
          </Text>
        ))}
        {samples.length === 0 && (
          <Text size="xs" c="dimmed">
            The column is empty.
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={`Field for ${name}`}
          data={options}
          value={field ?? ''}
          onChange={(event) => choose(event.currentTarget.value === '' ? null : (event.currentTarget.value as Field))}
        />
        {use !== null && (
          <Text size="xs" c="dimmed" mt={2}>
            {use}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
