import { AppError } from '@refrain/domain';
import type { z } from 'zod';

export interface TokenCredential {
  readonly kind: 'token';
  readonly token: string;
}

/** Parses the JSON of an app, or otherwise a token. Errors name invalid fields without their values. */
export function parseCredential<T>(text: string, app: z.ZodType<T>, provider: string): TokenCredential | T {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return { kind: 'token', token: trimmed };
  const parsed = app.safeParse(parseJson(trimmed));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.map(String).join('.') || 'not JSON');
  throw new AppError(
    'invalid_input',
    `The credential of the ${provider} app is invalid (${[...new Set(fields)].join(', ')}): register the app again`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
