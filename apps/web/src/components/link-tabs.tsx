import { Button, type ButtonProps, Group } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';

type Props = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps> & { readonly isShown?: boolean };

/** Looks like a tab and is a plain link: for a page that the server makes. */
export function PlainTab({ isShown = false, ...link }: Props) {
  return (
    <Button
      component="a"
      size="compact-md"
      h={34}
      {...(isShown ? { variant: 'light' } : { variant: 'subtle', color: 'gray', c: 'inherit' })}
      {...link}
      aria-current={isShown ? 'page' : undefined}
    />
  );
}

/** A link to one of the parts of a page; the one that is shown says so. */
export const LinkTab = createLink(PlainTab);

/** The parts of a page as links: which one is shown is in the address. */
export function LinkTabs({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Group
      component="nav"
      aria-label={label}
      gap={4}
      pb={6}
      style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      {children}
    </Group>
  );
}
