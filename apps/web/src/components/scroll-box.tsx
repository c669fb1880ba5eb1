import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** Names the content for screen readers, which is required because the box can take keyboard focus. */
  readonly label: string;
  /** In pixels. Without it, the box is as high as its content. */
  readonly maxHeight?: number;
  readonly children: ReactNode;
}

/** Lets wide or long content scroll separately from the page. */
export function ScrollBox({ label, maxHeight, children }: Props) {
  return (
    <Box role="group" aria-label={label} tabIndex={0} mt={4} style={{ overflow: 'auto', maxHeight }}>
      {children}
    </Box>
  );
}
