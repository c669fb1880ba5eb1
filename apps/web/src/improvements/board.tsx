import { Box } from '@mantine/core';
import { useRef } from 'react';
import classes from './board.module.css';
import { BoardColumnView } from './board-column.tsx';
import { moveFocus } from './board-keys.ts';
import { columns } from './columns.ts';

/** Shows improvements in columns by state. Arrow keys move between cards. */
export function Board({ repository }: { readonly repository: string | undefined }) {
  const board = useRef<HTMLDivElement>(null);
  return (
    <Box
      ref={board}
      className={classes.board}
      role="group"
      aria-label="Improvements by where they stand"
      tabIndex={0}
      onKeyDown={(event) => {
        if (board.current && moveFocus(board.current, event.key)) event.preventDefault();
      }}
    >
      {columns.map((column) => (
        <BoardColumnView key={column.title} column={column} repository={repository} />
      ))}
    </Box>
  );
}
