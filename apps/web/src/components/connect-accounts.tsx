import { useHasRole } from './for-role.tsx';
import { PageLink } from './page-link.tsx';

/**
 * Renders “Connect GitHub or PagerDuty”, with a link for admins. The caller continues the sentence with the result of connecting.
 */
export function ConnectAccounts() {
  if (!useHasRole('admin')) return 'An admin connects GitHub or PagerDuty';
  return (
    <PageLink to="/connections/new" inherit underline="always">
      Connect GitHub or PagerDuty
    </PageLink>
  );
}
