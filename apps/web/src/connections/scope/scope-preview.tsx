import { Group, Loader, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import type { ProviderDescriptor } from '../../api/use-providers.ts';
import { count, formatShortenedNameList } from '../../labels/count.ts';
import { formatScopeCount } from './describe-scope.ts';

interface Props {
  readonly provider: ProviderDescriptor;
  readonly checked: Schemas['ConnectionCheckResponse'];
  readonly isChecking: boolean;
  readonly isNothing: boolean;
}

export function ScopePreview({ provider, checked: { matched, unmatched, streams }, isChecking, isNothing }: Props) {
  return (
    <Stack gap={4} role="status">
      <Group gap="xs" wrap="nowrap">
        {isChecking && <Loader size="xs" aria-label="Asking what fits" />}
        <Text size="sm" fw={600}>
          {isNothing
            ? 'Nothing is chosen yet: tick one, or write a pattern.'
            : `${formatScopeCount(provider, matched.length)} would be imported, in ${count(streams.length, 'part')}.`}
        </Text>
      </Group>
      {!isNothing && matched.length > 0 && (
        <Text size="sm" c="dimmed">
          {formatShortenedNameList(matched, 8)}
        </Text>
      )}
      {!isNothing && unmatched.length > 0 && (
        <Text size="sm">
          <b>Fits nothing that is seen:</b> {formatShortenedNameList(unmatched, 8)}. A slip of the pen, or not allowed
          to the credential?
        </Text>
      )}
    </Stack>
  );
}
