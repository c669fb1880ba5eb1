import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

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
