import { Card, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import type { ProviderDescriptor } from '../../api/use-providers.ts';
import { MissingPermissions } from '../account/missing-permissions.tsx';
import { RateLimitStatus } from '../account/rate-limit-status.tsx';
import { formatScopeCount } from '../scope/describe-scope.ts';

interface Props {
  readonly provider: ProviderDescriptor;
  readonly health: Schemas['ConnectionHealth'];
}

export function AccountCheckSummary({ provider, health: { account, visible, missing, budget } }: Props) {
  return (
    <Card withBorder padding="md" component="section">
      <Stack gap="xs">
        <Title order={2}>
          {provider.name} answers: {account}
        </Title>
        <Text size="sm">{formatScopeCount(provider, visible.length)} can be seen.</Text>
        <MissingPermissions missing={missing} />
        <RateLimitStatus budget={budget} />
      </Stack>
    </Card>
  );
}
