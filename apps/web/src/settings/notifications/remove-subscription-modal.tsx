import { refrain, type Schemas } from '../../api/refrain.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { createRemovalMutationOptions } from '../removal.ts';

interface Props {
  readonly subscription: Schemas['Subscription'];
  close(): void;
}

export function RemoveSubscriptionModal({ subscription: { id, address }, close }: Props) {
  const [done, wasFirst] = [`${address} receives no more events.`, `Somebody else has removed ${address} already.`];
  const options = createRemovalMutationOptions({ list: '/v1/subscriptions', done, wasFirst, close });
  const removing = refrain.useMutation('delete', '/v1/subscriptions/{id}', options);
  return (
    <ConfirmModal
      title="Remove the subscription?"
      action="Remove"
      isPending={removing.isPending}
      error={removing.error}
      close={close}
      confirm={() => removing.mutate({ params: { path: { id } } })}
    >
      {address} gets no more messages, not even pending ones. The subscription is deleted; to receive events again, add
      a new one.
    </ConfirmModal>
  );
}
