import { z } from 'zod';
import { pageOf } from './api-answers.ts';
import { Instant } from './instant.ts';

export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: Instant,
  /** Null for one that does not expire. */
  expiresAt: Instant.nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

/** Oldest first, expired ones too. */
export const TokensAnswer = pageOf(ApiToken);

export const NewToken = z.strictObject({
  name: z.string().min(1).max(100),
  expiresAt: Instant.nullable().default(null),
});

/** The token itself is told once. */
export const TokenAnswer = z.object({ id: z.string(), token: z.string() });

/** A link that signs a browser in, once. */
export const SignInLinkAnswer = z.object({ url: z.string() });
