import type { TriageCommand } from './parse-triage-command.ts';

/** Whether a command was obeyed, or why two issues were not merged. */
export type TriageCommandOutcome = 'obeyed' | 'unknown_issue' | 'other_repository';

/** Returns the reply to a command in GitHub Markdown; null if the issue itself shows the effect of the command. */
export function formatTriageCommandReply(command: TriageCommand, outcome: TriageCommandOutcome): string | null {
  switch (command.kind) {
    case 'help':
      return help;
    case 'unknown':
      return `That is none of the commands.\n\n${help}`;
    case 'snooze':
      return `Nothing is said here by Refrain until ${command.until.slice(0, 10)}.`;
    case 'merge':
      return mergeReplies[outcome];
    case 'not_systemic':
      return null;
  }
}

const mergeReplies: Readonly<Record<TriageCommandOutcome, string>> = {
  obeyed:
    'Understood: from now on both are one pattern. With the next grouping one of the two issues goes on, and the other is closed as a duplicate of it.',
  unknown_issue: 'That is none of Refrain’s issues: name one that it opened here, as `/refrain merge #12`.',
  other_repository:
    'A comment decides about issues of its own repository alone. Merge the two patterns on Refrain’s page, which knows who may.',
};

const help = [
  'In the first line of a comment, by an owner, a member of the organisation or a collaborator:',
  '',
  '- `/refrain not-systemic`: nothing is to be changed because of this pattern; the issue is closed as not planned.',
  '- `/refrain merge #12`: this is the same failure as that of issue 12.',
  '- `/refrain snooze 90d`: leave it alone for so many days (`d`), weeks (`w`), months (`m`) or years (`y`).',
  '- `/refrain help`: this text.',
].join('\n');
