import { Correction } from '@refrain/domain';
import type { CommandInvocation } from '../command-environment.ts';

/**
 * Stores a correction and prints how to undo it.
 * @param effect the beginning of the printed sentence that says what the correction does
 */
export async function sendCorrection(
  { createApi, print }: Pick<CommandInvocation, 'createApi' | 'print'>,
  decision: object,
  effect: string,
): Promise<void> {
  const correction = await createApi().post('/v1/corrections', decision, Correction);
  print(correction, `${effect} from the next clustering on.\nTo undo it: npx refrain correct undo ${correction.id}`);
}
