import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** What is in it: it can be reached by the keyboard, and has to have a name there. */
  readonly label: string;
  /** In pixels; as high as its content unless given. */
  readonly maxHeight?: number;
  readonly children: ReactNode;
}

/** Something wide or long that scrolls within itself. */
export function ScrollBox({ label, maxHeight, children }: Props) {
  return (
    <Box role="group" aria-label={label} tabIndex={0} mt={4} style={{ overflow: 'auto', maxHeight }}>
      {children}
    </Box>
  );
}
