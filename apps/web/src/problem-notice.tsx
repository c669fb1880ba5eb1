import { Alert, Button, Text } from '@mantine/core';
import { isMissing } from './api-problem.ts';
import { PageLink } from './page-link.tsx';

/** Any error as a person reads it: what is wrong, and the next step. */
export function ProblemNotice({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  return (
    <Alert variant="outline" title="This did not work" color="red" role="alert">
      <Text size="sm" mb="xs">
        {error.message}
      </Text>
      {isMissing(error) ? (
        <PageLink to="/" size="sm">
          All patterns
        </PageLink>
      ) : (
        <Button size="xs" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
