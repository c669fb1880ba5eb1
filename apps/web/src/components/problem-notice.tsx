import { Alert, Button, Text } from '@mantine/core';
import { describeProblem, isRetryable } from '../api/api-problem.ts';

export function ProblemNotice({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  return (
    <Alert variant="outline" title="This did not work" color="red" role="alert">
      <Text size="sm">{describeProblem(error)}</Text>
      {retry && isRetryable(error) && (
        <Button size="xs" variant="default" mt="xs" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
