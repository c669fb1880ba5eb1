import type { Schemas } from '../../api/refrain.ts';
import { formatUtc } from '../../labels/times.ts';

export interface SignInLinkFor {
  readonly name: string;
  readonly email: string | null;
  readonly url: string;
  readonly expiresAt: string;
  /** Whether the user has never signed in. */
  readonly isInvitation: boolean;
}

export function createLinkFor(
  { name, email, lastSeenAt }: Pick<Schemas['User'], 'name' | 'email' | 'lastSeenAt'>,
  { url, expiresAt }: Schemas['SignInLinkResponse'],
): SignInLinkFor {
  return { name, email, url, expiresAt, isInvitation: lastSeenAt === null };
}

/** Returns a `mailto:` URL that opens a prefilled e-mail with the link. Without an address, the admin enters one. */
export function createLinkMail({ name, email, url, expiresAt, isInvitation }: SignInLinkFor): string {
  const subject = isInvitation ? 'Your invitation to Refrain' : 'Your sign-in link for Refrain';
  const reason = isInvitation
    ? 'I have invited you to Refrain, which shows which failures recur and how to fix them.'
    : 'Here is your link to sign in to Refrain.';
  const lines = [
    `Hello ${name},`,
    reason,
    `Open this link and choose “Sign in”:\n${url}`,
    `The link works once, until ${formatUtc(expiresAt)}. Please do not forward it.`,
  ];
  // RFC 6068 requires CRLF as line break.
  const body = lines.join('\n\n').replaceAll('\n', '\r\n');
  return `mailto:${encodeURIComponent(email ?? '')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
