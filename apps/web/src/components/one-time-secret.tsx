import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { CheckIcon, CopyIcon } from '@primer/octicons-react';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly secret: string;
  /** Instructions to the user, including a note that the secret is shown only once. */
  readonly children: ReactNode;
  close(): void;
}

export function OneTimeSecret({ title, secret, children, close }: Props) {
  return (
    <Alert variant="outline" title={title} role="status" withCloseButton closeButtonLabel="Hide it" onClose={close}>
      <Text size="sm" mb="xs">
        {children}
      </Text>
      <Group gap="xs">
        <Code flex="1 1 220px" p="xs" style={{ overflowWrap: 'anywhere' }}>
          {secret}
        </Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              variant="default"
              onClick={copy}
              leftSection={copied ? <CheckIcon size={14} aria-hidden /> : <CopyIcon size={14} aria-hidden />}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
