import { Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readFieldProblems } from '../../api/field-problems.ts';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { FormModal } from '../../components/forms.tsx';
import { listGrantableRoles } from '../../components/visible-for-role.tsx';
import { roleMeanings } from '../../labels/access-labels.ts';
import { capitalise } from '../../labels/format.ts';
import { SignInLink } from './sign-in-link.tsx';

const fields = ['name', 'email'] as const;

/** Adds a user, and shows the sign-in link that the admin sends to them. */
export function InviteModal({ close }: { close(): void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Schemas['Role']>('viewer');
  const linking = refrain.useMutation('post', '/v1/users/{id}/sign-in-links');
  const adding = refrain.useMutation('post', '/v1/users', {
    onSettled: () => invalidateQueries('/v1/users', '/v1/onboarding'),
  });

  const problems = readFieldProblems(adding.error, fields);

  async function invite() {
    // After a failed link request, the user exists already.
    const body = { name: name.trim(), role, ...(email.trim() !== '' && { email: email.trim() }) };
    const { id } = adding.data ?? (await adding.mutateAsync({ body }));
    await linking.mutateAsync({ params: { path: { id } } });
    await invalidateQueries('/v1/users');
  }

  if (linking.data !== undefined)
    return (
      <Modal opened onClose={close} title={`${name.trim()} is invited`}>
        <SignInLink link={{ ...linking.data, name: name.trim() }} close={close} />
      </Modal>
    );
  return (
    <FormModal
      title="Invite a colleague"
      action="Create invitation link"
      isReady={name.trim() !== ''}
      isPending={adding.isPending || linking.isPending}
      error={Object.keys(problems).length > 0 ? null : (adding.error ?? linking.error)}
      close={close}
      // The rejected promise is ignored here, because the form shows the error.
      submit={() => void invite().catch(() => {})}
    >
      <TextInput
        label="Name"
        description="This person’s decisions appear under this name."
        required
        data-autofocus
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problems.name}
      />
      <TextInput
        type="email"
        label="E-mail address (optional)"
        description="Shows your colleagues who was invited. Refrain sends no e-mail."
        maxLength={320}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={problems.email}
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
