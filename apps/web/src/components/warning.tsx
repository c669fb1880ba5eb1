import { Alert } from '@mantine/core';
import { AlertIcon } from '@primer/octicons-react';
import type { ReactNode } from 'react';

interface Props {
  readonly title?: string;
  readonly children: ReactNode;
}

/** Shows a problem that the user can solve. The title has the text colour, because orange lacks contrast on white. */
export function Warning({ title, children }: Props) {
  return (
    <Alert
      variant="outline"
      color="orange"
      role="alert"
      title={title}
      icon={<AlertIcon size={20} aria-hidden />}
      styles={{ title: { color: 'var(--mantine-color-bright)' } }}
    >
      {children}
    </Alert>
  );
}
