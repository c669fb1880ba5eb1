import { Alert } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { count } from '../labels/format.ts';

/** Asks about the most frequent kind of reverts that may be routine. Renders nothing if there is none. */
export function RoutineRevertsQuestion() {
  const { data } = refrain.useQuery('get', '/v1/revert-templates', {});
  const undecided = data?.items.filter(({ needsDecision }) => needsDecision) ?? [];
  const [first] = undecided;
  if (first === undefined) return null;
  const others = undecided.length === 1 ? '' : ` ${count(undecided.length - 1, 'other kind')} may be routine too.`;
  return (
    <Alert variant="outline" color="gray" role="status">
      {count(first.reverts, 'revert')} like “{first.template}”, none linked to an incident. Are they routine?{others}{' '}
      <TextLink to="/reverts">Decide</TextLink>
    </Alert>
  );
}
