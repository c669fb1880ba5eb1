import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** Whether something in it is filled in already. */
  readonly isUsed: boolean;
  readonly children: ReactNode;
}

/** Fields that few need. */
export function Folded({ title, isUsed, children }: Props) {
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
