import { Blockquote, Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { changeKindLabels } from '../labels/domain-labels.ts';
import { ExternalLink } from './links.tsx';

export function ResolutionNote({ resolution: { stated, change } }: { readonly resolution: Schemas['Resolution'] }) {
  const showsChange = change !== null && (change.certainty !== 'possible' || stated === null);
  return (
    <>
      {stated && (
        <Blockquote
          p="xs"
          mt={4}
          fz="sm"
          style={{ whiteSpace: 'pre-line' }}
          aria-label="Resolution, quoted from the report"
        >
          {stated.quote}
        </Blockquote>
      )}
      {showsChange && (
        <Text size="sm" mt={4}>
          {change.certainty === 'possible' ? 'Possibly resolved by ' : 'Resolved by '}
          {changeKindLabels[change.kind]} <ExternalLink url={change.url}>{change.title}</ExternalLink>
          {change.certainty === 'possible' && change.reason !== null && ` (${change.reason})`}
        </Text>
      )}
    </>
  );
}
