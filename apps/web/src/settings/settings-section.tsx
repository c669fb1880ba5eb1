import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

export function SettingsSection({ title, lead, children }: Props) {
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="md">
        <Stack gap={4} maw={760}>
          <Title order={2}>{title}</Title>
          {lead && (
            <Text size="sm" c="dimmed" component="div">
              {lead}
            </Text>
          )}
        </Stack>
        {children}
      </Stack>
    </Paper>
  );
}
