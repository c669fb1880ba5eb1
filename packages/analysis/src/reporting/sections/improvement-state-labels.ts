import type { ImprovementState } from '@refrain/domain';

/** Each text continues the words "it is". */
export const improvementStatePhrases: Readonly<Record<ImprovementState, string>> = {
  proposed: 'proposed',
  approved: 'approved, and its issue is about to be opened',
  opened: 'open',
  accepted: 'being worked on',
  declined: 'declined',
  fixed: 'done; whether it holds is being watched',
  verified: 'done, and it held',
  recurred: 'done, and the failure came back after it',
};
