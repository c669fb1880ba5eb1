import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** Whether one of the fields has a value. If so, the fields are unfolded at first. */
  readonly isUsed: boolean;
  readonly children: ReactNode;
}

export function AdvancedFields({ title, isUsed, children }: Props) {
  return (
    <details open={isUsed || undefined}>
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        {title}
      </Text>
      <Stack gap="sm" mt="xs">
        {children}
      </Stack>
    </details>
  );
}
