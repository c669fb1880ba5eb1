import { Select, type SelectProps, Stack, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { roleMeanings } from '../labels/access-labels.ts';
import { capitalise } from '../labels/format.ts';

type Role = Schemas['Role'];

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  readonly roles: readonly Role[];
  readonly role: Role;
  choose(role: Role): void;
}

/** A select of roles, each with what it permits. */
export function RoleSelect({ roles, role, choose, ...props }: Props) {
  return (
    <Select
      {...props}
      data={roles.map((value) => ({ value, label: capitalise(value) }))}
      value={role}
      onChange={(chosen) => chosen !== null && choose(chosen as Role)}
      allowDeselect={false}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      renderOption={({ option: { value, label } }) => (
        <Stack gap={0}>
          <Text size="sm">{label}</Text>
          <Text size="xs" c="dimmed">
            {roleMeanings[value as Role]}
          </Text>
        </Stack>
      )}
    />
  );
}
