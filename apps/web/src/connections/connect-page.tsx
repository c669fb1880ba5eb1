import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { BellIcon, FileIcon, MarkGithubIcon } from '@primer/octicons-react';
import { useSearch } from '@tanstack/react-router';
import { type ProviderDescriptor, useProviders } from '../api/refrain.ts';
import { ButtonLink, PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { ConnectAccountSteps } from './connect/connect-account-steps.tsx';
import { ImportFiles } from './files/import-files.tsx';

export function ConnectPage() {
  const { provider } = useSearch({ from: '/connections/new' });
  const isAdmin = useHasRole('admin');
  if (!isAdmin)
    return (
      <Page title="Connect">
        <EmptyState title="Only admins can connect accounts">
          Ask an admin to connect the account, or to make you an admin.
        </EmptyState>
      </Page>
    );
  if (provider !== undefined) return <Chosen id={provider} />;
  return (
    <Page
      title="Add a data source"
      lead="Connect the accounts in which changes and incidents are recorded. You can add more at any time."
    >
      <ProviderCards />
    </Page>
  );
}

function Chosen({ id }: { readonly id: string }) {
  return (
    <QueryState query={useProviders()} what="the provider" height={320}>
      {({ items }) => {
        const provider = items.find((each) => each.id === id);
        if (provider === undefined) {
          return (
            <EmptyState title="Refrain does not know this provider">Check the address, or update Refrain.</EmptyState>
          );
        }
        return provider.kind === 'files' ? <ImportFilesPage /> : <ConnectAccountSteps key={id} provider={provider} />;
      }}
    </QueryState>
  );
}

const icons = { code: MarkGithubIcon, incidents: BellIcon, files: FileIcon };

function ProviderCards() {
  return (
    <QueryState query={useProviders()} what="the providers" height={220}>
      {({ items }) => (
        <SimpleGrid cols={{ base: 1, md: 3 }}>
          {items.map((provider) => (
            <ProviderCard key={provider.id} provider={provider} />
          ))}
        </SimpleGrid>
      )}
    </QueryState>
  );
}

function ProviderCard({ provider: { id, name, kind, summary, writes } }: { readonly provider: ProviderDescriptor }) {
  const Icon = icons[kind];
  const isFiles = kind === 'files';
  return (
    <Card withBorder padding="lg" component="section">
      <Stack h="100%" gap="sm">
        <Group gap="xs">
          <Icon size={26} aria-hidden />
          <Title order={2}>{isFiles ? 'Files' : name}</Title>
        </Group>
        <Text size="sm" flex={1}>
          {summary}
        </Text>
        <ReadsAndWrites kind={kind} writes={writes} />
        <ButtonLink to="/connections/new" search={{ provider: id }} variant={isFiles ? 'default' : 'filled'}>
          {isFiles ? 'Import files' : `Connect ${name}`}
        </ButtonLink>
      </Stack>
    </Card>
  );
}

const reads: Readonly<Record<ProviderDescriptor['kind'], string>> = {
  code: 'commits, pull requests, deployments, workflow runs and issues',
  incidents: 'incidents with their notes and timelines, services and change events',
  files: 'only the files that you choose',
};

function ReadsAndWrites({ kind, writes }: Pick<ProviderDescriptor, 'kind' | 'writes'>) {
  return (
    <Stack gap={4}>
      <Text size="sm">
        <b>Reads</b> {reads[kind]}.
      </Text>
      <Text size="sm">
        <b>Writes</b> {writes === null ? 'nothing.' : 'its own webhook, and only what your policy allows.'}
      </Text>
    </Stack>
  );
}

function ImportFilesPage() {
  return (
    <Page
      title="Import files"
      lead="Import past incidents from a tracker, a spreadsheet or a wiki. You see what Refrain would import before anything is stored."
      actions={<PageLink to="/connections/new">All data sources</PageLink>}
    >
      <ImportFiles />
    </Page>
  );
}
