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
    <SectionCard title={`Access to ${provider.name}`}>
      <QueryState query={health} what="the access" height={120}>
        {({ account: name, visible, missing, budget }) => (
          <>
            <Text size="sm">
              Connected as <b>{name}</b> with access to {formatRepositoryOrServiceCount(provider, visible.length)}.
            </Text>
            <MissingPermissions missing={missing} />
            <RateLimitStatus budget={budget} />
          </>
        )}
      </QueryState>
      <Group mt="xs">
        <Button variant="default" loading={health.isFetching} onClick={() => health.refetch()}>
          Check again
        </Button>
        {provider.connectMethods.length > 0 && (
          <ButtonLink
            variant="default"
            to="/connections/new"
            search={{ provider: provider.id, by: 'key', account, baseUrl: baseUrl ?? undefined }}
          >
            Replace credential
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
            {isOptional ? 'optional' : 'required'}
          </Badge>
          <br />
          Without it: {costs}
        </List.Item>
      ))}
    </List>
  );
}

export function RateLimitStatus({ budget }: Pick<Schemas['ConnectionHealth'], 'budget'>) {
  if (budget === null) return <Text size="sm">The provider does not report a rate limit.</Text>;
  return (
    <Text size="sm">
      {count(budget.remaining, 'request')} of {budget.limit.toLocaleString('en')} left before the rate limit, which
      resets <Timestamp at={budget.resetsAt} as="age" />.
    </Text>
  );
}
