import { Alert, Button, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { AlertIcon } from '@primer/octicons-react';
import type { ReactNode } from 'react';
import { describeProblem, isRetryable } from '../api/api-problem.ts';

interface Props<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    refetch(): unknown;
  };
  readonly what: string;
  readonly height?: number;
  children(data: Data): ReactNode;
}

/** Shows the state of a query: loading, error or data. Data stays visible if a later fetch fails. */
export function QueryState<Data>({ query: { data, error, refetch }, what, height = 160, children }: Props<Data>) {
  return (
    <>
      {error != null && <ProblemNotice error={error} retry={() => refetch()} />}
      {data === undefined && error == null && <LoadingPlaceholder what={what} heights={[height]} />}
      {data !== undefined && children(data)}
    </>
  );
}

export function LoadingPlaceholder({ what, heights }: { readonly what: string; readonly heights: readonly number[] }) {
  return (
    <Stack gap="sm" role="status" aria-label={`Loading ${what}`}>
      {heights.map((height, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the placeholders have no id and keep their order
        <Skeleton key={at} height={height} />
      ))}
    </Stack>
  );
}

export function ProblemNotice({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  return (
    <Alert variant="outline" title="Something went wrong" color="red" role="alert">
      <Text size="sm">{describeProblem(error)}</Text>
      {retry && isRetryable(error) && (
        <Button size="xs" variant="default" mt="xs" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Paper withBorder p="xl" role="status">
      <Stack gap={4} align="center" ta="center" maw={520} mx="auto">
        <Text fw={600}>{title}</Text>
        {children && (
          <Text size="sm" c="dimmed" component="div">
            {children}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** Shows a problem that the user can solve. The title is not orange, which has too little contrast on white. */
export function Warning({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <Alert
      variant="outline"
      color="orange"
      role="alert"
      title={title}
      icon={<AlertIcon size={20} aria-hidden />}
      styles={{ title: { color: 'var(--mantine-color-bright)' } }}
    >
      {children}
    </Alert>
  );
}
