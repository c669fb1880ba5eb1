import type { Schemas } from '../api/refrain.ts';
import { count, formatHours } from '../labels/format.ts';

type Pattern = Pick<Schemas['ServicePattern'], 'impactHours' | 'episodes'>;

/** Introduces the first pattern of a service: `Costliest pattern (21 h)`. */
export function describeCost({ impactHours, episodes }: Pattern): string {
  return impactHours === null
    ? `Most frequent pattern (${count(episodes, 'episode')})`
    : `Costliest pattern (${formatHours(impactHours)})`;
}

/** Says what to do about a pattern, or what is being done, as the text of a link to its improvement. */
export const improvementSteps: Readonly<Record<Schemas['ImprovementState'], string>> = {
  proposed: 'Approve or decline its proposal',
  approved: 'Its fix is approved',
  opened: 'The issue of its fix is open',
  accepted: 'The team is working on its fix',
  fixed: 'Its fix is done, and Refrain measures the effect',
  verified: 'Its fix held',
  recurred: 'It recurred after its fix: decide on another one',
  declined: 'Its fix was declined',
};
