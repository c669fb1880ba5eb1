import { Button, Group } from '@mantine/core';
import { refrain } from '../../api/refrain.ts';
import { OneTimeSecret } from '../../components/one-time-secret.tsx';
import { ProblemNotice } from '../../components/states.tsx';
import { Timestamp } from '../../components/timestamp.tsx';
import { SettingsSection } from '../settings-section.tsx';

/** Creates a link that signs the user in on another browser, such as the one of a phone. */
export function OtherBrowser() {
  const making = refrain.useMutation('post', '/v1/sign-in-links');
  return (
    <SettingsSection
      title="Sign in on another browser"
      lead="Create a link and open it in the other browser. It works once, for one hour."
    >
      {making.data && (
        <OneTimeSecret title="Sign-in link" secret={making.data.url} close={making.reset}>
          It works once, until <Timestamp at={making.data.expiresAt} as="time" />, and Refrain does not show it again.
          Whoever opens it signs in as you, so keep it to yourself.
        </OneTimeSecret>
      )}
      {making.error && <ProblemNotice error={making.error} retry={() => making.mutate({})} />}
      <Group>
        <Button variant="default" loading={making.isPending} onClick={() => making.mutate({})}>
          {making.data ? 'Create another link' : 'Create a sign-in link'}
        </Button>
      </Group>
    </SettingsSection>
  );
}
