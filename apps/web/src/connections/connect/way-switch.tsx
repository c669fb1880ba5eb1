import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ConnectMethod, Way } from './account-draft.ts';

interface Props {
  readonly way: Way;
  /** The simpler one first. */
  readonly methods: readonly ConnectMethod[];
}

/** By which kind of credential an account is connected. */
export function WaySwitch({ way, methods }: Props) {
  const navigate = useNavigate({ from: '/connections/new' });
  return (
    <SegmentedControl
      aria-label="How to connect"
      value={way}
      data={methods.map(({ id, label }) => ({ value: id, label }))}
      onChange={(by) => void navigate({ search: (before) => ({ ...before, by: by as Way, step: undefined }) })}
    />
  );
}
