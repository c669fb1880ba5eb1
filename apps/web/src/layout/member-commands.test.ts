import { expect, test } from 'vitest';
import { findMemberCommands } from './member-commands.ts';

test('the palette finds the members and the invitation by the words that people type', () => {
  const find = (query: string) => findMemberCommands(query).map(({ label }) => label);
  expect(find('invite')).toEqual(['Invite a member']);
  expect(find('members')).toEqual(['Members (settings)']);
  expect(find('')).toEqual([]);
});
