import { Button, type ButtonProps, Group, Scroller } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { createLink } from '@tanstack/react-router';
import { type ComponentPropsWithRef, type ReactNode, useEffect, useRef } from 'react';

type Props = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps> & { readonly isShown?: boolean };

/** A link that looks like a tab. */
function AnchorTab({ isShown = false, ref, ...link }: Props) {
  const own = useRef<HTMLAnchorElement>(null);
  // On a narrow screen, the shown tab may be outside the visible part of the line.
  useEffect(() => {
    if (isShown) own.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isShown]);
  return (
    <Button
      component="a"
      size="compact-md"
      h={34}
      flex="none"
      {...(isShown ? { variant: 'light' } : { variant: 'subtle', color: 'gray', c: 'inherit' })}
      {...link}
      ref={useMergedRef(own, ref)}
      aria-current={isShown ? 'page' : undefined}
    />
  );
}

export const RouterLinkTab = createLink(AnchorTab);

/** Links that look like tabs, in one line that scrolls sideways where the screen is too narrow. */
export function LinkTabs({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Scroller
      component="nav"
      aria-label={label}
      draggable={false}
      startControlProps={{ 'aria-label': 'Scroll to the first tabs' }}
      endControlProps={{ 'aria-label': 'Scroll to the last tabs' }}
      pb={6}
      style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      <Group gap={4} wrap="nowrap">
        {children}
      </Group>
    </Scroller>
  );
}
