import { useNavigate } from '@tanstack/react-router';
import { queryClient } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { useProvider } from '../../api/use-providers.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { notify } from '../../components/notify.tsx';

interface Props {
  readonly connection: Schemas['Connection'];
  close(): void;
}

export function DisconnectModal({ connection: { id, provider, account }, close }: Props) {
  const { name, kind, webhook } = useProvider(provider);
  const navigate = useNavigate();
  const removing = refrain.useMutation('delete', '/v1/connections/{id}');
  async function disconnect() {
    await removing.mutateAsync({ params: { path: { id } } });
    await navigate({ to: '/connections', replace: true });
    // All cached queries are invalidated, because any cached response may contain data of the connection.
    void queryClient.invalidateQueries();
    notify({ message: `${account} is disconnected.` });
  }
  return (
    <ConfirmModal
      title={`Disconnect ${name} ${account}?`}
      action="Disconnect"
      typed={account}
      isPending={removing.isPending}
      error={removing.error}
      close={close}
      confirm={() => void disconnect().catch(() => undefined)}
    >
      This deletes {kind === 'files' ? 'the archive' : 'its credential'}, its records, and the failures and changes that
      came from them. Patterns are clustered again without them.
      {webhook !== null && ` Only the webhook at ${name} stays: delete it there.`}
    </ConfirmModal>
  );
}
