import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { CheckIcon, CopyIcon, MailIcon } from '@primer/octicons-react';
import { Timestamp } from '../../components/timestamp.tsx';
import { createLinkMail, type SignInLinkFor } from './create-link-mail.ts';

interface Props {
  readonly link: SignInLinkFor;
  close(): void;
}

/** Shows a new link for somebody else, which the admin sends to them by hand. */
export function SignInLinkModal({ link, close }: Props) {
  const { name, url, expiresAt, isInvitation } = link;
  const title = isInvitation ? `Invitation for ${name}` : `Sign-in link for ${name}`;
  return (
    <Modal opened onClose={close} title={title} size="lg">
      <Stack>
        <Text size="sm">
          Send this link to {name} yourself, because Refrain sends no e-mail. {name} can sign in with it once, until{' '}
          <Timestamp at={expiresAt} />. Do not share it with anybody else.
        </Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
          {url}
        </Code>
        <Group gap="xs">
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button
                data-autofocus
                onClick={copy}
                aria-live="polite"
                leftSection={copied ? <CheckIcon size={16} aria-hidden /> : <CopyIcon size={16} aria-hidden />}
              >
                {copied ? 'Copied' : 'Copy link'}
              </Button>
            )}
          </CopyButton>
          <Button
            component="a"
            href={createLinkMail(link)}
            variant="default"
            leftSection={<MailIcon size={16} aria-hidden />}
          >
            Write an e-mail
          </Button>
          <Button variant="default" ml="auto" onClick={close}>
            Done
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          Refrain does not show this link again. If it gets lost, create a new one.
        </Text>
      </Stack>
    </Modal>
  );
}
