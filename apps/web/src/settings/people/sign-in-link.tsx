import type { Schemas } from '../../api/refrain.ts';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { Timestamp } from '../../components/timestamp.tsx';

export type SignInLinkFor = Schemas['SignInLinkResponse'] & { readonly name: string };

/** Shows a new link for somebody else, with the time until which it works. */
export function SignInLink({ link: { name, url, expiresAt }, close }: { link: SignInLinkFor; close(): void }) {
  return (
    <OneTimeSecret title={`Sign-in link for ${name}`} secret={url} close={close}>
      Send this link to {name} only. It works once, until <Timestamp at={expiresAt} as="time" />, and Refrain shows it
      only now.
    </OneTimeSecret>
  );
}
