import { Alert } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../parts/page-link.tsx';
import { howSure } from '../words/how-sure.ts';
import type { Decisions } from './read-decisions.ts';

interface Props {
  readonly failure: Schemas['FailureAnswer'];
  readonly decisions: Decisions;
}

/** Why it is not counted, where it is not. */
export function FailureStanding({ failure: { isFailure, confidence, duplicateOf }, decisions }: Props) {
  if (decisions.notAFailure)
    return (
      <Alert variant="outline" color="gray" role="status">
        Somebody decided that this is not a failure: it is kept and shown, and no grouping counts it.
      </Alert>
    );
  if (duplicateOf !== null)
    return (
      <Alert variant="outline" color="gray" role="status">
        This tells of{' '}
        <PageLink to="/failures/$failureId" params={{ failureId: duplicateOf }} inherit underline="always">
          another failure
        </PageLink>{' '}
        a second time: it is kept and shown, and counted once.
      </Alert>
    );
  if (isFailure) return null;
  if (confidence <= 0.5)
    return (
      <Alert variant="outline" color="gray" role="status">
        Refrain cannot tell whether something failed: this revert gives no reason. It is kept and shown, and never
        grouped.
      </Alert>
    );
  return (
    <Alert variant="outline" color="gray" role="status">
      Refrain takes this for no failure, {howSure(confidence)}: a planned step or the like. It is kept and shown, and
      never grouped.
    </Alert>
  );
}
