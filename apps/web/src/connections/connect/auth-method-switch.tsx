import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { AuthMethodId, ConnectionMethod } from './account-draft.ts';

interface Props {
  readonly method: AuthMethodId;
  readonly methods: readonly ConnectionMethod[];
}

export function AuthMethodSwitch({ method, methods }: Props) {
  const navigate = useNavigate({ from: '/connections/new' });
  return (
    <SegmentedControl
      aria-label="How to connect"
      value={method}
      data={methods.map(({ id, label }) => ({ value: id, label }))}
      onChange={(by) => void navigate({ search: (before) => ({ ...before, by: by as AuthMethodId, step: undefined }) })}
    />
  );
}
