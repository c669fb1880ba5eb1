import type { Schemas } from '../api/refrain.ts';

type State = Schemas['ImprovementState'];

export interface BoardColumn {
  readonly title: string;
  /** What happens next to an improvement in this column. */
  readonly next: string;
  /** Why the column is empty. */
  readonly whyEmpty: string;
  readonly states: readonly [State, State?, State?];
}

/** The columns of the board from left to right, in the order in which an improvement passes through its states. */
export const boardColumns: readonly [BoardColumn, ...BoardColumn[]] = [
  {
    title: 'Proposed',
    next: 'Review it: approve, decline or snooze.',
    whyEmpty: 'Nothing to review. Refrain proposes a fix when a pattern meets the policy.',
    states: ['proposed'],
  },
  {
    title: 'Open',
    next: 'The team assigns or closes the issue.',
    whyEmpty: 'No issue is open. Approve a proposal to open one.',
    states: ['opened', 'approved', 'recurred'],
  },
  {
    title: 'In progress',
    next: 'The team closes the issue, for example with a pull request.',
    whyEmpty: 'Nobody is working on an issue yet. An issue moves here when the team assigns it.',
    states: ['accepted'],
  },
  {
    title: 'Fixed',
    next: 'Refrain measures whether the failure recurs.',
    whyEmpty: 'No fix yet. An issue moves here when it is closed as completed.',
    states: ['fixed', 'verified'],
  },
  {
    title: 'Declined',
    next: 'Returns only if the failure becomes clearly more frequent.',
    whyEmpty: 'Nothing has been declined.',
    states: ['declined'],
  },
];
