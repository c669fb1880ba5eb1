import { Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link to another page of ours that looks like what one does next. */
export const PageButton = createLink(Button<'a'>);
