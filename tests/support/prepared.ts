import { after, before } from 'node:test';

/**
 * Opens what the tests of a file share, such as a server, before the first of them, and closes it after
 * the last, whatever goes wrong: what stays open keeps the process of the file from ending.
 * @param prepare gives the stack it gets all that is to be closed, as soon as it is open.
 * @returns gives a test what was prepared.
 */
export function prepared<Things>(
  prepare: (opening: AsyncDisposableStack) => Promise<Things>,
): () => Things {
  let things: Things | undefined;
  let preparing: Promise<AsyncDisposableStack> | undefined;
  async function open(): Promise<AsyncDisposableStack> {
    await using opening = new AsyncDisposableStack(); // closes all of it if a later step fails
    things = await prepare(opening);
    return opening.move();
  }
  before(async () => {
    preparing = open();
    await preparing;
  });
  // Where the preparation of something else fails, Node comes here while this one is still under way.
  after(async () => {
    const opened = await preparing?.catch(() => undefined);
    await opened?.disposeAsync();
  });
  return () => {
    if (things === undefined) throw new Error('It is not prepared yet: ask for it in a test');
    return things;
  };
}
