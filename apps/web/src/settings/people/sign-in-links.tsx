import { Button, Group } from '@mantine/core';
import { refrain } from '../../api/refrain.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { SettingsSection } from '../settings-section.tsx';

export function SignInLinks() {
  const making = refrain.useMutation('post', '/v1/sign-in-links');
  return (
    <SettingsSection
      title="Let somebody in"
      lead="A sign-in link opens Refrain in one browser, once, within an hour. Whoever has it may do all that you may: give each person their own."
    >
      {making.data && (
        <ShownOnce title="A new sign-in link" secret={making.data.url} close={making.reset}>
          Send it to one person. It is shown this once and works once; opening it yourself uses it up.
        </ShownOnce>
      )}
      {making.error && <ProblemNotice error={making.error} retry={() => making.mutate({})} />}
      <Group>
        <Button loading={making.isPending} onClick={() => making.mutate({})}>
          {making.data ? 'Make another link' : 'Make a sign-in link'}
        </Button>
      </Group>
    </SettingsSection>
  );
}
