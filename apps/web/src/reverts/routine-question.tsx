import { Alert } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { PageLink } from '../components/page-link.tsx';
import { count } from '../labels/count.ts';

/** Asks about the most frequent kind of reverts that may be routine, and leads to all of them. Takes no room where there is none. */
export function RoutineQuestion() {
  const { data } = refrain.useQuery('get', '/v1/revert-templates', {});
  const asked = data?.items.filter(({ isAsked }) => isAsked) ?? [];
  const [first] = asked;
  if (first === undefined) return null;
  const others = asked.length === 1 ? '' : ` ${count(asked.length - 1, 'other kind')} may be routine too.`;
  return (
    <Alert variant="outline" color="gray" role="status">
      {count(first.reverts, 'revert')} like “{first.template}”, none linked to an incident. Are they routine?{others}{' '}
      <PageLink to="/reverts" inherit underline="always">
        Decide
      </PageLink>
    </Alert>
  );
}
