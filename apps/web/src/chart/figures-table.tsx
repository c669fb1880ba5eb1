import { Table } from '@mantine/core';
import { ScrollBox } from '../components/scroll-box.tsx';

interface Props {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Maximum height in pixels. If absent, all rows are visible without scrolling. */
  readonly maxHeight?: number;
}

export function FiguresTable({ name, columns, rows, maxHeight }: Props) {
  return (
    <ScrollBox label={`${name}, figures`} {...(maxHeight === undefined ? {} : { maxHeight })}>
      <Table miw={columns.length > 3 ? 480 : 320} stickyHeader={maxHeight !== undefined}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.join('\n')}>
              {row.map((cell, at) => (
                <Table.Td key={columns[at]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}
