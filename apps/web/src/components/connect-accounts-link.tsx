import { TextLink } from './links.tsx';
import { useHasRole } from './visible-for-role.tsx';

/** Renders the beginning of a sentence about connecting accounts, with a link for admins. The caller adds the end. */
export function ConnectAccountsLink() {
  if (!useHasRole('admin')) return 'Ask an admin to connect GitHub or PagerDuty';
  return <TextLink to="/connections/new">Connect GitHub or PagerDuty</TextLink>;
}
