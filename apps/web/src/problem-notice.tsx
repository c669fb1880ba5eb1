import { Alert, Button, Text } from '@mantine/core';
import { mayPass } from './api-problem.ts';

/** Any error as a person reads it: what is wrong, and a second try where one can help. */
export function ProblemNotice({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  return (
    <Alert variant="outline" title="This did not work" color="red" role="alert">
      <Text size="sm">{error.message}</Text>
      {mayPass(error) && (
        <Button size="xs" variant="default" mt="xs" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
