import { List, Stack, Title } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { OutsideLink } from '../components/outside-link.tsx';
import { When } from '../components/when.tsx';

const verdicts: Readonly<Record<Schemas['EffectVerdict'], string>> = {
  held: 'it held',
  came_back: 'it came back',
  not_distinguishable: 'whether it helped could not be told',
  too_early: 'it was followed before that could be told',
};

/** Lists the fixes of a pattern, newest first, with their verdicts. */
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
            <OutsideLink url={url}>{url === null ? 'Closed as done' : 'A pull request'}</OutsideLink>,{' '}
            <When at={mergedAt} as="day" />
            {deployedAt !== null && (
              <>
                , in production since <When at={deployedAt} as="day" />
              </>
            )}
            {verdict !== null && `: ${verdicts[verdict]}`}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
