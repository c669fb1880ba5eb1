import type { Schemas } from '../api/refrain.ts';

export interface BoardColumn {
  readonly title: string;
  readonly lead: string;
  readonly states: readonly [Schemas['ImprovementState'], Schemas['ImprovementState']?];
}

/** The columns of the board from left to right, in the order in which an improvement passes through its states. */
export const boardColumns: readonly BoardColumn[] = [
  { title: 'Proposed', lead: 'Waits for a person', states: ['proposed'] },
  { title: 'Opened', lead: 'An issue of its team', states: ['approved', 'opened'] },
  { title: 'Accepted', lead: 'The team does it', states: ['accepted'] },
  { title: 'Fixed', lead: 'Is being watched', states: ['fixed'] },
  { title: 'Verified', lead: 'The fix held', states: ['verified'] },
  { title: 'Came back', lead: 'In spite of the fix', states: ['recurred'] },
  { title: 'Declined', lead: 'Nothing is to be done', states: ['declined'] },
];
