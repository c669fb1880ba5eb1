import { isMissing } from '../../api/api-problem.ts';
import { refresh } from '../../api/query-client.ts';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { notify } from '../../components/notify.tsx';

interface Props {
  readonly subscription: Schemas['Subscription'];
  close(): void;
}

export function RemoveModal({ subscription: { id, address }, close }: Props) {
  const removing = refrain.useMutation('delete', '/v1/subscriptions/{id}', {
    async onSuccess() {
      close();
      await refresh('/v1/subscriptions');
      notify({ message: `${address} is told nothing more.` });
    },
    async onError(error) {
      if (!isMissing(error)) return;
      close();
      await refresh('/v1/subscriptions');
      notify({ message: `Somebody else has removed ${address} already.` });
    },
  });
  return (
    <ConfirmModal
      title="Remove the subscription?"
      action="Remove"
      isPending={removing.isPending}
      error={removing.error}
      close={close}
      confirm={() => removing.mutate({ params: { path: { id } } })}
    >
      {address} gets no more messages, not even those that are still to be delivered. What is known of it here is
      forgotten: to tell it again, add it anew.
    </ConfirmModal>
  );
}
