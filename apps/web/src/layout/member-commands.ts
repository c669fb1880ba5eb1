import { matchWords } from './match-words.ts';

interface MemberCommand {
  readonly label: string;
  readonly invite?: true;
}

const commands: readonly MemberCommand[] = [
  { label: 'Members (settings)' },
  { label: 'Invite a member', invite: true },
];

/** Returns the commands about members that match a query. An empty query matches none, because they are rarely needed. */
export function findMemberCommands(query: string): readonly MemberCommand[] {
  return query === '' ? [] : commands.filter(({ label }) => matchWords(label, query));
}
