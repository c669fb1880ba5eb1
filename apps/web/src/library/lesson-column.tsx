import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly isKnown: boolean;
  readonly children: ReactNode;
}

export function LessonColumn({ label, isKnown, children }: Props) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" component="div" c={isKnown ? undefined : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
        {isKnown ? children : 'Not known yet'}
      </Text>
    </div>
  );
}
