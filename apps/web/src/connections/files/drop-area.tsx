import { Box, Stack, Text } from '@mantine/core';
import { UploadIcon } from '@primer/octicons-react';
import { useState } from 'react';
import classes from './drop-area.module.css';

const accept = '.csv,.tsv,.txt,.jsonl,.ndjson,.json,.md,.markdown';

/** Lets the user drop files or choose them in a dialog. */
export function DropArea({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const [isDragging, setDragging] = useState(false);
  return (
    <Box className={classes.area} data-dragging={isDragging || undefined} p="xl">
      <Stack gap={6} align="center">
        <UploadIcon size={28} aria-hidden />
        <Text fw={600}>Drop a file here, or choose one</Text>
        <Text size="sm" c="dimmed">
          One CSV or JSON Lines file with an incident per row, or several Markdown post-mortems.
        </Text>
      </Stack>
      <input
        type="file"
        multiple
        accept={accept}
        aria-label="Files to import"
        className={classes.input}
        onDragEnter={() => setDragging(true)}
        onDragLeave={() => setDragging(false)}
        onDrop={() => setDragging(false)}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen again after it was corrected.
          event.currentTarget.value = '';
        }}
      />
    </Box>
  );
}
