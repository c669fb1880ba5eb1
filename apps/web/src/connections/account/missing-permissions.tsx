import { Badge, List, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';

export function MissingPermissions({ missing }: { readonly missing: Schemas['ConnectionHealth']['missing'] }) {
  if (missing.length === 0) return <Text size="sm">No permission is missing.</Text>;
  return (
    <List size="sm" spacing={6}>
      {missing.map(({ permission, costs, isOptional = false }) => (
        <List.Item key={permission + costs}>
          <b>{permission}</b> is missing{' '}
          <Badge size="sm" variant="outline" color={isOptional ? 'gray' : 'red'} tt="none" c="bright">
            {isOptional ? 'optional' : 'needed'}
          </Badge>
          <br />
          Lost without it: {costs}
        </List.Item>
      ))}
    </List>
  );
}
