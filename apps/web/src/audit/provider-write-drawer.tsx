import { Drawer } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { QueryState } from '../components/query-state.tsx';
import { useUpdateSearch } from '../list/use-update-search.ts';
import type { AuditSearch } from './audit-search.ts';
import { ProviderWriteDetails } from './provider-write-details.tsx';

export function ProviderWriteDrawer({ id }: { readonly id: string | undefined }) {
  const show = useUpdateSearch<AuditSearch>();
  return (
    <Drawer
      opened={id !== undefined}
      onClose={() => show({ write: undefined })}
      position="right"
      size="xl"
      title="What was sent"
    >
      {id !== undefined && <Write key={id} id={id} />}
    </Drawer>
  );
}

function Write({ id }: { readonly id: string }) {
  const query = refrain.useQuery('get', '/v1/writes/{id}', { params: { path: { id } } });
  return (
    <QueryState query={query} what="the write" height={400}>
      {(write) => <ProviderWriteDetails write={write} />}
    </QueryState>
  );
}
