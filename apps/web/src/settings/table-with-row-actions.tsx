import { Badge, Button, type ButtonProps, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { ScrollBox } from '../components/scroll-box.tsx';

interface Props {
  readonly label: string;
  readonly columns: readonly string[];
  /** Name of the column that small screens hide. The cells of this column need `visibleFrom="sm"` too. */
  readonly wideColumn?: string;
  readonly minWidth?: number;
  readonly children: ReactNode;
}

export function TableWithRowActions({ label, columns, wideColumn, minWidth = 300, children }: Props) {
  return (
    <ScrollBox label={label}>
      <Table miw={minWidth}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} {...(column === wideColumn && { visibleFrom: 'sm' })}>
                {column}
              </Table.Th>
            ))}
            <Table.Th>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

export function NameCell({ name, badge, detail }: { name: string; badge: string | null; detail: ReactNode }) {
  return (
    <Table.Td style={{ overflowWrap: 'anywhere' }}>
      <Group gap="0 var(--mantine-spacing-xs)">
        {name}
        {badge !== null && <StateBadge>{badge}</StateBadge>}
      </Group>
      <Text size="xs" c="dimmed" component="div">
        {detail}
      </Text>
    </Table.Td>
  );
}

export function StateBadge({ children }: { readonly children: string }) {
  return (
    <Badge variant="dot" color="gray" tt="none" fw={500}>
      {children}
    </Badge>
  );
}

export function RowButton(props: ButtonProps & ComponentPropsWithoutRef<'button'>) {
  return <Button size="compact-sm" variant="default" {...props} />;
}
