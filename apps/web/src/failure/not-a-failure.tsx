import { Button, Stack } from '@mantine/core';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useDecide } from '../pattern/decide/use-decide.ts';

/** Takes a planned toggle, a drill and the like out of what is counted. */
export function NotAFailure({ failureId }: { readonly failureId: string }) {
  const decide = useDecide();
  const send = () =>
    decide.mutate({
      decisions: [{ kind: 'not_a_failure', failureId }],
      message: 'It is no failure any more: the next grouping leaves it out.',
    });
  return (
    <Stack gap="xs">
      <Button variant="default" onClick={send} loading={decide.isPending}>
        This is not a failure
      </Button>
      {decide.error && <ProblemNotice error={decide.error} retry={send} />}
    </Stack>
  );
}
