import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readFieldProblems } from '../../api/field-problems.ts';
import { invalidateQueries, refrain, type Schemas, useSession } from '../../api/refrain.ts';
import { handleSubmit } from '../../components/forms.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { listGrantableRoles } from '../../components/visible-for-role.tsx';
import { tokenScopeLabels } from '../../labels/access-labels.ts';
import { RoleSelect } from '../role-select.tsx';
import { findExpiry } from './expiry.ts';

const fields = ['name'] as const;
const everywhere = '';
const never = '';

const lifetimes = [
  { value: '7', label: 'in 7 days' },
  { value: '30', label: 'in 30 days' },
  { value: '90', label: 'in 90 days' },
  { value: '365', label: 'in 1 year' },
  { value: never, label: 'never' },
];

export function NewToken({ onMade }: { onMade(secret: string): void }) {
  const [name, setName] = useState('');
  const [lifetime, setLifetime] = useState('90');
  const ownRole = useSession().data?.user.role ?? 'viewer';
  const [role, setRole] = useState<Schemas['Role']>('viewer');
  const [part, setPart] = useState<string>(everywhere);
  const making = refrain.useMutation('post', '/v1/tokens', {
    onSuccess({ token }) {
      onMade(token);
      setName('');
      return invalidateQueries('/v1/tokens');
    },
  });
  const problems = readFieldProblems(making.error, fields);
  const scopes = [part === everywhere ? role : `${part}:${role}`];
  const create = () => {
    const expiresAt = lifetime === never ? null : findExpiry(Number(lifetime), Date.now());
    making.mutate({ body: { name: name.trim(), expiresAt, scopes } });
  };
  return (
    <>
      <Group component="form" align="flex-end" gap="sm" onSubmit={handleSubmit(create)}>
        <TextInput
          label="Name"
          description="The program that uses the token."
          placeholder="CI pipeline"
          flex="2 1 220px"
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problems.name}
        />
        <NativeSelect
          label="Expires"
          description="At the end of that day."
          flex="1 1 150px"
          data={lifetimes}
          value={lifetime}
          onChange={(event) => setLifetime(event.currentTarget.value)}
        />
        <RoleSelect
          label="Role"
          description="What the token may do."
          flex="1 1 150px"
          roles={listGrantableRoles(ownRole)}
          role={role}
          choose={setRole}
        />
        <NativeSelect
          label="Scope"
          description="The part of the API."
          flex="1 1 160px"
          data={[
            { value: everywhere, label: 'Everything' },
            ...Object.entries(tokenScopeLabels).map(([value, label]) => ({ value, label })),
          ]}
          value={part}
          onChange={(event) => setPart(event.currentTarget.value)}
        />
        <Button type="submit" loading={making.isPending} disabled={name.trim() === ''}>
          Create token
        </Button>
      </Group>
      {making.error && Object.keys(problems).length === 0 && <ProblemNotice error={making.error} />}
    </>
  );
}
