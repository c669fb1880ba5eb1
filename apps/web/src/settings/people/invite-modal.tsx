import { Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { FormModal } from '../../components/forms.tsx';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { listGrantableRoles } from '../../components/visible-for-role.tsx';
import { roleMeanings } from '../../labels/access-labels.ts';
import { capitalise } from '../../labels/format.ts';

/** Adds a user, and shows the sign-in link that the admin sends to them. */
export function InviteModal({ close }: { close(): void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Schemas['Role']>('viewer');
  const linking = refrain.useMutation('post', '/v1/users/{id}/sign-in-links');
  const adding = refrain.useMutation('post', '/v1/users', {
    onSettled: () => invalidateQueries('/v1/users', '/v1/onboarding'),
  });

  async function invite() {
    // After a failed link request, the user exists already.
    const { id } = adding.data ?? (await adding.mutateAsync({ body: { name: name.trim(), role } }));
    await linking.mutateAsync({ params: { path: { id } } });
  }

  if (linking.data !== undefined)
    return (
      <Modal opened onClose={close} title={`${name.trim()} is invited`}>
        <OneTimeSecret title="Sign-in link" secret={linking.data.url} close={close}>
          Send this link to {name.trim()} only. It works once, for one hour. Do not open it yourself: that uses it up.
        </OneTimeSecret>
      </Modal>
    );
  return (
    <FormModal
      title="Invite a colleague"
      action="Create invitation link"
      isReady={name.trim() !== ''}
      isPending={adding.isPending || linking.isPending}
      error={adding.error ?? linking.error}
      close={close}
      // The rejected promise is ignored here, because the form shows the error.
      submit={() => void invite().catch(() => {})}
    >
      <TextInput
        label="Name in the audit log"
        description="A name or an e-mail address. Decisions of this person appear under it."
        required
        data-autofocus
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group label="Role" value={role} onChange={(value) => setRole(value as Schemas['Role'])}>
        <Stack gap="xs" mt={6}>
          {listGrantableRoles('admin').map((each) => (
            <Radio key={each} value={each} label={capitalise(each)} description={roleMeanings[each]} />
          ))}
        </Stack>
      </Radio.Group>
    </FormModal>
  );
}
