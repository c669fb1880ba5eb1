import type { Schemas } from '../api/refrain.ts';
import { capitalise } from '../labels/format.ts';

type Fix = NonNullable<Schemas['FailureLibraryEntry']['fix']>;

interface DescribedFix {
  readonly label: string;
  readonly name: string;
  /** Follows the name directly. */
  readonly text: string;
}

/** The states that a reader of the library distinguishes. Before an approval, a fix is only suggested. */
const states: Partial<Record<Fix['state'], string>> = {
  approved: 'approved',
  opened: 'issue open',
  accepted: 'in progress',
  fixed: 'done, its effect is being measured',
  declined: 'declined',
};

/** Describes the fix that held, the one in progress, or else the suggested one. Returns null if there is none. */
export function describeFix(
  fix: Fix | null,
  recommended: { readonly name: string; readonly promise: string } | null,
): DescribedFix | null {
  if (fix?.state === 'verified')
    return {
      label: 'Fix that held',
      name: fix.name ?? 'A change',
      text: fix.effect === null ? '' : `: ${fix.effect}.`,
    };
  const state = fix === null ? undefined : states[fix.state];
  if (fix && state !== undefined)
    return fix.name === null
      ? { label: 'Investigation', name: capitalise(state), text: '' }
      : { label: 'Fix', name: fix.name, text: ` (${state})` };
  return recommended && { label: 'Suggested fix', name: recommended.name, text: `: ${recommended.promise}` };
}
