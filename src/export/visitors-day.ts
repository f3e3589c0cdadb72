/**
 * The day where the visitor is, `YYYY-MM-DD`. It imports nothing, since pages with scripts of their own share it, and
 * each module that these share is a request more.
 */
export function visitorsDay(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
