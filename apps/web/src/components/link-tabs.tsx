import { Button, type ButtonProps, Group } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';

type Props = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps> & { readonly isShown?: boolean };

/** A link that looks like a tab. */
function AnchorTab({ isShown = false, ...link }: Props) {
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

export const RouterLinkTab = createLink(AnchorTab);

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
