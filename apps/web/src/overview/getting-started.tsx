import { Card, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { useProviders } from '../api/refrain.ts';
import { ButtonLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';

const steps = [
  ['Connect', 'GitHub for changes, deployments and reverts; PagerDuty for incidents. It takes two minutes.'],
  ['Look', 'Refrain takes in the past and shows which failures keep coming back, where, and why.'],
  ['Act', 'You approve an improvement, its team gets one issue, and Refrain measures whether the fix held.'],
] as const;

export function GettingStarted() {
  const connectable = useProviders().data?.items.filter(({ kind }) => kind !== 'files') ?? [];
  return (
    <Page title="Find what keeps coming back" lead="Nothing is connected yet. This is how it goes on:">
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {steps.map(([title, text], at) => (
          <Card key={title} withBorder>
            <Title order={2} size="h3">
              {at + 1}. {title}
            </Title>
            <Text size="sm" mt="xs">
              {text}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      <VisibleForRole needs="admin" otherwise={<Text>An admin of Refrain connects the accounts.</Text>}>
        <Group>
          {connectable.map(({ id, name }, at) => (
            <ButtonLink
              key={id}
              to="/connections/new"
              search={{ provider: id }}
              size="md"
              variant={at === 0 ? 'filled' : 'default'}
            >
              Connect {name}
            </ButtonLink>
          ))}
        </Group>
      </VisibleForRole>
      <List size="sm" c="dimmed">
        <List.Item>Nothing but its webhook is written anywhere before you approve it.</List.Item>
        <List.Item>People’s names become roles before a text is kept for analysis.</List.Item>
        <List.Item>Imported data stays on this machine.</List.Item>
      </List>
    </Page>
  );
}
