import { parseInput } from '@refrain/domain';
import { z } from 'zod';
import type { People } from './people.ts';

const Member = z.object({
  login: z.string().regex(/^[\w-]{1,39}$/u),
  name: z.string().nullable().default(null),
  email: z.string().nullable().default(null),
  /** Null for one who does not belong to the organisation, or does not any more. */
  role: z.enum(['admin', 'member']).nullable().default('member'),
  state: z.enum(['active', 'pending']).default('active'),
});
const App = z.object({ clientId: z.string(), clientSecret: z.string(), callbackUrl: z.url() });

export interface PeopleActions {
  /** Somebody comes, or their place in the organisation changes. */
  putPerson(input: z.input<typeof Member>): void;
  /** An OAuth App that somebody registered. */
  registerOAuthApp(input: z.input<typeof App>): void;
}

export function createPeopleActions(people: People): PeopleActions {
  return {
    putPerson: (raw) => people.put(parseInput(Member, raw, 'A person')),
    registerOAuthApp: (raw) => people.addApp(parseInput(App, raw, 'An OAuth App')),
  };
}
