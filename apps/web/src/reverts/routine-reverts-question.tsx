import { Alert, Button, Group, Text } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { ButtonLink } from '../components/links.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { count } from '../labels/format.ts';
import { formatTemplate } from '../labels/format-template.ts';
import { useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import { describeDecidedKind } from './describe-consequence.ts';

/** Asks about the most frequent kind of reverts that may be routine. Renders nothing if there is none. */
export function RoutineRevertsQuestion() {
  const { data } = refrain.useQuery('get', '/v1/revert-templates', {});
  const decide = useStoreDecisions();
  const undecided = data?.items.filter(({ needsDecision }) => needsDecision) ?? [];
  const [first] = undecided;
  if (first === undefined) return null;
  const { repository, template, reverts, failures } = first;
  const others = undecided.length - 1;
  return (
    <Alert variant="outline" color="gray" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 320px">
          {failures === reverts ? `All ${reverts}` : `${failures} of ${reverts}`} reverts like “
          {formatTemplate(template)}” in {repository} {failures === 1 ? 'counts as a failure' : 'count as failures'},
          but none of them is linked to an incident. Are they routine?
        </Text>
        <Group gap="xs">
          <VisibleForRole needs="triager">
            <Button
              size="xs"
              variant="default"
              loading={decide.isPending}
              onClick={() =>
                decide.mutate({
                  decisions: [{ kind: 'title_template', repository, template, areFailures: false }],
                  message: describeDecidedKind(first, false),
                })
              }
            >
              Mark as routine
            </Button>
          </VisibleForRole>
          <ButtonLink size="xs" variant="subtle" to="/reverts">
            {others > 0 ? `Review ${count(others + 1, 'kind')}` : 'Review'}
          </ButtonLink>
        </Group>
      </Group>
    </Alert>
  );
}
