import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * How a decision was made: in a browser session, with a token, by a link that was created for it, through an identity
 * provider, by a comment on GitHub, or by the policy in mode `auto`. The policy is never a person, even if a person has
 * that name.
 */
export const DeciderVia = z.enum(['session', 'token', 'link', 'provider', 'comment', 'policy']);
export type DeciderVia = z.infer<typeof DeciderVia>;

/** The author of a decision as of that moment, because names change and users are deleted. */
export const Decider = z.object({
  via: DeciderVia,
  /** Null if the user is unknown, and for the policy. */
  userId: z.string().nullable(),
  name: z.string(),
  /** The id of the token or session; null otherwise. */
  viaId: z.string().nullable(),
  /** The name of the token; null without one. */
  tokenName: z.string().nullable(),
});
export type Decider = z.infer<typeof Decider>;

/** Returns a decider of which only the name is known, such as the address of a comment or the user of a link. */
export function deciderBy(via: DeciderVia, name: string): Decider {
  return { via, userId: null, name, viaId: null, tokenName: null };
}

/** The policy as a decider. */
export const thePolicy = deciderBy('policy', 'the policy');

/** Formats a decider for texts. A person who is called “the policy” is marked as a person. */
export function nameDecider({ via, name, tokenName }: Decider): string {
  const isIngested = via !== 'policy' && name.trim().toLowerCase() === thePolicy.name;
  const called = isIngested ? `${name} (a person)` : name;
  return tokenName === null ? called : `${called}, by the token “${tokenName}”`;
}

/** Short facts about a decision: ids, names that people gave, numbers. Never a secret, never ingested text. */
export const DecisionDetail = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
export type DecisionDetail = z.infer<typeof DecisionDetail>;

/** `begun`: it is unknown whether the decision took effect, because a process or a part of Refrain failed midway. */
export const DecisionState = z.enum(['begun', 'done']);
export type DecisionState = z.infer<typeof DecisionState>;

/** A decision before it takes effect. */
export interface IntendedDecision {
  readonly by: Decider;
  /** The operation of the API, or the name of a decision that is made outside of it. */
  readonly operation: string;
  /** The target, by the parameter names of the path. */
  readonly subject: Readonly<Record<string, string>>;
}

/** One line of the audit log of decisions. */
export const Decision = z.object({
  id: z.string(),
  at: Instant,
  by: Decider,
  /** The operation id of this document, or the name of a decision that is made outside of the API, such as `signIn`. */
  operation: z.string(),
  /** A short description of the operation. */
  what: z.string(),
  /** The target: ids by the parameter names of the path; `created` is the id of a new object. */
  subject: z.record(z.string(), z.string()),
  /** The chosen values, and the previous ones where that helps. */
  detail: DecisionDetail,
  state: DecisionState,
});
export type Decision = z.infer<typeof Decision>;
