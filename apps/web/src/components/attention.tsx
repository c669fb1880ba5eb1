import { Alert } from '@mantine/core';
import { AlertIcon } from '@primer/octicons-react';
import type { ReactNode } from 'react';

interface Props {
  readonly title?: string;
  readonly children: ReactNode;
}

/** Something that is wrong and that a person can do something about. Its title has the colour of text: orange is too pale on white. */
export function Attention({ title, children }: Props) {
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
