import { Card, Code, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { BellIcon, FileIcon, MarkGithubIcon } from '@primer/octicons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type ProviderDescriptor, useProviders } from '../api/refrain.ts';
import { ButtonLink, PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { EmptyState, QueryState } from '../components/states.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import { ConnectAccountSteps } from './connect/connect-account-steps.tsx';
import { UploadFileForm } from './files/upload-file-form.tsx';

export function ConnectPage() {
  const { provider } = useSearch({ from: '/connections/new' });
  const isAdmin = useHasRole('admin');
  if (!isAdmin)
    return (
      <Page title="Connect">
        <EmptyState title="Connecting is for admins.">
          An admin of Refrain connects accounts, and can make you one.
        </EmptyState>
      </Page>
    );
  if (provider !== undefined) return <Chosen id={provider} />;
  return (
    <Page title="Connect" lead="Where do your failures leave a trace? Connect one account now; the others can follow.">
      <ProviderCards />
    </Page>
  );
}

function Chosen({ id }: { readonly id: string }) {
  return (
    <QueryState query={useProviders()} what="what it asks for" height={320}>
      {({ items }) => {
        const provider = items.find((each) => each.id === id);
        if (provider === undefined) {
          return (
            <EmptyState title="There is no such provider.">
              The address is wrong, or Refrain is older than it.
            </EmptyState>
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
    <QueryState query={useProviders()} what="what can be connected" height={220}>
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

function ProviderCard({ provider: { id, name, kind, summary } }: { readonly provider: ProviderDescriptor }) {
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
        <ButtonLink to="/connections/new" search={{ provider: id }} variant={isFiles ? 'default' : 'filled'}>
          {isFiles ? 'Import files' : `Connect ${name}`}
        </ButtonLink>
      </Stack>
    </Card>
  );
}

function ImportFilesPage() {
  const [name, setName] = useState('');
  return (
    <Page
      title="Import files"
      lead="Past incidents from another tool: from a wiki, a tracker, a spreadsheet."
      actions={<PageLink to="/connections/new">Connect something else</PageLink>}
    >
      <Stack maw={720}>
        <UploadFileForm
          archive={name.trim()}
          propose={(file) => setName((before) => before || file.replace(/(?<=.)\.\w+$/u, ''))}
        >
          <TextInput
            label="Name of the archive"
            description="Bring further files under the same name to add to it."
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </UploadFileForm>
        <Text size="sm">
          A CSV file or a folder of Markdown post-mortems goes in by the command line, which also understands other
          names of columns: <Code>npx refrain import incidents.csv</Code>
        </Text>
      </Stack>
    </Page>
  );
}
