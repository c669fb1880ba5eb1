import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * How a decision was made: in a browser session, with a token, by a sign-in link, through an identity provider, by a
 * comment on GitHub, or by the improvement policy in mode `auto`.
 */
export const DecisionChannel = z.enum(['session', 'token', 'link', 'provider', 'comment', 'policy']);
export type DecisionChannel = z.infer<typeof DecisionChannel>;

/** The author of a decision, with the names at the time of the decision: names can change and users can be deleted. */
export const Decider = z.object({
  via: DecisionChannel,
  /** The id of the user; null for an unknown user and for the policy. */
  userId: z.string().nullable(),
  name: z.string(),
  /** The id of the token or session; null if the decision was made without a token or session. */
  viaId: z.string().nullable(),
  /** The name of the token; null if the decision was made without a token. */
  tokenName: z.string().nullable(),
});
export type Decider = z.infer<typeof Decider>;

/** Creates an author who is known only by name, or by the URL of the comment that states the decision. */
export function createDecider(via: DecisionChannel, name: string): Decider {
  return { via, userId: null, name, viaId: null, tokenName: null };
}

export const policyDecider = createDecider('policy', 'the policy');

/** Formats the author of a decision for texts. A person named “the policy” is described as a person. */
export function formatDecider({ via, name, tokenName }: Decider): string {
  const isNamesake = via !== 'policy' && name.trim().toLowerCase() === policyDecider.name;
  const called = isNamesake ? `${name} (a person)` : name;
  return tokenName === null ? called : `${called} (token “${tokenName}”)`;
}

/** Short facts about a decision: ids, names that people gave, numbers. They never contain a secret or ingested text. */
export const DecisionDetail = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
export type DecisionDetail = z.infer<typeof DecisionDetail>;

/** `begun` means that it is unknown whether the decision took effect, because a process failed midway. */
export const DecisionState = z.enum(['begun', 'done']);
export type DecisionState = z.infer<typeof DecisionState>;

export interface IntendedDecision {
  readonly by: Decider;
  /** The operation id of the API, or a name such as `signIn` for a decision that is not made through a route. */
  readonly operation: string;
  /** The ids of the target; the keys are the names of path parameters. */
  readonly subject: Readonly<Record<string, string>>;
}

/** An object that a decision mentions by its id, with its present name. A deleted object is not listed. */
export const DecisionMention = z.object({
  kind: z.enum(['pattern', 'failure', 'improvement', 'user', 'connection', 'catalogue_entry', 'write']),
  id: z.string(),
  /** The name of the object; for an improvement, the name of its pattern. */
  name: z.string(),
});
export type DecisionMention = z.infer<typeof DecisionMention>;

/** One line of the audit log of decisions. */
export const Decision = z.object({
  id: z.string(),
  at: Instant,
  by: Decider,
  /** The operation id of the API, or a name such as `signIn` for a decision that is not made through a route. */
  operation: z.string(),
  /** A short description of the operation. */
  what: z.string(),
  /** The ids of the target; the keys are the names of path parameters. `created` is the id of a new object. */
  subject: z.record(z.string(), z.string()),
  /** The values that were chosen, and for some settings the previous values. */
  detail: DecisionDetail,
  /** The objects whose ids `subject` and `detail` contain. */
  mentions: z.array(DecisionMention),
  state: DecisionState,
  /** States who undid the decision, and when; null if it still applies or cannot be undone. */
  undone: z.object({ at: Instant, by: Decider }).nullable(),
});
export type Decision = z.infer<typeof Decision>;
