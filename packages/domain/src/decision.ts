import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * By what somebody decides: signed in with a browser, by a token, as whoever uses a link that was made for it or comes from a
 * provider of identities, by a comment at GitHub, or as the policy in its mode `auto`, which is no person, whatever persons call themselves.
 */
export const DeciderVia = z.enum(['session', 'token', 'link', 'provider', 'comment', 'policy']);
export type DeciderVia = z.infer<typeof DeciderVia>;

/** Who decides, as it was at that moment: names change, and users go. */
export const Decider = z.object({
  via: DeciderVia,
  /** Of the user; null where nobody is known, and of the policy. */
  userId: z.string().nullable(),
  name: z.string(),
  /** Of the token or the session; null of others. */
  viaId: z.string().nullable(),
  /** What the token is called; null of what is no token. */
  tokenName: z.string().nullable(),
});
export type Decider = z.infer<typeof Decider>;

/** Who decides, where no more is known than this: the address of a comment, whoever uses a link. */
export function deciderBy(via: DeciderVia, name: string): Decider {
  return { via, userId: null, name, viaId: null, tokenName: null };
}

/** The policy as who decides. */
export const thePolicy = deciderBy('policy', 'the policy');

/** As texts have it. Nobody who is called the policy is taken for it. */
export function nameDecider({ via, name, tokenName }: Decider): string {
  const isIngested = via !== 'policy' && name.trim().toLowerCase() === thePolicy.name;
  const called = isIngested ? `${name} (a person)` : name;
  return tokenName === null ? called : `${called}, by the token “${tokenName}”`;
}

/** Short facts about a decision: ids, names that people gave, numbers. Never a secret, never a text that was taken in. */
export const DecisionDetail = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
export type DecisionDetail = z.infer<typeof DecisionDetail>;

/**
 * `begun`: it is not known whether it was carried out, since the process ended or a part of Refrain went away in the middle.
 */
export const DecisionState = z.enum(['begun', 'done']);
export type DecisionState = z.infer<typeof DecisionState>;

/** What was decided, before it is carried out. */
export interface IntendedDecision {
  readonly by: Decider;
  /** The operation of the API, or one of what is decided past it. */
  readonly operation: string;
  /** On what, by its names in the address. */
  readonly subject: Readonly<Record<string, string>>;
}

/** One line of the audit of decisions. */
export const Decision = z.object({
  id: z.string(),
  at: Instant,
  by: Decider,
  /** The operation of this document, or one of what is decided past it, as `signIn`. */
  operation: z.string(),
  /** What that does, in a few words. */
  what: z.string(),
  /** On what: ids, by their names in the address; `created` is the id of what it made. */
  subject: z.record(z.string(), z.string()),
  /** What was chosen, and what it was before, where that helps. */
  detail: DecisionDetail,
  state: DecisionState,
});
export type Decision = z.infer<typeof Decision>;
