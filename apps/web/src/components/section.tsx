import { Card, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Section({ title, className, children }: SectionProps) {
  return (
    <Stack component="section" gap="xs" className={className}>
      <Title order={2}>{title}</Title>
      {children}
    </Stack>
  );
}

export function SectionCard({
  gap = 'xs',
  title,
  className,
  children,
}: SectionProps & { readonly gap?: 'xs' | 'sm' | 'lg' }) {
  return (
    <Card withBorder padding="md" component="section" className={className}>
      <Stack gap={gap}>
        <Title order={2}>{title}</Title>
        {children}
      </Stack>
    </Card>
  );
}
