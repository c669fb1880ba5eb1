import { Button, Group } from '@mantine/core';
import { refrain } from '../../api/refrain.ts';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { VisibleForRole } from '../../components/visible-for-role.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { Sessions } from './sessions.tsx';
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

/** Creates a sign-in link with which the user signs in another browser. */
function SignInLinks() {
  const making = refrain.useMutation('post', '/v1/sign-in-links');
  return (
    <SettingsSection
      title="Another browser of yours"
      lead="A sign-in link opens Refrain as you in one browser, once, within an hour."
    >
      {making.data && (
        <OneTimeSecret title="A new sign-in link" secret={making.data.url} close={making.reset}>
          It is shown this once and works once, for whoever opens it and presses its button: keep it to yourself.
        </OneTimeSecret>
      )}
      {making.error && <ProblemNotice error={making.error} retry={() => making.mutate({})} />}
      <Group>
        <Button variant="default" loading={making.isPending} onClick={() => making.mutate({})}>
          {making.data ? 'Make another link' : 'Make a sign-in link'}
        </Button>
      </Group>
    </SettingsSection>
  );
}
