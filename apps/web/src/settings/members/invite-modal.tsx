import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readFieldProblems } from '../../api/field-problems.ts';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { FormModal } from '../../components/forms.tsx';
import { listGrantableRoles } from '../../components/visible-for-role.tsx';
import { roleMeanings } from '../../labels/access-labels.ts';
import { capitalise } from '../../labels/format.ts';
import { createLinkFor, type SignInLinkFor } from './create-link-mail.ts';

interface Props {
  /** Receives the invitation link, which the admin sends to the user. */
  onLink(link: SignInLinkFor): void;
  close(): void;
}

const fields = ['name', 'email'] as const;

export function InviteModal({ onLink, close }: Props) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Schemas['Role']>('viewer');
  const inviting = refrain.useMutation('post', '/v1/users', {
    onSuccess: ({ link, ...user }) => onLink(createLinkFor(user, link)),
    onSettled: () => invalidateQueries('/v1/users', '/v1/onboarding'),
  });
  const problems = readFieldProblems(inviting.error, fields);
  const body = { name: name.trim(), role, ...(email.trim() !== '' && { email: email.trim() }) };
  return (
    <FormModal
      title="Invite a member"
      action="Create invitation link"
      isReady={name.trim() !== ''}
      isPending={inviting.isPending}
      error={Object.keys(problems).length > 0 ? null : inviting.error}
      close={close}
      submit={() => inviting.mutate({ body })}
    >
      <TextInput
        label="Name"
        description="Their decisions appear under this name."
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
        description="Refrain sends no e-mail. Admins see the address, and the button “Write an e-mail” uses it."
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
