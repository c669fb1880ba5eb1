import { useHasRole } from './for-role.tsx';
import { PageLink } from './page-link.tsx';

/** Renders the first half of a sentence, with a link for admins. The caller adds the result of connecting. */
export function ConnectAccounts() {
  if (!useHasRole('admin')) return 'An admin connects GitHub or PagerDuty';
  return (
    <PageLink to="/connections/new" inherit underline="always">
      Connect GitHub or PagerDuty
    </PageLink>
  );
}
