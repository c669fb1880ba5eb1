import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link within the app whose path and parameters the compiler checks. */
export const PageLink = createLink(Anchor<'a'>);
