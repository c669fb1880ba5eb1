import { Alert, Anchor, Button, Text } from '@mantine/core';
import { ApiProblem } from './api.ts';

/** Any error as a person reads it: what is wrong, and the next step. */
export function ProblemNotice({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  if (error instanceof ApiProblem && error.status === 401) {
    return (
      <Alert title="Sign in first" color="cyan">
        <Text size="sm">
          Refrain printed a sign-in link where it was started. It works once; <code>npm start</code> prints a new one at
          each start.
        </Text>
      </Alert>
    );
  }
  return (
    <Alert title="This did not work" color="red" role="alert">
      <Text size="sm" mb="xs">
        {error.message}
      </Text>
      {error instanceof ApiProblem && error.status === 404 ? (
        <Anchor href="/">All patterns</Anchor>
      ) : (
        <Button size="xs" variant="light" color="red" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
