import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

/** Marks its content as a quotation with a quiet line. */
export function Quotation({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="blockquote" m={0} pl="sm" style={{ borderLeft: '3px solid var(--mantine-color-default-border)' }}>
      {children}
    </Box>
  );
}
