import { DataList } from '@mantine/core';
import type { ReactNode } from 'react';

export type ListedProperty = readonly [string, ReactNode];

export function PropertyList({ facts }: { readonly facts: readonly ListedProperty[] }) {
  return (
    <DataList gap="xs" labelWidth="8rem">
      {facts
        .filter(([, value]) => value && !(Array.isArray(value) && value.length === 0))
        .map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel c="dimmed">{label}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
    </DataList>
  );
}
