import { refrain } from '../../api/refrain.ts';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { Sessions } from './sessions.tsx';
import { SignInLinks } from './sign-in-links.tsx';
import { Tokens } from './tokens.tsx';
import { Users } from './users.tsx';

export function PeopleSettings() {
  const { data } = refrain.useQuery('get', '/v1/sign-in-methods');
  const allowsLinks = data?.allowsLinks !== false;
  return (
    <>
      <VisibleForRole needs="admin">
        <Users allowsLinks={allowsLinks} />
      </VisibleForRole>
      <Tokens />
      {allowsLinks && <SignInLinks />}
      <Sessions />
    </>
  );
}
