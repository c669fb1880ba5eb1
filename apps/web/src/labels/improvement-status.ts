import type { Schemas } from '../api/refrain.ts';
import type { Labels } from './labels.ts';

/** The status of an improvement, as a property of its pattern. */
export const improvementStatusLabels: Labels<Schemas['ImprovementState']> = {
  proposed: 'needs review',
  approved: 'approved',
  opened: 'issue open',
  accepted: 'accepted',
  declined: 'declined',
  fixed: 'fixed, watching',
  verified: 'fix verified',
  recurred: 'recurred',
};
