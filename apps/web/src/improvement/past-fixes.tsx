import { List, Stack, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';

const verdicts: Readonly<Record<Schemas['EffectVerdict'], string>> = {
  held: 'it held',
  came_back: 'it came back',
  not_distinguishable: 'whether it helped could not be told',
  too_early: 'it was followed before that could be told',
};

export function PastFixes({
  improvement: { fix, pastFixes, effect },
}: {
  readonly improvement: Schemas['Improvement'];
}) {
  const fixes = [...pastFixes, ...(fix === null ? [] : [{ ...fix, verdict: effect?.verdict ?? null }])].toReversed();
  if (fixes.length === 0) return null;
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>What was put in place</Title>
      <List size="sm">
        {fixes.map(({ url, mergedAt, deployedAt, verdict }) => (
          <List.Item key={mergedAt}>
            <ExternalLink url={url}>{url === null ? 'Closed as done' : 'A pull request'}</ExternalLink>,{' '}
            <Timestamp at={mergedAt} as="day" />
            {deployedAt !== null && (
              <>
                , in production since <Timestamp at={deployedAt} as="day" />
              </>
            )}
            {verdict !== null && `: ${verdicts[verdict]}`}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
