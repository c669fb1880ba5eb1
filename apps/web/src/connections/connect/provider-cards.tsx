import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { BellIcon, FileIcon, MarkGithubIcon } from '@primer/octicons-react';
import { type ProviderDescriptor, useProviders } from '../../api/use-providers.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import { QueryState } from '../../components/query-state.tsx';

const icons = { code: MarkGithubIcon, incidents: BellIcon, files: FileIcon };

export function ProviderCards() {
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
