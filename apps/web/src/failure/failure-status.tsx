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

/** Explains why a failure is not counted, with the words or the decision that led to it. Renders nothing for a counted failure. */
export function FailureStatus({ failure, decisions }: Props) {
  const { kind, isFailure, isDecided, duplicateOf, decidingWords = [] } = failure;
  if (decisions.isFailure === false)
    return (
      <StatusLine>
        Somebody decided that this is not a failure: it is kept and shown, and no clustering counts it.
      </StatusLine>
    );
  if (duplicateOf !== null)
    return (
      <StatusLine>
        This tells of{' '}
        <TextLink to="/failures/$failureId" params={{ failureId: duplicateOf }}>
          another failure
        </TextLink>{' '}
        a second time: it is kept and shown, and counted once.
      </StatusLine>
    );
  if (decisions.isFailure === true) return <StatusLine>Somebody decided that this is a failure.</StatusLine>;
  if (isDecided)
    return (
      <StatusLine>
        Somebody decided that all reverts with such titles are {isFailure ? 'failures' : 'routine'}.{' '}
        <TextLink to="/reverts">Reverts by title</TextLink>
      </StatusLine>
    );
  if (kind !== 'reverted_change' && isFailure) return null;
  return <StatusLine>{describeVerdict(failure, decidingWords)}</StatusLine>;
}

function describeVerdict({ isFailure, confidence }: Props['failure'], words: readonly string[]): string {
  if (!isFailure && confidence <= 0.5)
    return 'Refrain cannot tell whether something failed: this revert gives no reason. It is kept and shown, and never clustered.';
  const because = words.length === 0 ? '' : `, because of the words ${words.map((word) => `“${word}”`).join(', ')}`;
  return isFailure
    ? `Refrain takes this revert for the answer to a failure, ${describeConfidence(confidence)}${because}.`
    : `Refrain considers this a planned step and not a failure, ${describeConfidence(confidence)}${because}. It is kept and shown, and never clustered.`;
}

function StatusLine({ children }: { readonly children: ReactNode }) {
  return (
    <Alert variant="outline" color="gray" role="status">
      {children}
    </Alert>
  );
}
