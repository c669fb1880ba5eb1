import { Box, Skeleton, Text, VisuallyHidden } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useDeferredValue, useState } from 'react';

/** Loads the table only when it is opened, because a year of data needs more elements than the rest of the page. */
const FiguresTable = lazy(async () => ({ default: (await import('./figures-table.tsx')).FiguresTable }));

interface Props {
  readonly title: string;
  /** Whether a heading above the chart already shows the title. */
  readonly isTitled?: boolean;
  readonly description?: string;
  /** A statement for readers who want the exact figures, shown above the table. */
  readonly method?: string | null;
  readonly height: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly children: ReactNode;
}

/**
 * Shows a chart and a table of its figures, so that no information depends on shape or colour alone. The chart is rendered after
 * the rest of the page, because drawing takes long.
 */
export function ChartFigure({ title, isTitled = false, description, method, height, columns, rows, children }: Props) {
  const [wasOpened, setWasOpened] = useState(false);
  const isDrawn = useDeferredValue(true, false);
  const placeholder = <Skeleton height={height} />;
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
        <Suspense fallback={placeholder}>{isDrawn ? children : placeholder}</Suspense>
      </Box>
      {description && (
        <Text size="sm" c="dimmed">
          {description}
        </Text>
      )}
      <Text component="details" size="sm" c="dimmed" mt={4} onToggle={() => setWasOpened(true)}>
        <summary>The figures as a table</summary>
        {method}
        {wasOpened && (
          <Suspense fallback={<Skeleton height={320} />}>
            <FiguresTable name={title} columns={columns} rows={rows} maxHeight={320} />
          </Suspense>
        )}
      </Text>
    </Box>
  );
}

// The chart library is large, so it is loaded with the first chart.
export const ControlChart = lazy(async () => ({ default: (await import('./control-chart.tsx')).ControlChart }));
export const BarsChart = lazy(async () => ({ default: (await import('./bars-chart.tsx')).BarsChart }));
export const RangesChart = lazy(async () => ({ default: (await import('./ranges-chart.tsx')).RangesChart }));
export const TimelineChart = lazy(async () => ({ default: (await import('./timeline-chart.tsx')).TimelineChart }));
