import { Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link to another page of ours that is what one comes for here. */
export const ButtonLink = createLink(Button<'a'>);
