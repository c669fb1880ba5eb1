import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readFieldProblems } from '../../api/field-problems.ts';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { useSession } from '../../api/use-session.ts';
import { ProblemNotice } from '../../components/states.tsx';
import { listGrantableRoles } from '../../components/visible-for-role.tsx';
import { tokenScopeLabels } from '../../labels/access-labels.ts';
import { millisecondsPerDay } from '../../labels/times.ts';
import { dayOf, findEndOfDay } from './expiry.ts';

const fields = ['name', 'expiresAt'] as const;
const everywhere = '';

type Role = Schemas['Role'];

export function NewToken({ onMade }: { onMade(secret: string): void }) {
  const [name, setName] = useState('');
  const [day, setDay] = useState(() => dayOf(Date.now() + 90 * millisecondsPerDay));
  const ownRole = useSession().data?.user.role ?? 'viewer';
  const [role, setRole] = useState<Role>(ownRole);
  const [part, setPart] = useState<string>(everywhere);
  const making = refrain.useMutation('post', '/v1/tokens', {
    onSuccess({ token }) {
      onMade(token);
      setName('');
      return invalidateQueries('/v1/tokens');
    },
  });
  const problems = readFieldProblems(making.error, fields);
  const isPast = day !== '' && day < dayOf(Date.now());
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPast)
            making.mutate({
              body: {
                name: name.trim(),
                expiresAt: findEndOfDay(day),
                scopes: [part === everywhere ? role : `${part}:${role}`],
              },
            });
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Name"
            description="Who or what it is for."
            placeholder="CI of the post-mortems"
            flex="2 1 220px"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problems.name}
          />
          <TextInput
            type="date"
            label="Good until"
            description="Empty: until it is revoked."
            flex="1 1 160px"
            min={dayOf(Date.now())}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            error={isPast ? 'Has to be today or later.' : problems.expiresAt}
          />
          <NativeSelect
            label="May do"
            description="As a person of that role."
            flex="1 1 120px"
            data={[...listGrantableRoles(ownRole)]}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
          />
          <NativeSelect
            label="In"
            description="One part, or all of it."
            flex="1 1 160px"
            data={[
              { value: everywhere, label: 'all of Refrain' },
              ...Object.entries(tokenScopeLabels).map(([value, label]) => ({ value, label })),
            ]}
            value={part}
            onChange={(event) => setPart(event.currentTarget.value)}
          />
          <Button type="submit" loading={making.isPending} disabled={name.trim() === ''}>
            Make a token
          </Button>
        </Group>
      </form>
      {making.error && Object.keys(problems).length === 0 && <ProblemNotice error={making.error} />}
    </>
  );
}
