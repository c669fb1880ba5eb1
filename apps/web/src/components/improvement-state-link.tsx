import type { Schemas } from '../api/refrain.ts';
import { capitalise } from '../labels/format.ts';
import { improvementStatusLabels } from '../labels/improvement-status.ts';
import { PageLink } from './links.tsx';

interface Props {
  readonly improvement: Pick<Schemas['Improvement'], 'id' | 'state'> | null;
}

/** Shows the state of a pattern's improvement as a link to it, or a dash without an improvement. */
export function ImprovementStateLink({ improvement }: Props) {
  if (improvement === null) return '–';
  return (
    <PageLink to="/improvements/$improvementId" params={{ improvementId: improvement.id }} inherit>
      {capitalise(improvementStatusLabels[improvement.state])}
    </PageLink>
  );
}
