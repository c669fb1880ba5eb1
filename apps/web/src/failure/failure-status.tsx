import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { formatLikelihood } from '../labels/format.ts';
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
      <Alert variant="light" color="gray" role="status" p="sm">
        {status}
      </Alert>
    )
  );
}

function describeStatus({ failure, decisions }: Props): ReactNode {
  const { kind, isFailure, isDecided, duplicateOf } = failure;
  if (decisions.isFailure === false) return 'A person marked this as not a failure, so no pattern counts it.';
  if (duplicateOf !== null)
    return (
      <>
        This is a duplicate of{' '}
        <TextLink to="/failures/$failureId" params={{ failureId: duplicateOf }}>
          another failure
        </TextLink>
        , so no pattern counts it.
      </>
    );
  if (decisions.isFailure === true) return 'A person marked this as a failure.';
  if (isDecided)
    return (
      <>
        A person marked all reverts with similar titles as {isFailure ? 'failures' : 'routine'}.{' '}
        <TextLink to="/reverts">Change this</TextLink>
      </>
    );
  return kind !== 'reverted_change' && isFailure ? null : describeVerdict(failure);
}

function describeVerdict({ isFailure, confidence, decidingWords: words = [] }: Props['failure']): string {
  if (!isFailure && confidence <= 0.5)
    return 'This revert gives no reason, so Refrain cannot tell whether something failed. No pattern counts it.';
  const because =
    words.length === 0
      ? ''
      : ` because of the ${words.length === 1 ? 'word' : 'words'} ${words.map((word) => `“${word}”`).join(', ')}`;
  return isFailure
    ? `Refrain counts this revert as a failure${because} (${formatLikelihood(confidence)}).`
    : `Refrain considers this revert planned${because} (${formatLikelihood(confidence)}), so no pattern counts it.`;
}
