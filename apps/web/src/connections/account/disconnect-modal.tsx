import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { queryClient } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { useProvider } from '../../api/use-providers.ts';
import { notify } from '../../components/notify.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';

interface Props {
  readonly connection: Schemas['Connection'];
  readonly opened: boolean;
  close(): void;
}

/** Disconnects an account once its name has been typed, since that cannot be undone. */
export function DisconnectModal({ connection: { id, provider, account }, opened, close }: Props) {
  const { name, kind, webhook } = useProvider(provider);
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const remove = refrain.useMutation('delete', '/v1/connections/{id}');
  async function disconnect(event: FormEvent) {
    event.preventDefault();
    await remove.mutateAsync({ params: { path: { id } } });
    await navigate({ to: '/connections', replace: true });
    // Any cached answer may contain data of the connection.
    void queryClient.invalidateQueries();
    notify({ message: `${account} is disconnected.` });
  }
  return (
    <Modal opened={opened} onClose={close} title={`Disconnect ${name} ${account}?`}>
      <form onSubmit={(event) => void disconnect(event).catch(() => undefined)}>
        <Stack gap="sm">
          <Text size="sm">
            Gone will be {kind === 'files' ? 'the archive' : 'its credential'}, its records, and the failures and
            changes that came from them. Patterns are grouped anew without them.
            {webhook !== null && ` At ${name} only the webhook is left: take it away by hand.`}
          </Text>
          <TextInput
            label={`Type ${account} to go on`}
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {remove.error !== null && <ProblemNotice error={remove.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" color="red" disabled={typed.trim() !== account} loading={remove.isPending}>
              Disconnect
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
