import { PageLink } from '../components/links.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';

export function EnablePolicyLink() {
  return (
    <PageLink to="/settings/$section" params={{ section: 'policy' }} inherit underline="always">
      {useHasRole('admin') ? 'Switch it on in the policy' : 'An admin switches it on in the policy'}
    </PageLink>
  );
}
