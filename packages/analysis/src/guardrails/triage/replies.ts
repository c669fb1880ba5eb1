import type { TriageCommand } from './parse-triage-command.ts';

/** Whether a command was obeyed, or why two issues were not merged. */
export type TriageCommandOutcome = 'obeyed' | 'unknown_issue' | 'other_repository';

/** Returns the reply to a command in GitHub Markdown; null if the issue itself shows the effect of the command. */
export function formatTriageCommandReply(command: TriageCommand, outcome: TriageCommandOutcome): string | null {
  switch (command.kind) {
    case 'help':
      return help;
    case 'unknown':
      return `Refrain does not know this command.\n\n${help}`;
    case 'snooze':
      return `Refrain will not comment here until ${command.until.slice(0, 10)}.`;
    case 'merge':
      return mergeReplies[outcome];
    case 'not_systemic':
      return null;
  }
}

const mergeReplies: Readonly<Record<TriageCommandOutcome, string>> = {
  obeyed:
    'Understood: both are now one pattern. After the next clustering, Refrain keeps one of the two issues open and closes the other as its duplicate.',
  unknown_issue:
    'Refrain did not open that issue. Name an issue that it opened in this repository, such as `/refrain merge #12`.',
  other_repository:
    'A comment can merge only issues of its own repository. Merge the two patterns in Refrain, which checks your permissions.',
};

const help = [
  'An owner, a member of the organisation or a collaborator can give these commands in the first line of a comment:',
  '',
  '- `/refrain not-systemic`: this pattern needs no change; the issue is closed as not planned.',
  '- `/refrain merge #12`: this is the same failure as in issue 12.',
  '- `/refrain snooze 90d`: snooze this fix for 90 days; `w` stands for weeks, `m` for months and `y` for years.',
  '- `/refrain help`: show this text.',
].join('\n');
