import { parseInput } from '@refrain/domain';
import { z } from 'zod';
import type { People } from './people.ts';

const Member = z.object({
  login: z.string().regex(/^[\w-]{1,39}$/u),
  name: z.string().nullable().default(null),
  email: z.string().nullable().default(null),
  /** Role in the organisation; null for a person outside of it. */
  role: z.enum(['admin', 'member']).nullable().default('member'),
  state: z.enum(['active', 'pending']).default('active'),
});
const App = z.object({ clientId: z.string(), clientSecret: z.string(), callbackUrl: z.url() });

export interface PeopleActions {
  /** Adds a person, or changes the person's role in the organisation. */
  putPerson(input: z.input<typeof Member>): void;
  registerOAuthApp(input: z.input<typeof App>): void;
}

export function createPeopleActions(people: People): PeopleActions {
  return {
    putPerson: (raw) => people.put(parseInput(Member, raw, 'A person')),
    registerOAuthApp: (raw) => people.addApp(parseInput(App, raw, 'An OAuth App')),
  };
}
