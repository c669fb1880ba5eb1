import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

interface Props<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    refetch(): unknown;
  };
  /** What is on its way: "the report". */
  readonly what: string;
  /** Of what is on its way, in pixels: so that the page does not jump. */
  readonly height?: number;
  children(data: Data): ReactNode;
}

/** An answer in each of its states. What is there stays when asking anew goes wrong. */
export function Loaded<Data>({ query: { data, error, refetch }, what, height = 160, children }: Props<Data>) {
  return (
    <>
      {error != null && <ProblemNotice error={error} retry={() => refetch()} />}
      {data === undefined && error == null && <Waiting what={what} heights={[height]} />}
      {data !== undefined && children(data)}
    </>
  );
}

export function Waiting({ what, heights }: { readonly what: string; readonly heights: readonly number[] }) {
  return (
    <Stack gap="sm" role="status" aria-label={`Loading ${what}`}>
      {heights.map((height, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else, and stay in their order
        <Skeleton key={at} height={height} />
      ))}
    </Stack>
  );
}
