import { statementId } from '../../src/archive/statement-id.ts';

/**
 * The ids of a release that was never edited, in document order: the same words a second time get `-2`, a
 * third time `-3`. Make one for each release; it remembers what it has named.
 */
export function statementIds(): (text: string) => string {
  const times = new Map<string, number>();
  return (text) => {
    const id = statementId(text);
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? id : `${id}-${time}`;
  };
}
