import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { StoredApp } from './written-github-data.ts';

const Header = z.object({ alg: z.literal('RS256') });
/** Claims of an App's JWT. GitHub requires whole seconds. The issuer is the App's id or its client id. */
const Claims = z.object({
  iat: z.int(),
  exp: z.int(),
  iss: z.union([z.string(), z.int()]).transform(String),
});
/**
 * Maximum lifetime of a JWT:
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
const maxSeconds = 600;
/** Maximum number of seconds by which a client's clock may be ahead of GitHub's. */
const driftSeconds = 60;

export function verifyAppToken(
  token: string,
  apps: readonly StoredApp[],
  nowMs: number,
): { readonly app: StoredApp } | { readonly problem: string } {
  const undecodable = { problem: 'A JSON web token could not be decoded' };
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims = Claims.safeParse(readPart(body));
  if (!Header.safeParse(readPart(head)).success || !claims.success) return undecodable;
  const { iat, exp, iss } = claims.data;
  const app = apps.find(({ id, clientId }) => String(id) === iss || clientId === iss);
  if (app === undefined) return { problem: 'Integration not found' };
  const isSigned = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${body}`),
    createPublicKey(app.publicKey),
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) return undecodable;
  const now = nowMs / 1000;
  if (exp <= now) {
    return {
      problem:
        "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    };
  }
  if (exp > now + maxSeconds + driftSeconds) {
    return { problem: "'Expiration time' claim ('exp') is too far in the future" };
  }
  if (iat > now + driftSeconds) {
    return {
      problem: "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    };
  }
  return { app };
}

function readPart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}
