import { Card, Stack, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { PatternHeading } from '../components/pattern-heading.tsx';
import { Section } from '../components/section.tsx';
import { QueryState } from '../components/states.tsx';
import { formatLikelihood } from '../labels/format.ts';
import { describeMembership } from './describe-membership.ts';
import { NextStep } from './next-step.tsx';

export function PatternMembershipDetails({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const { id, patternId, isFailure } = failure;
  if (patternId === null && !isFailure) return null;
  return (
    <Section title="Pattern">
      {patternId === null ? (
        <Text>
          No pattern yet, because no other failure is similar enough to count as the same.{' '}
          <TextLink to="/seen-before" search={{ failure: id }}>
            Show the most similar failures
          </TextLink>
        </Text>
      ) : (
        <InPattern failure={failure} patternId={patternId} />
      )}
    </Section>
  );
}

function InPattern({
  failure,
  patternId,
}: {
  readonly failure: Schemas['FailureResponse'];
  readonly patternId: string;
}) {
  const pattern = refrain.useQuery('get', '/v1/patterns/{id}', { params: { path: { id: patternId } } });
  const { membership, isProvisional, statements } = failure;
  const stated = statements.mechanism?.mechanism ?? null;
  return (
    <QueryState query={pattern} what="the pattern" height={120}>
      {(found) => (
        <Card withBorder padding="md">
          <Stack gap="xs">
            <PatternHeading pattern={found} />
            <Text size="sm">{found.lesson}</Text>
            <NextStep patternId={patternId} />
            {membership && (
              <details>
                <Text component="summary" size="sm" c="dimmed" w="fit-content">
                  Why it belongs here ({formatLikelihood(membership.confidence)})
                </Text>
                <Text size="sm" c="dimmed" mt={4}>
                  {describeMembership(membership.evidence, { stated, ofPattern: found.mechanism }).join(' ')}
                </Text>
              </details>
            )}
            {isProvisional && (
              <Text size="sm" c="dimmed">
                Assigned provisionally because it is similar. The next analysis will confirm or change this.
              </Text>
            )}
          </Stack>
        </Card>
      )}
    </QueryState>
  );
}
