import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { describeConfidence } from '../labels/format.ts';
import type { FailureDecisions } from './read-failure-decisions.ts';

interface Props {
  readonly failure: Schemas['FailureResponse'];
  readonly decisions: FailureDecisions;
}

/** Explains which words or which decision excluded a failure from all counts. Renders nothing for a counted failure. */
export function FailureStatus(props: Props) {
  const status = describeStatus(props);
  return (
    status && (
      <Alert variant="outline" color="gray" role="status">
        {status}
      </Alert>
    )
  );
}

function describeStatus({ failure, decisions }: Props): ReactNode {
  const { kind, isFailure, isDecided, duplicateOf } = failure;
  if (decisions.isFailure === false)
    return 'Somebody decided that this is not a failure: it is kept and shown, and no clustering counts it.';
  if (duplicateOf !== null)
    return (
      <>
        This tells of{' '}
        <TextLink to="/failures/$failureId" params={{ failureId: duplicateOf }}>
          another failure
        </TextLink>{' '}
        a second time: it is kept and shown, and counted once.
      </>
    );
  if (decisions.isFailure === true) return 'Somebody decided that this is a failure.';
  if (isDecided)
    return (
      <>
        Somebody decided that all reverts with such titles are {isFailure ? 'failures' : 'routine'}.{' '}
        <TextLink to="/reverts">Reverts by title</TextLink>
      </>
    );
  return kind !== 'reverted_change' && isFailure ? null : describeVerdict(failure);
}

function describeVerdict({ isFailure, confidence, decidingWords: words = [] }: Props['failure']): string {
  if (!isFailure && confidence <= 0.5)
    return 'Refrain cannot tell whether something failed: this revert gives no reason. It is kept and shown, and never clustered.';
  const because = words.length === 0 ? '' : `, because of the words ${words.map((word) => `“${word}”`).join(', ')}`;
  return isFailure
    ? `Refrain takes this revert for the answer to a failure, ${describeConfidence(confidence)}${because}.`
    : `Refrain considers this a planned step and not a failure, ${describeConfidence(confidence)}${because}. It is kept and shown, and never clustered.`;
}
