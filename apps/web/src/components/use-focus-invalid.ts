import { useEffect } from 'react';

/** After a form has failed, focuses the first invalid field, which may be out of view. */
export function useFocusInvalid(error: unknown): void {
  useEffect(() => {
    if (error) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
}
