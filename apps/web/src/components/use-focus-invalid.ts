import { useEffect } from 'react';

/** Focuses the first invalid field, which may be out of view, when a form fails. */
export function useFocusInvalid(error: unknown): void {
  useEffect(() => {
    if (error) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
}
