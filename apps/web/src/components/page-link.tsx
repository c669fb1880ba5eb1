import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link within the app. The compiler checks its path and parameters. */
export const PageLink = createLink(Anchor<'a'>);
