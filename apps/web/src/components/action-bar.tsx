import { Affix, Group, Paper } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** Notifications stay this much above their place, so that they never cover the bar. `page.css` reads it. */
const heightProperty = '--action-bar-height';

/** A bar at the bottom of the window with the actions on a selection. */
export function ActionBar({ label, children }: Props) {
  const { ref, height } = useElementSize<HTMLDivElement>({ box: 'border-box' });
  useEffect(() => {
    document.documentElement.style.setProperty(heightProperty, `${height}px`);
    return () => void document.documentElement.style.removeProperty(heightProperty);
  }, [height]);
  return (
    <Affix
      ref={ref}
      position={{ bottom: 0, left: 0, right: 0 }}
      pb={16}
      zIndex={150}
      style={{ pointerEvents: 'none' }}
      withinPortal={false}
    >
      <Paper
        withBorder
        shadow="md"
        p="xs"
        mx="auto"
        w="fit-content"
        maw="calc(100% - 32px)"
        style={{ pointerEvents: 'auto' }}
        role="group"
        aria-label={label}
        className="not-printed"
      >
        <Group gap="xs">{children}</Group>
      </Paper>
    </Affix>
  );
}
