import { Table } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { listGrantableRoles } from '../../components/visible-for-role.tsx';
import { RoleSelect } from '../role-select.tsx';

interface Props {
  /** The name of the user */
  readonly name: string;
  readonly role: Schemas['Role'];
  choose(role: Schemas['Role']): void;
}

/** The cell of a table of users in which an admin chooses a role. */
export function RoleCell({ name, role, choose }: Props) {
  return (
    <Table.Td>
      <RoleSelect
        size="xs"
        w={{ base: 92, sm: 110 }}
        aria-label={`Role of ${name}`}
        roles={listGrantableRoles('admin')}
        role={role}
        choose={choose}
      />
    </Table.Td>
  );
}
