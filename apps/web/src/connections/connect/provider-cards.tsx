import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { BellIcon, FileIcon, MarkGithubIcon } from '@primer/octicons-react';
import { ButtonLink } from '../../parts/button-link.tsx';

const providers = [
  {
    provider: 'github',
    name: 'GitHub',
    icon: MarkGithubIcon,
    says: 'Failed deployments, reverted changes, incidents that are issues, and the changes that caused and resolved them. Improvement issues go here.',
  },
  {
    provider: 'pagerduty',
    name: 'PagerDuty',
    icon: BellIcon,
    says: 'Incidents with their alerts and timelines. Refrain can tell people on call how similar incidents were resolved.',
  },
  {
    provider: 'archive',
    name: 'Files',
    icon: FileIcon,
    says: 'Past incidents from anywhere else: a JSON Lines file here; CSV and Markdown by the command line.',
  },
] as const;

/** The three ways in which failures come in. */
export function ProviderCards() {
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }}>
      {providers.map(({ provider, name, icon: Icon, says }) => (
        <Card key={provider} withBorder padding="lg" component="section">
          <Stack h="100%" gap="sm">
            <Group gap="xs">
              <Icon size={26} aria-hidden />
              <Title order={2}>{name}</Title>
            </Group>
            <Text size="sm" flex={1}>
              {says}
            </Text>
            <ButtonLink
              to="/connections/new"
              search={{ provider }}
              variant={provider === 'archive' ? 'default' : 'filled'}
            >
              {provider === 'archive' ? 'Bring files' : `Connect ${name}`}
            </ButtonLink>
          </Stack>
        </Card>
      ))}
    </SimpleGrid>
  );
}
