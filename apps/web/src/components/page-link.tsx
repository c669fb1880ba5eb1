import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link to another page of ours; its address and parameters are checked by the compiler. */
export const PageLink = createLink(Anchor<'a'>);
