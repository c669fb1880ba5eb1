import { Button, List, Stack, Tabs, Text } from '@mantine/core';
import { useMutationState } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { isNotFound } from '../api/api-problem.ts';
import { refrain, type Schemas, useFindProvider, useProvider } from '../api/refrain.ts';
import { PageLink, TextLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import { EmptyState, QueryState, Warning } from '../components/states.tsx';
import { useHasRole, VisibleForRole } from '../components/visible-for-role.tsx';
import { type ConnectionTab, connectionTabs } from '../list/search-parameters.ts';
import { paginationOptions } from '../list/virtual-list.tsx';
import { BackfillProgressPanel } from './account/backfill-progress-panel.tsx';
import { CompletenessPanel } from './account/completeness-panel.tsx';
import { describeStream } from './account/describe-stream.ts';
import { HealthPanel } from './account/health-panel.tsx';
import { RecordsPanel } from './account/records-panel.tsx';
import { SettingsPanel } from './account/settings-panel.tsx';
import { WebhookPanel } from './account/webhook-panel.tsx';
import { ImportFiles } from './files/import-files.tsx';

const labels: Readonly<Record<ConnectionTab, string>> = {
  progress: 'Import',
  access: 'Access',
  completeness: 'Completeness',
  records: 'Records',
  settings: 'Settings',
};

/** The tabs about access and completeness are omitted for an archive, because it has no provider account. */
const tabsOfArchive: readonly ConnectionTab[] = ['progress', 'records', 'settings'];

/** The tabs that every user sees. The others are for admins, because they show and change settings. */
const tabsForAll: readonly ConnectionTab[] = ['progress', 'completeness'];

/** Returns whether the removal of a connection is in progress or has succeeded. */
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
      // Polls faster until the webhook of a new connection has been checked, which takes seconds. An archive has no webhook.
      refetchInterval: ({ state: { data } }) =>
        data?.webhook.checkedAt === null && findProvider(data.provider).kind !== 'files' ? 2_000 : 15_000,
      // After its removal, the connection stays visible until the next page has loaded. It is not requested again, because the API
      // would return 404.
      enabled: !isRemoved,
    },
  );
  if (isNotFound(connection.error)) {
    return (
      <EmptyState title="This connection does not exist">
        It was removed, or the address is wrong. See <TextLink to="/connections">all connections</TextLink>.
      </EmptyState>
    );
  }
  return (
    <QueryState query={connection} what="the connection" height={240}>
      {(data) => <ConnectionTabs connection={data} />}
    </QueryState>
  );
}

function ConnectionTabs({ connection }: { readonly connection: Schemas['Connection'] }) {
  const { account } = connection;
  const { name, kind } = useProvider(connection.provider);
  const { tab } = useSearch({ from: '/connections/$connectionId' });
  const navigate = useNavigate({ from: '/connections/$connectionId' });
  const isAdmin = useHasRole('admin');
  const all = kind === 'files' ? tabsOfArchive : connectionTabs;
  const tabs = isAdmin ? all : all.filter((each) => tabsForAll.includes(each));
  const open = tab !== undefined && tabs.includes(tab) ? tab : 'progress';
  return (
    <Page
      title={kind === 'files' ? `Imported files: ${account}` : `${name} ${account}`}
      lead={<PageLink to="/connections">All connections</PageLink>}
    >
      <ConnectionProblems connection={connection} />
      <Tabs
        value={open}
        onChange={(value) =>
          void navigate({ search: (before) => ({ ...before, tab: value as ConnectionTab }), resetScroll: false })
        }
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {kind === 'files' && each === 'progress' ? 'Import' : labels[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((each) => (
          <Tabs.Panel key={each} value={each} pt="md">
            <Stack gap="md">
              <ConnectionTabPanel tab={each} connection={connection} />
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

const subjects: Readonly<Record<string, string>> = {
  account: 'Account',
  permissions: 'Permissions',
  scope: 'Scope',
};

function ConnectionProblems({ connection: { id, statusReason } }: { readonly connection: Schemas['Connection'] }) {
  const params = { path: { id }, query: { limit: 20 } };
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = refrain.useInfiniteQuery(
    'get',
    '/v1/connections/{id}/problems',
    { params },
    { ...paginationOptions(15_000), placeholderData: undefined },
  );
  const problems = data?.pages.flatMap(({ items }) => items) ?? [];
  if (problems.length === 0 && statusReason === null) return null;
  return (
    <Warning title="Needs attention">
      {problems.length === 0 ? (
        <Text size="sm">{statusReason}</Text>
      ) : (
        <List size="sm" spacing={4}>
          {problems.map(({ subject, problem }) => (
            <List.Item key={subject + problem}>
              <b>{subjects[subject] ?? describeStream(subject)}:</b> {problem}
            </List.Item>
          ))}
        </List>
      )}
      {hasNextPage && (
        <Button size="xs" variant="default" mt="xs" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          Show more
        </Button>
      )}
    </Warning>
  );
}

interface ConnectionTabPanelProps {
  readonly tab: ConnectionTab;
  readonly connection: Schemas['Connection'];
}

function ConnectionTabPanel({ tab, connection }: ConnectionTabPanelProps) {
  const { kind, webhook } = useProvider(connection.provider);
  switch (tab) {
    case 'progress':
      return kind === 'files' ? (
        <ArchivePanel connection={connection} />
      ) : (
        <BackfillProgressPanel connection={connection} />
      );
    case 'access':
      return (
        <>
          <HealthPanel connection={connection} />
          {webhook !== null && <WebhookPanel connection={connection} />}
        </>
      );
    case 'completeness':
      return <CompletenessPanel connection={connection} />;
    case 'records':
      return <RecordsPanel connection={connection} />;
    case 'settings':
      return <SettingsPanel connection={connection} />;
  }
}

function ArchivePanel({ connection: { account } }: { readonly connection: Schemas['Connection'] }) {
  return (
    <Section title="Import another file">
      <VisibleForRole needs="admin" otherwise={<Text size="sm">Ask an admin to import files.</Text>}>
        <ImportFiles archive={account} />
      </VisibleForRole>
    </Section>
  );
}
