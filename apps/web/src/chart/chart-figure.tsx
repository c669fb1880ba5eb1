import { Box, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';

interface Props {
  readonly title: string;
  /** Whether a heading above says that already. */
  readonly isTitled?: boolean;
  /** What the chart shows, in a sentence: for who cannot see it, and under it for who can. */
  readonly says?: string;
  /** In pixels. */
  readonly height: number;
  /** The same figures as a table. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** One of `charts.ts`. */
  readonly children: ReactNode;
}

/** A chart with the table behind it: nothing is told by form or colour alone. */
export function ChartFigure({ title, isTitled = false, says, height, columns, rows, children }: Props) {
  return (
    <Box component="figure" m={0}>
      {isTitled ? (
        <VisuallyHidden component="figcaption">{title}</VisuallyHidden>
      ) : (
        <Text component="figcaption" size="sm" fw={600} mb={4}>
          {title}
        </Text>
      )}
      <Box h={height} aria-hidden="true">
        <Suspense fallback={<Skeleton height={height} />}>{children}</Suspense>
      </Box>
      {says && (
        <Text size="sm" c="dimmed">
          {says}
        </Text>
      )}
      <Text component="details" size="sm" c="dimmed" mt={4}>
        <summary>The figures as a table</summary>
        <Box role="group" aria-label={`${title}, figures`} tabIndex={0} style={{ overflow: 'auto', maxHeight: 320 }}>
          <Table miw={320} stickyHeader>
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
      </Text>
    </Box>
  );
}
