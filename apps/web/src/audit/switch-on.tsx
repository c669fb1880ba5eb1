import { useMay } from '../components/for-role.tsx';
import { PageLink } from '../components/page-link.tsx';

/** Leads to the policy, which all may read and an admin changes. */
export function SwitchOn() {
  return (
    <PageLink to="/settings/$section" params={{ section: 'policy' }} inherit underline="always">
      {useMay('admin') ? 'Switch it on in the policy' : 'An admin switches it on in the policy'}
    </PageLink>
  );
}
