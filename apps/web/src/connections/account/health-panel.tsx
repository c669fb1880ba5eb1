import { Badge, Button, Group, List, Text } from '@mantine/core';
import { refrain, type Schemas, useProvider } from '../../api/refrain.ts';
import { ButtonLink } from '../../components/links.tsx';
import { SectionCard } from '../../components/section.tsx';
import { QueryState } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { count } from '../../labels/format.ts';
import { formatRepositoryOrServiceCount } from '../scope/scope-choice.ts';

/**
 * Shows the account and permissions that the provider reports. Sends requests to the provider only when it is opened.
 */
export function HealthPanel({
  connection: { id, provider: providerId, account, baseUrl },
}: {
  readonly connection: Schemas['Connection'];
}) {
  const provider = useProvider(providerId);
  const params = { path: { id } };
  const options = { staleTime: 60_000, retry: false, refetchOnWindowFocus: false };
  const health = refrain.useQuery('get', '/v1/connections/{id}/health', { params }, options);
  return (
    <SectionCard title={`What ${provider.name} says`}>
      <QueryState query={health} what="what the provider says" height={120}>
        {({ account: name, visible, missing, budget }) => (
          <>
            <Text size="sm">
              It answers as <b>{name}</b>; {formatRepositoryOrServiceCount(provider, visible.length)} can be seen.
            </Text>
            <MissingPermissions missing={missing} />
            <RateLimitStatus budget={budget} />
          </>
        )}
      </QueryState>
      <Group mt="xs">
        <Button variant="default" loading={health.isFetching} onClick={() => health.refetch()}>
          Ask again
        </Button>
        {provider.connectMethods.length > 0 && (
          <ButtonLink
            variant="default"
            to="/connections/new"
            search={{ provider: provider.id, by: 'key', account, baseUrl: baseUrl ?? undefined }}
          >
            New credential
          </ButtonLink>
        )}
      </Group>
    </SectionCard>
  );
}

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

export function RateLimitStatus({ budget }: Pick<Schemas['ConnectionHealth'], 'budget'>) {
  if (budget === null) return <Text size="sm">It does not say how many requests are left.</Text>;
  return (
    <Text size="sm">
      {count(budget.remaining, 'request')} of {budget.limit.toLocaleString('en')} left; counted again{' '}
      <Timestamp at={budget.resetsAt} as="age" />.
    </Text>
  );
}
