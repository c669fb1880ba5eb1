import { useMay } from './for-role.tsx';
import { PageLink } from './page-link.tsx';

/** The beginning of a sentence that goes on with what comes of it. */
export function ConnectAccounts() {
  if (!useMay('admin')) return 'An admin connects GitHub or PagerDuty';
  return (
    <PageLink to="/connections/new" inherit underline="always">
      Connect GitHub or PagerDuty
    </PageLink>
  );
}
