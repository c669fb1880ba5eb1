import { Box, Table } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';

interface Props {
  readonly table: Schemas['ReportTable'];
  readonly name: string;
}

/** On a phone it is moved within itself, by keys too. */
export function ReportTable({ table: { columns, rows }, name }: Props) {
  return (
    <Box role="group" aria-label={`${name}, figures`} tabIndex={0} style={{ overflowX: 'auto' }}>
      <Table miw={480}>
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
    </Box>
  );
}
