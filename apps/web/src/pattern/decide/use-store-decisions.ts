import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { requireData } from '../../api/api-problem.ts';
import { api, invalidateQueries, type Schemas } from '../../api/refrain.ts';
import { hideMessage, isShown, notify } from '../../components/notify.tsx';
import { showDecisionAtOnce } from './cached-patterns.ts';

export type Decision = Schemas['CorrectionDecision'];

type Step = Omit<Schemas['CorrectionSetRequest'], 'decisions'>;

export interface DecisionRequest extends Step {
  readonly decisions: readonly Decision[];
  /** Says what was decided, with the names of all patterns that it concerns. */
  readonly message: ReactNode;
  /** Waits until the decision has taken effect, and returns the message that then replaces `message`; null to keep it. */
  readonly awaitResult?: () => Promise<ReactNode | null>;
}

const affectedPaths = [
  '/v1/corrections',
  '/v1/revert-templates',
  '/v1/patterns',
  '/v1/failures',
  '/v1/status',
  '/v1/overview',
  '/v1/onboarding',
];

/** Stores decisions that one step consists of. They are one entry of the history and are undone together. */
export function useStoreDecisions() {
  return useMutation({
    async mutationFn({ decisions, message: _, awaitResult: __, ...step }: DecisionRequest) {
      const { data } = await api.POST('/v1/correction-sets', { body: { ...step, decisions: [...decisions] } });
      return requireData(data).id;
    },
    onMutate: ({ decisions }) => decisions.forEach(showDecisionAtOnce),
    onSuccess: (id, request) => void reportDecision(id, request),
    onSettled: () => invalidateQueries(...affectedPaths),
  });
}

async function reportDecision(setId: string, { message, awaitResult }: DecisionRequest): Promise<void> {
  const undo = () => undoDecisions(setId);
  notify({ id: setId, message, undo, stays: awaitResult !== undefined });
  if (awaitResult === undefined) return;
  // The decision is stored, even if its result cannot be read.
  const result = await awaitResult().catch(() => null);
  // The message is gone if the user closed it or undid the decision, here or in the history.
  if (isShown(setId)) notify({ id: setId, message: result ?? message, undo });
  await invalidateQueries(...affectedPaths);
}

/** Undoes all decisions of a step. Fails if somebody has decided about the same thing since. */
export async function undoDecisions(setId: string): Promise<void> {
  hideMessage(setId);
  try {
    await api.DELETE('/v1/correction-sets/{id}', { params: { path: { id: setId } } });
  } finally {
    await invalidateQueries(...affectedPaths);
  }
}

/** Undoes a decision that was made alone, such as by a program. */
export async function undoDecision(correctionId: string): Promise<void> {
  await api.DELETE('/v1/corrections/{id}', { params: { path: { id: correctionId } } });
  await invalidateQueries(...affectedPaths);
}

/** Undoes a correction, with the others of its step. */
export function undoCorrection({ id, set }: Pick<Schemas['ListedCorrection'], 'id' | 'set'>): Promise<void> {
  return set === null ? undoDecision(id) : undoDecisions(set.id);
}
