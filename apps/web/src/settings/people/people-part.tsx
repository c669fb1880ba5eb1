import { Button, Group, Text } from '@mantine/core';
import { api } from '../../api/refrain.ts';
import { SettingsSection } from '../settings-section.tsx';
import { SignInLinks } from './sign-in-links.tsx';
import { Tokens } from './tokens.tsx';

/** Who has access. There are no accounts and no passwords: nothing is known of a person but a browser that is signed in. */
export function PeoplePart() {
  // However that ends, what comes next shows whether one is still signed in.
  const signOut = () => api.POST('/v1/sign-out').finally(() => window.location.assign('/'));
  return (
    <>
      <SignInLinks />
      <Tokens />
      <SettingsSection title="This browser" lead="It stays signed in for seven days.">
        <Group>
          <Button variant="default" onClick={signOut}>
            Sign out of this browser
          </Button>
          <Text size="sm" c="dimmed">
            To come back you need a new sign-in link.
          </Text>
        </Group>
      </SettingsSection>
    </>
  );
}
