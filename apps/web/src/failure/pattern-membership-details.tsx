import { Card, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { EvidenceList } from '../components/evidence-list.tsx';
import { PatternHeading } from '../components/pattern-heading.tsx';
import { Section } from '../components/section.tsx';
import { QueryState } from '../components/states.tsx';
import { formatLikelihood } from '../labels/format.ts';

export function PatternMembershipDetails({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const { patternId, isFailure } = failure;
  if (patternId === null && !isFailure) return null;
  return (
    <Section title="Pattern">
      {patternId === null ? (
        <Text>No pattern. Refrain knows no similar failure, or the report has too little text to compare.</Text>
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
  const { membership, isProvisional } = failure;
  return (
    <QueryState query={pattern} what="the pattern" height={120}>
      {(found) => (
        <Card withBorder padding="md">
          <PatternHeading pattern={found} />
          <Text size="sm" my="xs">
            {found.lesson}
          </Text>
          {membership && (
            <>
              <Text size="sm" fw={600}>
                Why it belongs here ({formatLikelihood(membership.confidence)})
              </Text>
              <EvidenceList evidence={membership.evidence} />
            </>
          )}
          {isProvisional && (
            <Text size="sm" c="dimmed" mt="xs">
              Assigned provisionally because it is similar. The next analysis confirms or changes this.
            </Text>
          )}
        </Card>
      )}
    </QueryState>
  );
}
