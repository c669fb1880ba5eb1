import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
}

export function EmptyState({ title, children }: Props) {
  return (
    <Paper withBorder p="xl" role="status">
      <Stack gap={4} align="center" ta="center" maw={520} mx="auto">
        <Text fw={600}>{title}</Text>
        {children && (
          <Text size="sm" c="dimmed" component="div">
            {children}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
