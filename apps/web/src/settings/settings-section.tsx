import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One thing that can be set, with what it means. */
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
