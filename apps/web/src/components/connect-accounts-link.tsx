import { TextLink } from './links.tsx';
import { useHasRole } from './visible-for-role.tsx';

/**
 * Renders “Connect GitHub or PagerDuty”, with a link for admins. The caller continues the sentence with the result of connecting.
 */
export function ConnectAccountsLink() {
  if (!useHasRole('admin')) return 'An admin connects GitHub or PagerDuty';
  return <TextLink to="/connections/new">Connect GitHub or PagerDuty</TextLink>;
}
