import { Table, Text } from '@mantine/core';
import { useState } from 'react';
import { type Schemas, useSession } from '../../api/refrain.ts';
import { Timestamp } from '../../components/timestamp.tsx';
import { signInMethodLabels } from '../../labels/access-labels.ts';
import { NameCell, TableWithRowActions } from '../table-with-row-actions.tsx';
import { ChangeUserModal, type UserChange } from './change-user-modal.tsx';
import type { SignInLinkFor } from './create-link-mail.ts';
import { RoleCell } from './role-cell.tsx';
import { UserMenu } from './user-menu.tsx';

type User = Schemas['ListedUser'];

interface Props {
  readonly users: readonly User[];
  readonly allowsLinks: boolean;
  onLink(link: SignInLinkFor): void;
}

const lastActive = 'Last active';

/** The people who have signed in. Deactivated ones come last. */
export function UserTable({ users, ...props }: Props) {
  const ordered = users.toSorted((a, b) => Number(a.isDisabled) - Number(b.isDisabled));
  return (
    <TableWithRowActions label="Members" columns={['Name', 'Role', lastActive]} wideColumn={lastActive}>
      {ordered.map((user) => (
        <UserRow key={user.id} user={user} {...props} />
      ))}
    </TableWithRowActions>
  );
}

function UserRow({ user, allowsLinks, onLink }: Omit<Props, 'users'> & { readonly user: User }) {
  const { id, name, email, role, signInMethod, lastSeenAt, isDisabled } = user;
  const [change, setChange] = useState<UserChange | null>(null);
  const isOwn = useSession().data?.user.id === id;
  return (
    <Table.Tr>
      <NameCell
        name={name}
        badge={isDisabled ? 'Deactivated' : isOwn ? 'You' : null}
        detail={
          <>
            {email ?? signInMethodLabels[signInMethod]}
            {lastSeenAt !== null && (
              <Text inherit hiddenFrom="sm">
                Active <Timestamp at={lastSeenAt} as="age" />
              </Text>
            )}
          </>
        }
      />
      <RoleCell name={name} role={role} choose={(role) => setChange({ role })} />
      <Table.Td visibleFrom="sm">{lastSeenAt === null ? 'Never' : <Timestamp at={lastSeenAt} as="age" />}</Table.Td>
      <Table.Td ta="end">
        <UserMenu user={user} allowsLinks={allowsLinks} onLink={onLink} onChange={setChange} />
        {change !== null && <ChangeUserModal user={user} change={change} close={() => setChange(null)} />}
      </Table.Td>
    </Table.Tr>
  );
}
