import { Box } from '@mantine/core';
import { useRef } from 'react';
import classes from './board.module.css';
import { BoardColumnView } from './board-column.tsx';
import { boardColumns } from './board-columns.ts';
import { moveBoardFocus } from './board-keys.ts';

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
        if (board.current && moveBoardFocus(board.current, event.key)) event.preventDefault();
      }}
    >
      {boardColumns.map((column) => (
        <BoardColumnView key={column.title} column={column} repository={repository} />
      ))}
    </Box>
  );
}
