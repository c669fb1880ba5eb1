import { AppError } from '@refrain/domain';
import type { z } from 'zod';

/** A secret without structure. */
export interface TokenCredential {
  readonly kind: 'token';
  readonly token: string;
}

/**
 * Parses a credential: text that begins with `{` is an app's JSON, everything else is a token, possibly pasted with
 * blanks around it.
 * @param provider the provider's name, for the message
 * @throws {AppError} `invalid_input`; the message names the field and repeats no value
 */
export function parseCredential<T>(text: string, app: z.ZodType<T>, provider: string): TokenCredential | T {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return { kind: 'token', token: trimmed };
  const parsed = app.safeParse(parseJson(trimmed));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.map(String).join('.') || 'its form');
  throw new AppError(
    'invalid_input',
    `The credential of the ${provider} app cannot be used (${[...new Set(fields)].join(', ')}): register the app again`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
