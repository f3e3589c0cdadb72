import { fragment } from './unknown-statement.ts';

/** Opens what hides the statement that the address cites: browsers before 2025 do not unfold it themselves. */
export function unfoldStatement(): void {
  const cited = document.getElementById(fragment());
  const folded = cited?.closest<HTMLDetailsElement>('details:not([open])');
  if (!cited || !folded) return;
  folded.open = true;
  cited.scrollIntoView();
}
