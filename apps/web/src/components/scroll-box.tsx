import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly maxHeight?: number;
  readonly children: ReactNode;
}

/** Lets wide or long content scroll separately from the page. It contains absolutely positioned texts for screen readers. */
export function ScrollBox({ label, maxHeight, children }: Props) {
  return (
    <Box role="group" aria-label={label} tabIndex={0} mt={4} pos="relative" style={{ overflow: 'auto', maxHeight }}>
      {children}
    </Box>
  );
}
