import { Text } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { describeImprovement } from '../labels/describe-improvement.ts';

/** Says what would prevent the failures of a pattern, and whether somebody works on it. */
export function NextStep({ patternId }: { readonly patternId: string }) {
  const { data: improvement } = refrain.useQuery(
    'get',
    '/v1/improvements',
    { params: { query: { patternId } } },
    { select: ({ items }) => items[0] ?? null },
  );
  if (!improvement) return null;
  return (
    <Text size="sm">
      <b>What to do:</b> {improvement.guardrailName ?? 'Find the cause and a fix'}.{' '}
      <PageLink to="/improvements/$improvementId" params={{ improvementId: improvement.id }} inherit underline="always">
        {describeImprovement(improvement)}
      </PageLink>
    </Text>
  );
}
