import { Button, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { invalidateQueries, refrain, type Schemas } from '../../api/refrain.ts';
import { handleSubmit } from '../../components/forms.tsx';
import { notify, notifyProblem } from '../../components/notify.tsx';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { ProblemNotice, QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { listGrantableRoles } from '../../components/visible-for-role.tsx';
import { roleMeanings, signInMethodLabels } from '../../labels/access-labels.ts';
import { SettingsSection } from '../settings-section.tsx';
import { ChangeUserModal, type UserChange } from './change-user-modal.tsx';
import { NameCell, RowButton, TableWithRowActions } from './table-with-row-actions.tsx';

type User = Schemas['User'];
type Role = Schemas['Role'];

interface Link {
  readonly name: string;
  readonly url: string;
}

export function Users({ allowsLinks }: { readonly allowsLinks: boolean }) {
  const users = refrain.useQuery('get', '/v1/users', { params: { query: { limit: 200 } } });
  const [link, setLink] = useState<Link | null>(null);
  return (
    <SettingsSection
      title="People"
      lead="A viewer reads, a triager decides too, an admin also connects accounts and invites people. What somebody decides bears their name in the audit, and nowhere else."
    >
      {allowsLinks ? (
        <AddUser onAdded={setLink} />
      ) : (
        <Text size="sm" c="dimmed">
          Sign-in links are switched off: people are added when they first sign in with the provider.
        </Text>
      )}
      {link !== null && (
        <OneTimeSecret title={`A sign-in link for ${link.name}`} secret={link.url} close={() => setLink(null)}>
          Send it to them alone. It opens Refrain in one browser, once, within an hour; opening it yourself uses it up.
        </OneTimeSecret>
      )}
      <QueryState query={users} what="the people">
        {({ items }) => (
          <TableWithRowActions label="People" columns={['Name', 'Role', 'Seen last']} minWidth={560}>
            {items.map((user) => (
              <UserRow key={user.id} user={user} allowsLinks={allowsLinks} onLink={setLink} />
            ))}
          </TableWithRowActions>
        )}
      </QueryState>
    </SettingsSection>
  );
}

interface RowProps {
  readonly user: User;
  readonly allowsLinks: boolean;
  onLink(link: Link): void;
}

function UserRow({ user, allowsLinks, onLink }: RowProps) {
  const { id, name, email, role, signInMethod, lastSeenAt, isDisabled } = user;
  const params = { path: { id } };
  const [change, setChange] = useState<UserChange | null>(null);
  const linking = refrain.useMutation('post', '/v1/users/{id}/sign-in-links', {
    onSuccess: ({ url }) => onLink({ name, url }),
    onError: notifyProblem,
  });
  const signingOut = refrain.useMutation('post', '/v1/users/{id}/sign-out', {
    onSuccess: () => notify({ message: `${name} is signed out of every browser.` }),
    onError: notifyProblem,
  });
  return (
    <Table.Tr>
      <NameCell
        name={name}
        badge={isDisabled ? 'deactivated' : null}
        detail={email ?? signInMethodLabels[signInMethod]}
      />
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={`Role of ${name}`}
          data={[...listGrantableRoles('admin')]}
          value={role}
          onChange={(event) => setChange({ role: event.currentTarget.value as Role })}
        />
      </Table.Td>
      <Table.Td>{lastSeenAt === null ? 'never' : <Timestamp at={lastSeenAt} as="age" />}</Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {allowsLinks && signInMethod === 'link' && !isDisabled && (
            <RowButton
              aria-label={`Sign-in link for ${name}`}
              loading={linking.isPending}
              onClick={() => linking.mutate({ params })}
            >
              Sign-in link
            </RowButton>
          )}
          <RowButton
            aria-label={`Sign out: ${name}`}
            loading={signingOut.isPending}
            onClick={() => signingOut.mutate({ params })}
          >
            Sign out
          </RowButton>
          <RowButton
            aria-label={isDisabled ? `Reactivate: ${name}` : `Deactivate: ${name}`}
            onClick={() => setChange({ isDisabled: !isDisabled })}
          >
            {isDisabled ? 'Reactivate' : 'Deactivate'}
          </RowButton>
        </Group>
        {change !== null && <ChangeUserModal user={user} change={change} close={() => setChange(null)} />}
      </Table.Td>
    </Table.Tr>
  );
}

function AddUser({ onAdded }: { onAdded(link: Link): void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const linking = refrain.useMutation('post', '/v1/users/{id}/sign-in-links');
  const adding = refrain.useMutation('post', '/v1/users', { onSettled: () => invalidateQueries('/v1/users') });
  async function add() {
    const added = await adding.mutateAsync({ body: { name: name.trim(), role } });
    setName('');
    const { url } = await linking.mutateAsync({ params: { path: { id: added.id } } });
    onAdded({ name: added.name, url });
  }
  const problem = adding.error ?? linking.error;
  return (
    <>
      <Group
        component="form"
        align="flex-end"
        gap="sm"
        // The rejected promise is ignored here, because the form shows the error.
        onSubmit={handleSubmit(() => add().catch(() => {}))}
      >
        <TextInput
          label="Who"
          description="As the audit shall name them."
          flex="2 1 220px"
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label="Role"
          description={roleMeanings[role]}
          flex="1 1 200px"
          data={[...listGrantableRoles('admin')]}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        />
        <Button type="submit" loading={adding.isPending || linking.isPending} disabled={name.trim() === ''}>
          Invite
        </Button>
      </Group>
      {problem && <ProblemNotice error={problem} />}
    </>
  );
}
