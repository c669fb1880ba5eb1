import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Way } from './account-draft.ts';

interface Props {
  readonly way: Way;
  readonly labels: Readonly<Record<Way, string>>;
  /** In which order they are offered: the simpler one first. */
  readonly order: readonly Way[];
}

/** By which kind of credential an account is connected. */
export function WaySwitch({ way, labels, order }: Props) {
  const navigate = useNavigate({ from: '/connections/new' });
  return (
    <SegmentedControl
      aria-label="How to connect"
      value={way}
      data={order.map((value) => ({ value, label: labels[value] }))}
      onChange={(by) => void navigate({ search: (before) => ({ ...before, by: by as Way, step: undefined }) })}
    />
  );
}
