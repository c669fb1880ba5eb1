/** Returns `clearButtonProps` for a filter field. Unlike Mantine's default, the button is reachable by keyboard. */
export function createClearButtonProps(label: string) {
  return { 'aria-label': `Any ${label.toLowerCase()}`, 'aria-hidden': false, tabIndex: 0 };
}
