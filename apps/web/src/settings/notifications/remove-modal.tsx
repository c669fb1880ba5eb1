import { refresh } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../parts/confirm-modal.tsx';
import { tell } from '../../parts/tell.tsx';

interface Props {
  readonly subscription: Schemas['Subscription'];
  close(): void;
}

export function RemoveModal({ subscription: { id, address }, close }: Props) {
  const removing = refrain.useMutation('delete', '/v1/subscriptions/{id}', {
    async onSuccess() {
      close();
      await refresh('/v1/subscriptions');
      tell({ message: `${address} is told nothing more.` });
    },
  });
  return (
    <ConfirmModal
      title="Tell it nothing more?"
      action="Remove"
      isPending={removing.isPending}
      error={removing.error}
      close={close}
      confirm={() => removing.mutate({ params: { path: { id } } })}
    >
      {address} gets no message any more, also none that it is still owed. Its address and its secret are forgotten
      here: to tell it again, both are entered and made anew.
    </ConfirmModal>
  );
}
