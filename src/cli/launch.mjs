// Starts one of our commands, `node src/cli/launch.mjs build --json`, or a tool of a package, as in
// `node src/cli/launch.mjs eslint .`. It runs before anything is installed: this file and launch/ are
// plain JavaScript for Node 20 and need no package.
const OLDEST = 20;
const version = process.versions.node;
if (Number(version.split('.')[0]) < OLDEST) {
  console.error(
    `Node ${OLDEST} or later is needed; this is ${version}. There is a newer one at https://nodejs.org`,
  );
  process.exit(1);
}
// Only now, since an older Node might not be able to read it.
import('./launch/main.mjs');
