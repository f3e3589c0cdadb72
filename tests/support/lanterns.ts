import { madeRelease } from './made-release.ts';
import { sharedArchive } from './shared-archive.ts';
import type { Files } from './temp-folder.ts';

/** A release with everything that is hard to cite. */
export const LANTERNS = '2017-11-22-lanterns';

const BODY = `
SALEM – The lanterns of *both harbors* are lit, and the keepers thank the town.[^1]

The keepers keep the light of the north pier. They say that they keep the light, and it keeps them.

The keepers of the south pier keep the light as well, and they have kept it for fourteen years.

A well-kept lamp, oil & wick, costs “two dollars” – ¡no más, señora!

${Array.from({ length: 60 }, (_, n) => `The lamp of step ${n + 1} is lit.`).join(' ')}

- Fill the lamps of the north pier:
  - with oil by night
  - with water by day
- Then light them, one by one.
- Wait.

  The second paragraph of an item tells how long.

> We have never seen so many lanterns, said the harbor master.

| Pier | Lamps | Paid |
| :-- | :-- | :-- |
| North | twelve of brass | 100% |
| South | fourteen of tin | 100% |

[^1]: The town thanks the keepers.
`;

const FILES: Files = {
  'site.yaml': 'title: Made for a test\n',
  'offices/north.yaml': 'name: Office of the North\n',
  'offices/south.yaml': 'name: Office of the South\n',
  [`releases/2017/${LANTERNS}.md`]: madeRelease(
    { title: '"Lanterns: a beginning"', office: '[north, south]' },
    BODY,
  ),
};

/** An archive of that release alone; returns its content folder. */
export const lanternsFolder = () => sharedArchive(FILES);
