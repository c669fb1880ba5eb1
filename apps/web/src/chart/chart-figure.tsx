import { Box, Skeleton, Text, VisuallyHidden } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useDeferredValue, useState } from 'react';

/** A table of a year has more elements than the page around it: it is made for who asks for it. */
const FiguresTable = lazy(async () => ({ default: (await import('./figures-table.tsx')).FiguresTable }));

interface Props {
  readonly title: string;
  /** Whether a heading above says that already. */
  readonly isTitled?: boolean;
  /** What the chart shows, in a sentence: for who cannot see it, and under it for who can. */
  readonly says?: string;
  /** In pixels. */
  readonly height: number;
  /** The same figures as a table. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** One of `charts.ts`. */
  readonly children: ReactNode;
}

/**
 * A chart with the table behind it: nothing is told by form or colour alone. To draw it takes longer than all that is around
 * it: that is shown first.
 */
export function ChartFigure({ title, isTitled = false, says, height, columns, rows, children }: Props) {
  const [isAsked, setAsked] = useState(false);
  const isDrawn = useDeferredValue(true, false);
  const place = <Skeleton height={height} />;
  return (
    <Box component="figure" m={0}>
      {isTitled ? (
        <VisuallyHidden component="figcaption">{title}</VisuallyHidden>
      ) : (
        <Text component="figcaption" size="sm" fw={600} mb={4}>
          {title}
        </Text>
      )}
      <Box h={height} aria-hidden="true">
        <Suspense fallback={place}>{isDrawn ? children : place}</Suspense>
      </Box>
      {says && (
        <Text size="sm" c="dimmed">
          {says}
        </Text>
      )}
      <Text component="details" size="sm" c="dimmed" mt={4} onToggle={() => setAsked(true)}>
        <summary>The figures as a table</summary>
        {isAsked && (
          <Suspense fallback={<Skeleton height={320} />}>
            <FiguresTable name={title} columns={columns} rows={rows} maxHeight={320} />
          </Suspense>
        )}
      </Text>
    </Box>
  );
}
