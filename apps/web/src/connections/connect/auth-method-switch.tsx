import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { AuthMethod, ConnectMethod } from './account-draft.ts';

interface Props {
  readonly method: AuthMethod;
  readonly methods: readonly ConnectMethod[];
}

export function AuthMethodSwitch({ method, methods }: Props) {
  const navigate = useNavigate({ from: '/connections/new' });
  return (
    <SegmentedControl
      aria-label="How to connect"
      value={method}
      data={methods.map(({ id, label }) => ({ value: id, label }))}
      onChange={(by) => void navigate({ search: (before) => ({ ...before, by: by as AuthMethod, step: undefined }) })}
    />
  );
}
