import { Stack, Tabs } from '@mantine/core';
import { useMutationState } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { isMissing } from '../api/api-problem.ts';
import { refrain, type Schemas } from '../api/refrain.ts';
import { useFindProvider, useProvider } from '../api/use-providers.ts';
import { useMay } from '../parts/for-role.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { PageLink } from '../parts/page-link.tsx';
import { ConnectionProblems } from './account/connection-problems.tsx';
import { PartPanel } from './account/part-panel.tsx';
import { type ConnectionPart, connectionParts } from './connection-search.ts';

const labels: Readonly<Record<ConnectionPart, string>> = {
  progress: 'Progress',
  access: 'Access',
  completeness: 'Completeness',
  records: 'Records',
  settings: 'Settings',
};

/** An archive asks nobody: it has no way in, and nothing to be compared with. */
const partsOfArchive: readonly ConnectionPart[] = ['progress', 'records', 'settings'];

/** The others show and change what an account is asked by. */
const partsForAll: readonly ConnectionPart[] = ['progress', 'completeness'];

/** Tells whether the removal of a connection is under way or has succeeded. */
function useIsRemoved(id: string): boolean {
  const removed = useMutationState({
    filters: { mutationKey: ['delete', '/v1/connections/{id}'], predicate: ({ state }) => state.status !== 'error' },
    select: ({ state }) => (state.variables as { params: { path: { id: string } } } | undefined)?.params.path.id,
  });
  return removed.includes(id);
}

export function ConnectionPage() {
  const { connectionId: id } = useParams({ from: '/connections/$connectionId' });
  const isRemoved = useIsRemoved(id);
  const findProvider = useFindProvider();
  const connection = refrain.useQuery(
    'get',
    '/v1/connections/{id}',
    { params: { path: { id } } },
    {
      // The webhook is checked within seconds after connecting; an archive has none.
      refetchInterval: ({ state: { data } }) =>
        data?.webhook.checkedAt === null && findProvider(data.provider).kind !== 'files' ? 2_000 : 15_000,
      // A removed connection is shown until the next page has loaded; a request for it would get 404.
      enabled: !isRemoved,
    },
  );
  if (isMissing(connection.error)) {
    return (
      <Nothing title="There is no such connection.">
        It was removed, or the address is wrong. See{' '}
        <PageLink to="/connections" inherit underline="always">
          all connections
        </PageLink>
        .
      </Nothing>
    );
  }
  return (
    <Loaded query={connection} what="the connection" height={240}>
      {(data) => <Opened connection={data} />}
    </Loaded>
  );
}

function Opened({ connection }: { readonly connection: Schemas['Connection'] }) {
  const { account } = connection;
  const { name, kind } = useProvider(connection.provider);
  const { part } = useSearch({ from: '/connections/$connectionId' });
  const navigate = useNavigate({ from: '/connections/$connectionId' });
  const isAdmin = useMay('admin');
  const all = kind === 'files' ? partsOfArchive : connectionParts;
  const parts = isAdmin ? all : all.filter((each) => partsForAll.includes(each));
  const open = part !== undefined && parts.includes(part) ? part : 'progress';
  return (
    <Page title={`${name} ${account}`} lead={<PageLink to="/connections">All connections</PageLink>}>
      <ConnectionProblems connection={connection} />
      <Tabs
        value={open}
        onChange={(value) =>
          void navigate({ search: (before) => ({ ...before, part: value as ConnectionPart }), resetScroll: false })
        }
        keepMounted={false}
      >
        <Tabs.List>
          {parts.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {kind === 'files' && each === 'progress' ? 'Files' : labels[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map((each) => (
          <Tabs.Panel key={each} value={each} pt="md">
            <Stack gap="md">
              <PartPanel part={each} connection={connection} />
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
