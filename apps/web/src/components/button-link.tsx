import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type Props = ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>;

/** A link to another page of ours that is what one comes for here: to the browser too, which opens it in a tab of its own where asked. */
export const ButtonLink = createLink((props: Props) => <Button component="a" {...props} />);
