import { Button, Stack } from '@mantine/core';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';

interface Props {
  readonly failureId: string;
  readonly isFailure: boolean;
}

/** Excludes what is not a failure, such as a drill, or counts a planned or unclear revert as a failure. */
export function VerdictButton({ failureId, isFailure }: Props) {
  const decide = useStoreDecisions();
  const send = () =>
    decide.mutate({
      decisions: [{ kind: isFailure ? 'not_a_failure' : 'is_a_failure', failureId }],
      message: isFailure
        ? 'It is no longer a failure: the next clustering omits it.'
        : 'It is a failure now: the next clustering counts it.',
    });
  return (
    <Stack gap="xs">
      <Button variant="default" onClick={send} loading={decide.isPending}>
        {isFailure ? 'This is not a failure' : 'This is a failure'}
      </Button>
      {decide.error && <ProblemNotice error={decide.error} retry={send} />}
    </Stack>
  );
}
