import { useEffect } from 'react';

/** Leads to the first field that was refused, which may be out of sight. */
export function useFocusInvalid(error: unknown): void {
  useEffect(() => {
    if (error) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
}
