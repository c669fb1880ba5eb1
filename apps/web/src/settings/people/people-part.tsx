import { Button, Group } from '@mantine/core';
import { api } from '../../api/refrain.ts';
import { ForRole } from '../../parts/for-role.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { SignInLinks } from './sign-in-links.tsx';
import { Tokens } from './tokens.tsx';
import { Users } from './users.tsx';

/** Who has access, and by what. There are no passwords. */
export function PeoplePart() {
  // However that ends, what comes next shows whether one is still signed in.
  const leave = (signingOut: Promise<unknown>) => signingOut.finally(() => window.location.assign('/'));
  return (
    <>
      <ForRole needs="admin">
        <Users />
      </ForRole>
      <Tokens />
      <SignInLinks />
      <SettingsSection
        title="This browser"
        lead="By a link it stays signed in for seven days, by an account elsewhere for one; and never longer than a day without use."
      >
        <Group>
          <Button variant="default" onClick={() => leave(api.POST('/v1/sign-out'))}>
            Sign out of this browser
          </Button>
          <Button variant="default" onClick={() => leave(api.POST('/v1/sign-out/everywhere'))}>
            Sign out everywhere
          </Button>
        </Group>
      </SettingsSection>
    </>
  );
}
