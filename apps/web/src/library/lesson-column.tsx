import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly isKnown: boolean;
  readonly children: ReactNode;
}

/** Renders nothing if the content is not known. */
export function LessonColumn({ label, isKnown, children }: Props) {
  if (!isKnown) return null;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  );
}
