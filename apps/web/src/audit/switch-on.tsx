import { useMay } from '../parts/for-role.tsx';
import { PageLink } from '../parts/page-link.tsx';

/** Leads to the policy, which all may read and an admin changes. */
export function SwitchOn() {
  return (
    <PageLink to="/settings/$part" params={{ part: 'policy' }} inherit underline="always">
      {useMay('admin') ? 'Switch it on in the policy' : 'An admin switches it on in the policy'}
    </PageLink>
  );
}
