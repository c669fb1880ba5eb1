import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { PageLink } from '../parts/page-link.tsx';
import { howSure } from '../words/how-sure.ts';
import type { Decisions } from './read-decisions.ts';

interface Props {
  readonly failure: Schemas['FailureAnswer'];
  readonly decisions: Decisions;
}

/** Says why a failure is not counted, and on which words or decision that rests. Takes no room where there is nothing to say. */
export function FailureStanding({ failure, decisions }: Props) {
  const { kind, isFailure, isDecided, duplicateOf, decidingWords = [] } = failure;
  if (decisions.isFailure === false)
    return (
      <Standing>Somebody decided that this is not a failure: it is kept and shown, and no grouping counts it.</Standing>
    );
  if (duplicateOf !== null)
    return (
      <Standing>
        This tells of{' '}
        <PageLink to="/failures/$failureId" params={{ failureId: duplicateOf }} inherit underline="always">
          another failure
        </PageLink>{' '}
        a second time: it is kept and shown, and counted once.
      </Standing>
    );
  if (decisions.isFailure === true) return <Standing>Somebody decided that this is a failure.</Standing>;
  if (isDecided)
    return (
      <Standing>
        Somebody decided that all reverts with such titles are {isFailure ? 'failures' : 'routine'}.{' '}
        <PageLink to="/reverts" inherit underline="always">
          Reverts by title
        </PageLink>
      </Standing>
    );
  if (kind !== 'reverted_change' && isFailure) return null;
  return <Standing>{describeVerdict(failure, decidingWords)}</Standing>;
}

function describeVerdict({ isFailure, confidence }: Props['failure'], words: readonly string[]): string {
  if (!isFailure && confidence <= 0.5)
    return 'Refrain cannot tell whether something failed: this revert gives no reason. It is kept and shown, and never grouped.';
  const because = words.length === 0 ? '' : `, because of the words ${words.map((word) => `“${word}”`).join(', ')}`;
  return isFailure
    ? `Refrain takes this revert for the answer to a failure, ${howSure(confidence)}${because}.`
    : `Refrain takes this for no failure but a planned step, ${howSure(confidence)}${because}. It is kept and shown, and never grouped.`;
}

function Standing({ children }: { readonly children: ReactNode }) {
  return (
    <Alert variant="outline" color="gray" role="status">
      {children}
    </Alert>
  );
}
